import type { Diagram, ElementId, Line } from '../../../core/document/index.ts';
import { curvesIntersect, curveThrough, type Point } from '../../../core/geometry/index.ts';
import { attachedFlows, type Placement } from './graph.ts';

export type LinePlaces = ReadonlyMap<ElementId, { source: Point; target: Point; handle: Point }>;

/** How far a boundary curve reaches beyond the outermost flow that it crosses, in model units. */
const BEYOND = 70;

/**
 * Boundary curves go along with the flows they cross: through the middles of those flows, so that they cross
 * the same ones afterwards. Those that cross none stay where they are.
 */
export function lineBoundaryPlaces(diagram: Diagram, placement: Placement): LinePlaces {
  const flows = attachedFlows(diagram);
  const places = new Map<ElementId, { source: Point; target: Point; handle: Point }>();
  for (const line of diagram.lines) {
    if (line.kind !== 'lineBoundary') continue;
    const curve = curveThrough(line.source, line.handle, line.target);
    const crossed = flows.filter((flow) =>
      curvesIntersect(curve, curveThrough(flow.source, flow.handle, flow.target)),
    );
    const middles = crossed.flatMap((flow) => placement.handles.get(flow.id) ?? []);
    const first = crossed[0];
    if (middles.length === 0 || first === undefined) continue;
    places.set(line.id, through(middles, acrossOf(first, placement)));
  }
  return places;
}

/** The direction across a flow, from where its ends are put. */
function acrossOf(flow: Line, placement: Placement): Point {
  const from = flow.source.element === null ? undefined : placement.boxes.get(flow.source.element);
  const to = flow.target.element === null ? undefined : placement.boxes.get(flow.target.element);
  if (from === undefined || to === undefined) return { x: 0, y: 1 };
  const x = to.left + to.width / 2 - from.left - from.width / 2;
  const y = to.top + to.height / 2 - from.top - from.height / 2;
  const length = Math.hypot(x, y) || 1;
  return { x: -y / length, y: x / length };
}

/** A curve through points: from the first to the last along `across`, a bit beyond both. */
function through(points: readonly Point[], across: Point) {
  const along = ({ x, y }: Point) => x * across.x + y * across.y;
  const sorted = points.toSorted((a, b) => along(a) - along(b));
  const first = sorted[0] ?? { x: 0, y: 0 };
  const last = sorted.at(-1) ?? first;
  const middle = sorted[Math.floor(sorted.length / 2)] ?? first;
  const source = { x: first.x - across.x * BEYOND, y: first.y - across.y * BEYOND };
  const target = { x: last.x + across.x * BEYOND, y: last.y + across.y * BEYOND };
  const handle = sorted.length > 2 ? middle : { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  return { source, target, handle };
}
