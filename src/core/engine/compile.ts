import { atOnce, type Steps } from '../base/index.ts';
import {
  elementTypes,
  ROOT_TYPE,
  type Template,
  type ThreatType,
  type ThreatTypeId,
} from '../document/index.ts';
import { type Expression, parseFilter, type Subject, walk } from '../filters/index.ts';
import type { FilterSaid } from '../words/index.ts';

/** A property that a filter asks for. */
export interface Mention {
  readonly subject: Subject;
  /** In lower case, as comparisons are made. */
  readonly name: string;
}

export interface CompiledThreatType {
  readonly threatType: ThreatType;
  /** Undefined: nothing, or nothing readable, to include, so the type never applies. */
  readonly include: Expression | undefined;
  readonly exclude: Expression | undefined;
  readonly mentions: readonly Mention[];
}

/** Something wrong with a filter of the template. */
export type FilterProblem = FilterSaid & {
  readonly threatTypeId: ThreatTypeId;
  readonly filter: 'include' | 'exclude';
  /** `error`: the filter cannot be read. `warning`: a part of it can never be true. */
  readonly severity: 'error' | 'warning';
  /** Offset in the filter's text, and length. */
  readonly position: number;
  readonly length: number;
};

export interface CompiledTemplate {
  readonly threatTypes: readonly CompiledThreatType[];
  readonly problems: readonly FilterProblem[];
}

const compiled = new WeakMap<Template, CompiledTemplate>();

/** Parses and checks every filter of the template; done once for each template. */
export const compileTemplate = (template: Template): CompiledTemplate => atOnce(compileSteps(template));

/** The same, one threat type after the other. */
export function* compileSteps(template: Template): Steps<CompiledTemplate> {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const problems: FilterProblem[] = [];
  const vocabulary = vocabularyOf(template);
  const threatTypes: CompiledThreatType[] = [];
  for (const threatType of template.threatTypes) {
    const include = compileFilter(threatType, 'include', vocabulary, problems);
    const exclude = compileFilter(threatType, 'exclude', vocabulary, problems);
    const mentions = [...mentionsOf(include), ...mentionsOf(exclude)];
    threatTypes.push({ threatType, include, exclude, mentions });
    yield;
  }
  const result = { threatTypes, problems };
  compiled.set(template, result);
  return result;
}

/** An empty filter is none: an empty include yields no threat, an empty exclude excludes nothing (format 5.3). */
function compileFilter(
  threatType: ThreatType,
  filter: 'include' | 'exclude',
  vocabulary: Vocabulary,
  problems: FilterProblem[],
): Expression | undefined {
  const text = threatType.filters[filter];
  if (text.trim() === '') return undefined;
  const parsed = parseFilter(text);
  const base = { threatTypeId: threatType.id, filter };
  if (!parsed.ok) {
    problems.push({ ...base, severity: 'error', ...parsed.error });
    return undefined;
  }
  walk(parsed.value, (node) => {
    const said = neverTrue(node, vocabulary);
    if (said !== undefined) {
      problems.push({ ...base, severity: 'warning', ...said, position: node.start, length: node.length });
    }
  });
  return parsed.value;
}

function mentionsOf(expression: Expression | undefined): readonly Mention[] {
  const found: Mention[] = [];
  if (expression !== undefined) {
    walk(expression, (node) => {
      if (node.kind === 'property') found.push({ subject: node.subject, name: node.name.toLowerCase() });
    });
  }
  return found;
}

interface Vocabulary {
  readonly typeIds: ReadonlySet<string>;
  /** Values of every attribute by its name, all in lower case. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
}

function vocabularyOf(template: Template): Vocabulary {
  const typeIds = new Set([ROOT_TYPE.toLowerCase()]);
  const values = new Map<string, Set<string>>();
  for (const type of elementTypes(template).values()) {
    typeIds.add(type.id.toLowerCase()).add(type.parentId.toLowerCase());
    for (const attribute of type.attributes) {
      const name = attribute.name.toLowerCase();
      const known = values.get(name) ?? new Set();
      for (const value of attribute.values) known.add(value.toLowerCase());
      values.set(name, known);
    }
  }
  return { typeIds, values };
}

/** Why the atom can never be true, if so. */
function neverTrue(node: Expression, { typeIds, values }: Vocabulary): FilterSaid | undefined {
  switch (node.kind) {
    case 'broken':
      return { code: 'deleted-name', params: { name: node.displayName } };
    case 'is':
    case 'crosses': {
      const { typeId } = node;
      return typeIds.has(typeId.toLowerCase()) ? undefined : { code: 'no-type', params: { typeId } };
    }
    case 'property': {
      const { name: property, value } = node;
      const known = values.get(property.toLowerCase());
      if (known === undefined) return { code: 'no-property', params: { property } };
      if (known.has(value.toLowerCase())) return undefined;
      return { code: 'no-value', params: { property, value } };
    }
    default:
      return undefined;
  }
}
