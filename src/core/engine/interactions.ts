import { atOnce, type Steps } from '../base/index.ts';
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
export const interactionsOf = (diagram: Diagram): readonly Interaction[] =>
  known.get(diagram) ?? atOnce(findingInteractions(diagram));

/** `interactionsOf`, a line at each step. */
export function* findingInteractions(diagram: Diagram): Steps<readonly Interaction[]> {
  const before = known.get(diagram);
  if (before !== undefined) return before;
  const interactions: Interaction[] = [];
  for (const line of diagram.lines) {
    const interaction = interactionOf(diagram, line);
    if (interaction !== undefined) interactions.push(interaction);
    yield;
  }
  known.set(diagram, interactions);
  return interactions;
}

/** The interaction of one line of the diagram; undefined when it is none. */
export function interactionOf(diagram: Diagram, flow: Line): Interaction | undefined {
  if (flow.kind !== 'flow' || isOutOfScope(flow)) return undefined;
  const source = findShape(diagram, flow.source.element);
  const target = findShape(diagram, flow.target.element);
  if (source === undefined || target === undefined) return undefined;
  return { diagram, flow, source, target, crossed: crossedBoundaries(diagram, flow) };
}
