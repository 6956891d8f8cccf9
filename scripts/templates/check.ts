import type { FurtherDatum, StencilSource, TemplateSource } from './format.ts';

/**
 * What is wrong with a source, as sentences; empty when it is sound. The syntax of filters is the engine's
 * business; this is about what they refer to, and about ids.
 */
export function checkSource(
  source: TemplateSource,
  parseProblem: (filter: string) => string | null,
): string[] {
  const stencils = [...source.genericStencils, ...source.standardStencils];
  const problems = [
    ...repeated(
      'stencil id',
      stencils.map((stencil) => stencil.id),
    ),
    ...repeated(
      'stencil name',
      stencils.map((stencil) => stencil.name),
    ),
    ...repeated(
      'threat id',
      source.threats.map((threat) => threat.id),
    ),
    ...repeated(
      'threat title',
      source.threats.map((threat) => threat.title),
    ),
    ...repeated(
      'category id',
      source.categories.map((category) => category.id),
    ),
    ...repeated(
      'datum',
      source.furtherDatums.flatMap((datum: FurtherDatum) => [datum.id, datum.name]),
    ),
    ...source.genericStencils
      .filter((stencil) => stencil.parent !== undefined)
      .map((s) => `${s.id} is generic but has a parent`),
    ...stencils.flatMap((stencil) => checkStencil(stencil, source)),
    ...source.threats.flatMap((threat) => {
      const filters = [threat.include, threat.exclude ?? ''].filter((filter) => filter.trim() !== '');
      return [
        ...(source.categories.some((category) => category.id === threat.category)
          ? []
          : [`has the unknown category ${threat.category}`]),
        ...(source.priorities.includes(threat.priority)
          ? []
          : [`has the unknown priority ${threat.priority}`]),
        ...Object.keys(threat.further)
          .filter((name) => !source.furtherDatums.some((datum) => datum.name === name))
          .map((name) => `sets the unknown datum ${name}`),
        ...(threat.include.trim() === '' ? ['is never generated: its include filter is empty'] : []),
        ...placeholderProblems([threat.title, threat.description, ...Object.values(threat.further)]),
        ...filters.flatMap((filter) => {
          const broken = parseProblem(filter);
          return broken === null ? referenceProblems(filter, stencils) : [`has a broken filter: ${broken}`];
        }),
      ].map((problem) => `${threat.id} ${problem}`);
    }),
    ...unusedAttributes(source),
  ];
  return problems.map((problem) => `${source.key}: ${problem}`);
}

function repeated(what: string, values: readonly string[]): string[] {
  return values
    .filter((value, index) => values.indexOf(value) < index)
    .map((value) => `repeated ${what}: ${value}`);
}

function checkStencil(stencil: StencilSource, source: TemplateSource): string[] {
  const parent = source.genericStencils.find((generic) => generic.id === stencil.parent);
  const attributes = stencil.attributes ?? [];
  return [
    ...(stencil.parent !== undefined && parent === undefined ? [`the unknown parent ${stencil.parent}`] : []),
    ...(stencil.parent === undefined && stencil.representation === 'Inherited'
      ? ['nothing to inherit from']
      : []),
    ...(stencil.description.trim() === '' ? ['no description'] : []),
    ...repeated(
      'attribute',
      attributes.map((attribute) => attribute.name),
    ),
    ...attributes.flatMap((attribute) => [
      ...(attribute.values.length === 0 ? [`no values for ${attribute.name}`] : []),
      ...(attribute.fixed === true && attribute.values.length !== 1
        ? [`${attribute.name} fixed to several values`]
        : []),
      ...repeated(`value of ${attribute.name}`, attribute.values),
      ...overrideProblems(attribute.name, attribute.values, parent),
    ]),
  ].map((problem) => `${stencil.id} has ${problem}`);
}

/** A stencil may narrow its parent's property, not give it values that the parent does not know. */
function overrideProblems(
  name: string,
  values: readonly string[],
  parent: StencilSource | undefined,
): string[] {
  const inherited = parent?.attributes?.find((attribute) => attribute.name === name);
  if (inherited === undefined) return [];
  return values
    .filter((value) => !inherited.values.includes(value))
    .map((value) => `a value ${name} cannot have: ${value}`);
}

function placeholderProblems(texts: readonly string[]): string[] {
  const known = new Set(['{source.Name}', '{target.Name}', '{flow.Name}']);
  return texts
    .flatMap((text) => text.match(/\{[^}]*\}?|\}/g) ?? [])
    .filter((found) => !known.has(found))
    .map((found) => `has the unknown placeholder ${found}`);
}

interface References {
  readonly types: readonly string[];
  readonly values: readonly (readonly [subject: string, attribute: string, value: string])[];
}

/** The names in a filter that is known to be well formed. */
function referencesOf(filter: string): References {
  const types = [...filter.matchAll(/(?:\b(?:source|target|flow)\s+is|\bcrosses)\s+'([^']*)'/gi)];
  const values = [...filter.matchAll(/\b(source|target|flow)\.([\w.-]+)\s+is\s+'([^']*)'/gi)];
  return {
    types: types.map(([, type = '']) => type),
    values: values.map(([, subject = '', attribute = '', value = '']) => [subject, attribute, value]),
  };
}

function referenceProblems(filter: string, stencils: readonly StencilSource[]): string[] {
  const { types, values } = referencesOf(filter);
  return [
    ...types
      .filter((type) => !stencils.some((stencil) => stencil.id === type))
      .map((type) => `asks for the unknown type ${type}`),
    ...values.flatMap(([, name, value]) => {
      const attributes = stencils
        .flatMap((stencil) => stencil.attributes ?? [])
        .filter((a) => a.name === name);
      if (attributes.length === 0) return [`asks for the unknown attribute ${name}`];
      return attributes.some((attribute) => attribute.values.includes(value))
        ? []
        : [`asks whether ${name} is "${value}", which it can never be`];
    }),
  ];
}

/** A property that no filter reads has no effect; only boundaries may have one, because filters cannot ask them. */
function unusedAttributes(source: TemplateSource): string[] {
  const used = new Set(
    source.threats
      .flatMap((threat) => [threat.include, threat.exclude ?? ''])
      .flatMap((filter) => referencesOf(filter).values.map(([, name]) => name)),
  );
  return [...source.genericStencils, ...source.standardStencils]
    .filter((stencil) => !stencil.representation.endsWith('Boundary'))
    .flatMap((stencil) =>
      (stencil.attributes ?? [])
        .filter((attribute) => !used.has(attribute.name))
        .map((attribute) => `${stencil.id} has the attribute ${attribute.name}, which no filter reads`),
    );
}
