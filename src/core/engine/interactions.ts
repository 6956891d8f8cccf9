import {
  crossedBoundaries,
  type Diagram,
  type Element,
  findShape,
  isOutOfScope,
  type Line,
  type Shape,
} from '../document/index.ts';

/** A flow with the two elements that it joins and the trust boundaries that it crosses. */
export interface Interaction {
  readonly diagram: Diagram;
  readonly flow: Line;
  readonly source: Shape;
  readonly target: Shape;
  readonly crossed: readonly Element[];
}

const known = new WeakMap<Diagram, readonly Interaction[]>();

/**
 * The interactions of a diagram in the order of its lines (format 5.3). A flow with a free end is none, nor is one
 * that is out of scope itself; elements out of scope take nothing away from their flows.
 */
export function interactionsOf(diagram: Diagram): readonly Interaction[] {
  const before = known.get(diagram);
  if (before !== undefined) return before;
  const interactions: Interaction[] = [];
  for (const flow of diagram.lines) {
    if (flow.kind !== 'flow' || isOutOfScope(flow)) continue;
    const source = findShape(diagram, flow.source.element);
    const target = findShape(diagram, flow.target.element);
    if (source === undefined || target === undefined) continue;
    interactions.push({ diagram, flow, source, target, crossed: crossedBoundaries(diagram, flow) });
  }
  known.set(diagram, interactions);
  return interactions;
}
