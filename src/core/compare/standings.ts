import type { Diagram, DiagramId, ElementId, Model } from '../document/index.ts';
import type { Difference, DifferenceGroup } from './difference.ts';

/** What became of an element. `moved`: it lies elsewhere, and is as it was otherwise. */
export type Standing = Difference['type'];

/** The strongest first: an element with several differences has that of them. */
export const STANDINGS: readonly Standing[] = ['added', 'removed', 'changed', 'moved'];

/** Groups whose differences show on elements. */
const OF_ELEMENTS: ReadonlySet<DifferenceGroup> = new Set([
  'elements',
  'flows',
  'boundaries',
  'crossings',
  'properties',
]);

/**
 * What became of the elements that pictures of both models mark, by diagram and element; all elements of a diagram
 * that came or went did so, too.
 */
export function standingsOf(
  differences: readonly Difference[],
  before: Model,
  after: Model,
): ReadonlyMap<string, ReadonlyMap<ElementId, Standing>> {
  const found = new Map<string, Map<ElementId, Standing>>([
    ...wholeOf(before, after, 'removed'),
    ...wholeOf(after, before, 'added'),
  ]);
  const mark = (diagram: string, element: ElementId, standing: Standing): void => {
    const elements = found.get(diagram) ?? new Map<ElementId, Standing>();
    found.set(diagram, elements);
    const known = elements.get(element);
    if (known === undefined || STANDINGS.indexOf(standing) < STANDINGS.indexOf(known))
      elements.set(element, standing);
  };
  for (const { group, type, place, changes } of differences) {
    const { diagram, element } = place;
    if (diagram === undefined || element === undefined || !OF_ELEMENTS.has(group)) continue;
    // Another place in the order of drawing is nothing to be seen on the element itself.
    if (changes.some((change) => change.type === 'move')) continue;
    // A flow is marked for what it crosses: it did not come or go with that.
    mark(diagram, element, group === 'crossings' ? 'changed' : type);
    // From one diagram to another: it is marked where it was, too.
    if (type !== 'moved') continue;
    for (const change of changes)
      if (change.type === 'remove') mark(change.path[0]?.key ?? '', element, 'moved');
  }
  return found;
}

/** A diagram as both models have it; null where one does not. */
export interface DiagramOfBoth {
  readonly id: DiagramId;
  readonly before: Diagram | null;
  readonly after: Diagram | null;
}

/** The diagrams of both models: those of `after` in its order, then those that went. */
export function diagramsOfBoth(before: Model, after: Model): readonly DiagramOfBoth[] {
  const [was, is] = [byId(before), byId(after)];
  return [...new Set([...is.keys(), ...was.keys()])].map((id) => ({
    id,
    before: was.get(id) ?? null,
    after: is.get(id) ?? null,
  }));
}

/** Of two diagrams with one id the first. */
function byId({ diagrams }: Model): ReadonlyMap<DiagramId, Diagram> {
  const found = new Map<DiagramId, Diagram>();
  for (const diagram of diagrams) if (!found.has(diagram.id)) found.set(diagram.id, diagram);
  return found;
}

/** The diagrams that only the first of two models has, with each of their elements. */
function wholeOf(one: Model, other: Model, standing: Standing) {
  const there = new Set(other.diagrams.map(({ id }) => id));
  const all = ({ shapes, lines }: Diagram) =>
    new Map([...shapes, ...lines].map(({ id }): [ElementId, Standing] => [id, standing]));
  return one.diagrams
    .filter(({ id }) => !there.has(id))
    .map((diagram): [string, Map<ElementId, Standing>] => [diagram.id, all(diagram)]);
}
