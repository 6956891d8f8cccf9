import type { ElementId, Line, Shape } from '../../../core/document/index.ts';
import {
  curveCrossesRect,
  curveThrough,
  defaultHandle,
  insetRect,
  nearestPort,
  type Point,
  type Rect,
  rectsOverlap,
  SHAPE_INSET,
} from '../../../core/geometry/index.ts';
import { formOf } from '../connectable.ts';

/** A shape at its new place. */
export interface Placed {
  readonly shape: Shape;
  readonly box: Rect;
}

/** Lanes beside the straight way that are tried, too. */
const LANES = 6;
/** A handle outside of the middle part of its flow makes a hairpin: the curve passes it at half way. */
const MIDDLE = { from: 0.25, to: 0.75 };
const COST = { element: 4, hairpin: 3, label: 1 };

const labelAt = ({ x, y }: Point, size: { width: number; height: number }): Rect => ({
  left: x + 5 - size.width / 2,
  top: y + 10,
  ...size,
});

/**
 * The best of some handles for a flow between two placed shapes: its curve keeps off other elements and makes
 * no hairpin, its label keeps off elements and labels that are placed already.
 */
export function bestHandle(
  line: Line,
  wanted: readonly Point[],
  placed: ReadonlyMap<ElementId, Placed>,
  label: { readonly width: number; readonly height: number },
  labels: readonly Rect[],
): Point | null {
  const source = line.source.element === null ? undefined : placed.get(line.source.element);
  const target = line.target.element === null ? undefined : placed.get(line.target.element);
  if (source === undefined || target === undefined) return null;
  const solid = [...placed.values()].filter(({ shape }) => shape.kind !== 'borderBoundary');
  const blocks = solid.filter((one) => one !== source && one !== target);
  const endOf = (end: Placed, handle: Point) => nearestPort(end.box, formOf(end.shape), handle).point;
  const middle = (one: Placed): Point => ({
    x: one.box.left + one.box.width / 2,
    y: one.box.top + one.box.height / 2,
  });
  const from = endOf(source, middle(target));
  const to = endOf(target, middle(source));
  const lanes = Array.from({ length: LANES }, (_, lane) => defaultHandle(from, to, lane));
  const costOf = (handle: Point): number => {
    const curve = curveThrough(endOf(source, handle), handle, endOf(target, handle));
    const box = labelAt(handle, label);
    const crossed = blocks.filter((one) => curveCrossesRect(curve, insetRect(one.box, SHAPE_INSET)));
    const hidden = solid.filter((one) => rectsOverlap(box, insetRect(one.box, SHAPE_INSET)));
    return (
      COST.element * crossed.length +
      COST.label * (hidden.length + labels.filter((other) => rectsOverlap(box, other)).length) +
      (source !== target && isHairpin(curve.from, handle, curve.to) ? COST.hairpin : 0)
    );
  };
  let best: Point | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const handle of source === target ? wanted : [...wanted, ...lanes]) {
    const cost = costOf(handle);
    if (cost >= least) continue;
    best = handle;
    least = cost;
  }
  return best;
}

/** Whether the handle lies so far towards one end that the curve would turn back on itself. */
export function isHairpin(from: Point, handle: Point, to: Point): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return false;
  const share = ((handle.x - from.x) * dx + (handle.y - from.y) * dy) / squared;
  return share < MIDDLE.from || share > MIDDLE.to;
}

/** The point half way along a polyline. */
export function midpoint(points: readonly Point[]): Point | null {
  const lengths = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]];
    if (from === undefined || to === undefined) break;
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= length;
  }
  return points[0] ?? null;
}
