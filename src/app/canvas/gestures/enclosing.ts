import type { Diagram, ElementId } from '../../../core/document/index.ts';
import { type Point, rectCentre, rectContains } from '../../../core/geometry/index.ts';

/**
 * The innermost boundary box in which all the points lie; null when there is none. Where the middle of an element
 * lies decides which boundaries its flows cross, so this is what a drag changes. `left` are not looked at.
 */
export function boundaryAround(
  diagram: Diagram,
  points: readonly Point[],
  left: ReadonlySet<ElementId>,
): ElementId | null {
  if (points.length === 0) return null;
  let best: ElementId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const shape of diagram.shapes) {
    const area = shape.width * shape.height;
    if (shape.kind !== 'borderBoundary' || left.has(shape.id) || area >= least) continue;
    if (!points.every((point) => rectContains(shape, point))) continue;
    best = shape.id;
    least = area;
  }
  return best;
}

/** The middles of the shapes among the ids. */
export function middlesOf(diagram: Diagram, ids: ReadonlySet<ElementId>): readonly Point[] {
  return diagram.shapes.filter((shape) => ids.has(shape.id)).map(rectCentre);
}
