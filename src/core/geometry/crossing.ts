import { type Curve, curveBounds, splitCurve } from './curve.ts';
import type { Point } from './point.ts';
import { type Rect, rectsTouch } from './rect.ts';

/** How far, in model units, a piece of a curve may stray from its chord and still count as straight. */
const FLAT = 0.05;
/**
 * The same as a share of the curves' size, for curves beyond any screen: a file may name places 2^31 units away,
 * and the work has to stay what it is for curves of ordinary size.
 */
const FLAT_SHARE = 2 ** -18;
/** Halvings before a piece counts as straight whatever it is: 2^-24 of the curve. */
const DEEPEST = 24;

/** Counts the pairs of pieces that were held against each other, so that tests can show what two curves cost. */
export const work = { pairs: 0 };

/** A piece of a curve; its halves are made once, however many pieces of the other curve it is held against. */
interface Piece {
  readonly curve: Curve;
  readonly bounds: Rect;
  readonly straight: boolean;
  halves?: readonly [Piece, Piece];
}

/**
 * Whether two curves share a point. Touching counts: ends that lie on the other curve, tangents, overlap. A
 * curve of one point (all three the same) meets a curve that passes through it.
 */
export function curvesIntersect(a: Curve, b: Curve): boolean {
  const boundsA = curveBounds(a);
  const boundsB = curveBounds(b);
  if (!rectsTouch(boundsA, boundsB)) return false;
  const size = Math.max(boundsA.width, boundsA.height, boundsB.width, boundsB.height);
  const flat = Math.max(FLAT, size * FLAT_SHARE);
  return meet(pieceOf(a, boundsA, flat), pieceOf(b, boundsB, flat), 0, flat);
}

const pieceOf = (curve: Curve, bounds: Rect, flat: number): Piece => ({
  curve,
  bounds,
  straight: isFlat(curve, flat),
});

function meet(a: Piece, b: Piece, depth: number, flat: number): boolean {
  work.pairs += 1;
  if (!rectsTouch(a.bounds, b.bounds) || passBy(a.curve, b.curve) || passBy(b.curve, a.curve)) return false;
  const wholeA = depth >= DEEPEST || a.straight;
  const wholeB = depth >= DEEPEST || b.straight;
  if (wholeA && wholeB) return segmentsIntersect(a.curve.from, a.curve.to, b.curve.from, b.curve.to);
  const piecesA = wholeA ? [a] : halvesOf(a, flat);
  const piecesB = wholeB ? [b] : halvesOf(b, flat);
  return piecesA.some((pieceA) => piecesB.some((pieceB) => meet(pieceA, pieceB, depth + 1, flat)));
}

function halvesOf(piece: Piece, flat: number): readonly [Piece, Piece] {
  if (piece.halves === undefined) {
    const [before, after] = splitCurve(piece.curve, 0.5);
    piece.halves = [pieceOf(before, curveBounds(before), flat), pieceOf(after, curveBounds(after), flat)];
  }
  return piece.halves;
}

/** A curve is never farther from its chord than half the control point's distance from the chord's middle. */
function isFlat({ from, control, to }: Curve, flat: number): boolean {
  const x = control.x - (from.x + to.x) / 2;
  const y = control.y - (from.y + to.y) / 2;
  return x * x + y * y <= 4 * flat * flat;
}

/**
 * Whether `b` plainly lies on one side of the strip along its chord that `a` fills: what boxes cannot tell of
 * curves that run beside each other on a slant.
 */
function passBy(a: Curve, b: Curve): boolean {
  const bow = turn(a.from, a.to, a.control) / 2;
  const low = Math.min(0, bow);
  const high = Math.max(0, bow);
  const [from, control, to] = [b.from, b.control, b.to].map((point) => turn(a.from, a.to, point));
  if (from === undefined || control === undefined || to === undefined) return false;
  // Rounding must not part what touches.
  const slack = 1e-9 * (Math.abs(from) + Math.abs(control) + Math.abs(to) + high - low);
  return Math.min(from, control, to) > high + slack || Math.max(from, control, to) < low - slack;
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
