import {
  type Curve,
  curveThrough,
  type Point,
  pointAt,
  type Rect,
  rectContains,
  rectsOverlap,
  segmentsIntersect,
} from '../geometry/index.ts';

/** A curve as a chain of straight pieces with the box around it: near enough for a layout, and cheap. */
export interface Chain {
  readonly points: readonly Point[];
  readonly bounds: Rect;
  /** Boxes around parts of it: less ground than `bounds` where it runs aslant. */
  readonly parts: readonly Rect[];
}

const PIECES = 16;
/** Pieces that share one of the boxes. */
const PART = 4;

export function chainOf(curve: Curve): Chain {
  const points = Array.from({ length: PIECES + 1 }, (_, step) => pointAt(curve, step / PIECES));
  const parts: Rect[] = [];
  for (let first = 0; first < PIECES; first += PART)
    parts.push(around(points.slice(first, first + PART + 1)));
  return { points, bounds: around(points), parts };
}

function around(points: readonly Point[]): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  // Straight ones have no width or height, and boxes that only touch do not overlap.
  return { left: left - 1, top: top - 1, width: right - left + 2, height: bottom - top + 2 };
}

export const chainThrough = (source: Point, handle: Point, target: Point): Chain =>
  chainOf(curveThrough(source, handle, target));

/** Whether the chain enters the box. */
export function entersRect({ points, bounds }: Chain, rect: Rect): boolean {
  if (!rectsOverlap(bounds, rect)) return false;
  return points.some((point, index) => {
    const before = points[index - 1];
    return rectContains(rect, point) || (before !== undefined && segmentMeets(before, point, rect));
  });
}

/** Whether the box around a piece touches another one. */
const near = (a: Point, b: Point, { left, top, width, height }: Rect): boolean =>
  Math.max(a.x, b.x) >= left &&
  Math.min(a.x, b.x) <= left + width &&
  Math.max(a.y, b.y) >= top &&
  Math.min(a.y, b.y) <= top + height;

function segmentMeets(a: Point, b: Point, rect: Rect): boolean {
  if (!near(a, b, rect)) return false;
  const { left, top } = rect;
  const [right, bottom] = [left + rect.width, top + rect.height];
  const [nw, se] = [
    { x: left, y: top },
    { x: right, y: bottom },
  ];
  const [ne, sw] = [
    { x: right, y: top },
    { x: left, y: bottom },
  ];
  return segmentsIntersect(a, b, nw, se) || segmentsIntersect(a, b, ne, sw);
}

/** How far along `a` (from 0 to 1) it first meets `b`; null when it does not. */
export function meetingAt(a: Chain, b: Chain): number | null {
  if (!rectsOverlap(a.bounds, b.bounds)) return null;
  for (let i = 1; i < a.points.length; i++) {
    const [from, to] = [a.points[i - 1], a.points[i]];
    if (from === undefined || to === undefined || !near(from, to, b.bounds)) continue;
    for (let j = 1; j < b.points.length; j++) {
      const [c, d] = [b.points[j - 1], b.points[j]];
      if (c === undefined || d === undefined || !segmentsIntersect(from, to, c, d)) continue;
      return (i - 1 + shareOf(from, to, c, d)) / (a.points.length - 1);
    }
  }
  return null;
}

/** Where on the piece from `a` to `b` the line through `c` and `d` lies. */
function shareOf(a: Point, b: Point, c: Point, d: Point): number {
  const [ux, uy, vx, vy] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  const cross = ux * vy - uy * vx;
  return cross === 0 ? 0.5 : ((c.x - a.x) * vy - (c.y - a.y) * vx) / cross;
}
