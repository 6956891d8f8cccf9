import type { Point } from './point.ts';
import type { Rect } from './rect.ts';

/** A quadratic Bezier curve. */
export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

/** The curve that flows and line boundaries are drawn by: through the handle at half way (format 7.2). */
export function curveThrough(source: Point, handle: Point, target: Point): Curve {
  return {
    from: source,
    control: { x: 2 * handle.x - (source.x + target.x) / 2, y: 2 * handle.y - (source.y + target.y) / 2 },
    to: target,
  };
}

/** The point at `t` from 0 (start) to 1 (end). */
export function pointAt({ from, control, to }: Curve, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  };
}

/**
 * The direction of the curve at `t`, not normalised. Where the control point falls on an end, the chord tells;
 * a curve of one point has none: (0, 0).
 */
export function tangentAt({ from, control, to }: Curve, t: number): Point {
  const x = (1 - t) * (control.x - from.x) + t * (to.x - control.x);
  const y = (1 - t) * (control.y - from.y) + t * (to.y - control.y);
  return x === 0 && y === 0 ? { x: to.x - from.x, y: to.y - from.y } : { x, y };
}

/** The two halves of the curve, before and after `t`. */
export function splitCurve(curve: Curve, t: number): readonly [Curve, Curve] {
  const { from, control, to } = curve;
  const before = { x: from.x + (control.x - from.x) * t, y: from.y + (control.y - from.y) * t };
  const after = { x: control.x + (to.x - control.x) * t, y: control.y + (to.y - control.y) * t };
  const at = pointAt(curve, t);
  return [
    { from, control: before, to: at },
    { from: at, control: after, to },
  ];
}

/** The smallest box around the curve itself (not around its control point). */
export function curveBounds({ from, control, to }: Curve): Rect {
  const [left, right] = extent(from.x, control.x, to.x);
  const [top, bottom] = extent(from.y, control.y, to.y);
  return { left, top, width: right - left, height: bottom - top };
}

function extent(a: number, b: number, c: number): readonly [number, number] {
  let low = Math.min(a, c);
  let high = Math.max(a, c);
  // The derivative is 0 where the curve turns.
  const bend = a - 2 * b + c;
  const t = bend === 0 ? -1 : (a - b) / bend;
  if (t > 0 && t < 1) {
    const turn = (1 - t) * (1 - t) * a + 2 * (1 - t) * t * b + t * t * c;
    low = Math.min(low, turn);
    high = Math.max(high, turn);
  }
  return [low, high];
}

/** Steps of the search for the nearest point before it is refined. */
const COARSE = 32;

/** The `t` of the point on the curve that is nearest to `point`, to about a thousandth of the curve. */
export function nearestT(curve: Curve, point: Point): number {
  const distance = (t: number): number => {
    const at = pointAt(curve, t);
    return (at.x - point.x) ** 2 + (at.y - point.y) ** 2;
  };
  let best = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= COARSE; step++) {
    const here = distance(step / COARSE);
    if (here < nearest) {
      nearest = here;
      best = step / COARSE;
    }
  }
  let [low, high] = [Math.max(0, best - 1 / COARSE), Math.min(1, best + 1 / COARSE)];
  for (let step = 0; step < 24; step++) {
    const third = (high - low) / 3;
    if (distance(low + third) < distance(high - third)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}
