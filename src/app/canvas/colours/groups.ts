import {
  askedProperties,
  askedValues,
  type Diagram,
  type Element,
  type ElementId,
  elementTypes,
  findProperty,
  type Model,
  propertyText,
} from '../../../core/document/index.ts';
import { countsOf, elementCounts } from '../../../core/threat-list/index.ts';

/** What elements get their colour by: the state of their threats, or a list property by its identifier. */
export type ColourBy = 'threats' | `property:${string}`;

export const isColourBy = (text: unknown): text is ColourBy =>
  typeof text === 'string' && (text === 'threats' || text.startsWith('property:'));

/** Elements of one colour. */
export interface ColourGroup {
  /** The value of the property; of threats how many of them are handled; empty for all values that have no colour of
   * their own. */
  readonly key: string;
  readonly ids: readonly ElementId[];
}

/** A legend of more colours cannot be told apart: the last one is for all other values. */
const MOST_COLOURS = 7;

/** How many of an element's threats are handled. */
export const HANDLED = ['none', 'some', 'all'] as const;

const OF_PROPERTY = 'property:';
/** The identifier of a list property that colours are chosen by. */
export const propertyOf = (by: ColourBy): string => (by === 'threats' ? '' : by.slice(OF_PROPERTY.length));

const elementsOf = ({ shapes, lines }: Diagram): readonly Element[] => [...shapes, ...lines];

/** The list properties that elements of a diagram have, by identifier, with what people call them. */
export function colourProperties(model: Model, diagram: Diagram): readonly (readonly [ColourBy, string])[] {
  const lists = new Set<string>();
  for (const { attributes } of elementTypes(model.template).values())
    for (const { name, values } of attributes) if (values.length > 1) lists.add(name);
  const had = new Set<string>();
  for (const { properties } of elementsOf(diagram))
    for (const { name, kind } of properties) if (kind !== 'header') had.add(name);
  return [...askedProperties(model.template)].flatMap(([name, label]) =>
    lists.has(name) && had.has(name) ? [[`${OF_PROPERTY}${name}`, label] as const] : [],
  );
}

/** The elements of a diagram by what gives them their colour, in the order of the template's values. */
export function colourGroups(model: Model, diagram: Diagram, by: ColourBy): readonly ColourGroup[] {
  const found = new Map<string, ElementId[]>();
  const add = (key: string, id: ElementId): void => {
    const ids = found.get(key);
    if (ids === undefined) found.set(key, [id]);
    else ids.push(id);
  };
  if (by === 'threats') {
    for (const [id, { handled, all }] of elementCounts(diagram, countsOf(model.threats)))
      add(handled === 0 ? 'none' : handled < all ? 'some' : 'all', id);
    return HANDLED.flatMap((key) => groupOf(found, key));
  }
  const name = propertyOf(by);
  for (const element of elementsOf(diagram)) {
    const property = findProperty(element, name);
    const value = property === undefined ? '' : (propertyText(property) ?? '');
    if (value !== '') add(value, element.id);
  }
  const order = [...new Set([...askedValues(model.template, name), ...found.keys()])];
  const groups = order.flatMap((key) => groupOf(found, key));
  if (groups.length <= MOST_COLOURS) return groups;
  const others = groups.slice(MOST_COLOURS - 1).flatMap(({ ids }) => ids);
  return [...groups.slice(0, MOST_COLOURS - 1), { key: '', ids: others }];
}

function groupOf(found: ReadonlyMap<string, readonly ElementId[]>, key: string): readonly ColourGroup[] {
  const ids = found.get(key);
  return ids === undefined ? [] : [{ key, ids }];
}
