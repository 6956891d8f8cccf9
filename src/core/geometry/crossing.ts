import { type Curve, curveBounds, splitCurve } from './curve.ts';
import { type Point, type Rect, rectsOverlap } from './rect.ts';

/** How far, in model units, a piece of a curve may stray from its chord and still count as straight. */
const FLAT = 0.05;
/** Halvings before a piece counts as straight whatever it is: 2^-24 of the curve. */
const DEEPEST = 24;

/**
 * Whether two curves share a point. Touching counts: ends that lie on the other curve, tangents, overlap. A
 * curve of one point (all three the same) meets a curve that passes through it.
 */
export function curvesIntersect(a: Curve, b: Curve): boolean {
  return meet(a, b, 0);
}

function meet(a: Curve, b: Curve, depth: number): boolean {
  if (!rectsOverlap(curveBounds(a), curveBounds(b))) return false;
  const flatA = depth >= DEEPEST || isFlat(a);
  const flatB = depth >= DEEPEST || isFlat(b);
  if (flatA && flatB) return segmentsIntersect(a.from, a.to, b.from, b.to);
  const piecesA = flatA ? [a] : splitCurve(a, 0.5);
  const piecesB = flatB ? [b] : splitCurve(b, 0.5);
  return piecesA.some((pieceA) => piecesB.some((pieceB) => meet(pieceA, pieceB, depth + 1)));
}

/** A curve is never farther from its chord than half the control point's distance from the chord's middle. */
function isFlat({ from, control, to }: Curve): boolean {
  const x = control.x - (from.x + to.x) / 2;
  const y = control.y - (from.y + to.y) / 2;
  return x * x + y * y <= 4 * FLAT * FLAT;
}

/** Whether two straight pieces share a point; ends and overlap count. */
export function segmentsIntersect(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0)))
    return true;
  return (
    (abc === 0 && between(a, b, c)) ||
    (abd === 0 && between(a, b, d)) ||
    (cda === 0 && between(c, d, a)) ||
    (cdb === 0 && between(c, d, b))
  );
}

/** Positive when a, b, c turn one way, negative the other way, 0 on one line. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Whether `c`, known to be on the line through `a` and `b`, lies between them. */
function between(a: Point, b: Point, c: Point): boolean {
  return (
    Math.min(a.x, b.x) <= c.x &&
    c.x <= Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) <= c.y &&
    c.y <= Math.max(a.y, b.y)
  );
}

/** Whether the curve meets the edge of the box; lying wholly inside or outside does not. */
export function curveCrossesRect(curve: Curve, { left, top, width, height }: Rect): boolean {
  const right = left + width;
  const bottom = top + height;
  const side = (x1: number, y1: number, x2: number, y2: number): Curve => ({
    from: { x: x1, y: y1 },
    control: { x: (x1 + x2) / 2, y: (y1 + y2) / 2 },
    to: { x: x2, y: y2 },
  });
  return (
    curvesIntersect(curve, side(left, top, right, top)) ||
    curvesIntersect(curve, side(right, top, right, bottom)) ||
    curvesIntersect(curve, side(left, bottom, right, bottom)) ||
    curvesIntersect(curve, side(left, top, left, bottom))
  );
}
