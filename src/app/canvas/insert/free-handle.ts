import type { Diagram, ElementId } from '../../../core/document/index.ts';
import {
  curveCrossesRect,
  curveThrough,
  defaultHandle,
  type Ends,
  type Point,
  rectsOverlap,
} from '../../../core/geometry/index.ts';
import { drawnBox } from '../nodes/inset.ts';

/** How many lanes beside the first one are tried. */
const LANES = 6;
/** About the room that a new flow's label takes, from its handle (format 7.2). */
const labelOf = ({ x, y }: Point) => ({ left: x - 30, top: y + 10, width: 70, height: 30 });

/**
 * The handle of a new flow: in the first lane whose curve keeps clear of the elements in between and whose
 * label keeps clear of other labels; when none does, the lane with the fewest collisions. `first` skips the
 * lanes that flows between the same two elements use already.
 */
export function freeHandle(
  diagram: Diagram,
  ends: Ends,
  first: number,
  joined: ReadonlySet<ElementId>,
): Point {
  const boxes = diagram.shapes
    .filter((shape) => shape.kind !== 'borderBoundary' && !joined.has(shape.id))
    .map(drawnBox);
  const shapes = diagram.shapes.filter((shape) => shape.kind !== 'borderBoundary').map(drawnBox);
  const labels = diagram.lines.filter((line) => line.kind === 'flow').map((line) => labelOf(line.handle));
  let best = defaultHandle(ends.source, ends.target, first);
  let least = Number.POSITIVE_INFINITY;
  for (let lane = first; lane < first + LANES && least > 0; lane++) {
    const handle = defaultHandle(ends.source, ends.target, lane);
    const curve = curveThrough(ends.source, handle, ends.target);
    const label = labelOf(handle);
    // A curve through an element misleads; a label on one only hides a little.
    const cost =
      3 * boxes.filter((box) => curveCrossesRect(curve, box)).length +
      [...labels, ...shapes].filter((box) => rectsOverlap(label, box)).length;
    if (cost >= least) continue;
    least = cost;
    best = handle;
  }
  return best;
}
