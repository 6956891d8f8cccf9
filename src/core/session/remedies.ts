import {
  type Element,
  findDiagram,
  type Model,
  type Property,
  type Threat,
  type ThreatType,
} from '../document/index.ts';
import { setProperty } from '../edit/index.ts';
import { answersTo, type Interaction, interactionsOf, type Trial, tried, whatIf } from '../engine/index.ts';

/** One value of one property that makes a threat go. */
export interface Remedy {
  readonly element: Element;
  readonly property: Property;
  readonly value: number | boolean;
  /** The value in words; empty for one that is true or false. */
  readonly text: string;
  /** How many other threats go as well, and how many come. */
  readonly gone: number;
  readonly added: number;
}

/** What made a threat, as long as the template and the diagram still have it. */
export interface Origin {
  readonly type: ThreatType;
  readonly interaction: Interaction;
}

/** The type and the interaction of a threat; undefined where one of them is gone. */
export function originOf(model: Model, threat: Threat): Origin | undefined {
  const type = model.template.threatTypes.find(({ id }) => id === threat.typeId);
  const diagram = findDiagram(model, threat.diagramId);
  if (type === undefined || diagram === undefined) return undefined;
  const interaction = interactionsOf(diagram).find(({ flow }) => flow.id === threat.flowId);
  return interaction === undefined ? undefined : { type, interaction };
}

type Choosable = Extract<Property, { kind: 'boolean' } | { values: readonly string[] }>;

const valuesOf = (property: Choosable): readonly { value: number | boolean; text: string }[] =>
  property.kind === 'boolean'
    ? [{ value: !property.value, text: '' }]
    : property.values
        .map((text, value) => ({ value, text }))
        .filter(({ value }) => value !== property.selectedIndex);

const isMade = ({ included, excluded }: Trial): boolean => included && !excluded;

/** As many are looked for. */
const MOST = 12;

/**
 * The values of properties that the rule asks for and that alone would make the threat go, those that take the most
 * other threats with them first. What only several together would do, or another stencil, is not found.
 */
export function remediesOf(model: Model, { type, interaction }: Origin): readonly Remedy[] {
  const { template } = model;
  const remedies: Remedy[] = [];
  if (!isMade(tried(template, type.filters, interaction))) return remedies;
  for (const [element, property] of asked(model, { type, interaction })) {
    for (const { value, text } of valuesOf(property)) {
      if (remedies.length >= MOST) break;
      const next = setProperty(model, [element.id], property.name, value);
      const changed = findDiagram(next, interaction.diagram.id);
      const after = changed && interactionsOf(changed).find(({ flow }) => flow.id === interaction.flow.id);
      if (after !== undefined && isMade(tried(template, type.filters, after))) continue;
      const { added, removed } = whatIf(model, next);
      if (removed.length === 0) continue;
      remedies.push({ element, property, value, text, gone: removed.length - 1, added: added.length });
    }
  }
  return remedies.sort((a, b) => b.gone - b.added - (a.gone - a.added));
}

/** The properties that the filters ask for, each once, with the elements of the interaction that have them. */
function asked(model: Model, { type, interaction }: Origin): readonly (readonly [Element, Choosable])[] {
  const found = new Map<Choosable, Element>();
  for (const filter of ['include', 'exclude'] as const) {
    for (const { atom } of answersTo(model.template, type.filters[filter], interaction)) {
      if (atom.kind !== 'property') continue;
      const element = interaction[atom.subject];
      const name = atom.name.toLowerCase();
      const property = element.properties.find((one) => one.name.toLowerCase() === name);
      if (property?.kind === 'list' || property?.kind === 'boolean') found.set(property, element);
    }
  }
  return [...found].map(([property, element]) => [element, property] as const);
}
