import { boxesInnermostFirst, type ElementId, liesInBox, type Shape } from '../document/index.ts';
import { rectCentre, rectContains } from '../geometry/index.ts';

/** What lies in what: elements as everywhere (`liesInBox`), boxes with more room. */
export interface Nesting {
  /** The innermost border boundary around each shape. */
  readonly parents: ReadonlyMap<ElementId, ElementId>;
  /**
   * Border boundaries that share elements without one lying in the other. No nested layout keeps what they hold, so
   * each of these groups keeps its form as a whole.
   */
  readonly tangles: readonly (readonly ElementId[])[];
}

interface Boundary {
  readonly shape: Shape;
  readonly rank: number;
  readonly held: ReadonlySet<ElementId>;
}

const isBox = (shape: Shape): boolean => shape.kind === 'borderBoundary';

/** Finds the nesting of border boundaries; of two with the same box the earlier one lies outside. */
export function nestingOf(shapes: readonly Shape[]): Nesting {
  const elements = shapes.filter((shape) => !isBox(shape));
  const boundaries = boxesInnermostFirst(shapes).map((shape, rank): Boundary => {
    const held = elements.filter((element) => liesInBox(element, shape));
    return { shape, rank, held: new Set(held.map((element) => element.id)) };
  });
  const parents = new Map<ElementId, ElementId>();
  for (const inner of boundaries) {
    const outer = boundaries.find((candidate) => candidate.rank > inner.rank && liesIn(inner, candidate));
    if (outer !== undefined) parents.set(inner.shape.id, outer.shape.id);
  }
  for (const element of elements) {
    const inner = boundaries.find(({ held }) => held.has(element.id));
    if (inner !== undefined) parents.set(element.id, inner.shape.id);
  }
  return { parents, tangles: tanglesOf(boundaries) };
}

/** As a whole, or by all that it holds: a box that only sticks out a bit is still inside. */
function liesIn(inner: Boundary, outer: Boundary): boolean {
  if (liesInBox(inner.shape, outer.shape)) return true;
  if (inner.held.size > 0) return [...inner.held].every((id) => outer.held.has(id));
  return rectContains(outer.shape, rectCentre(inner.shape));
}

function tanglesOf(boundaries: readonly Boundary[]): readonly (readonly ElementId[])[] {
  const groups = new Map<ElementId, Set<ElementId>>();
  for (const [index, a] of boundaries.entries()) {
    for (const b of boundaries.slice(index + 1)) {
      if (liesIn(a, b) || ![...a.held].some((id) => b.held.has(id))) continue;
      const both = new Set([
        ...(groups.get(a.shape.id) ?? [a.shape.id]),
        ...(groups.get(b.shape.id) ?? [b.shape.id]),
      ]);
      for (const id of both) groups.set(id, both);
    }
  }
  return [...new Set(groups.values())].map((group) => [...group]);
}
