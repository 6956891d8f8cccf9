import type { Point } from './rect.ts';

/** How far a new flow bows out, as a share of its length, and the least and most in model units. */
const BOW = 0.12;
const LEAST_BOW = 14;
const MOST_BOW = 60;
/** Distance between flows that join the same two elements: more than a label is high. */
const LANE = 44;
/** Ends closer than this give no direction. */
const SELF = 1;
/** How far a self flow's loop reaches out of its element. */
const LOOP = 60;

/**
 * The handle of a new flow. Flows that join the same two elements get lanes that stay apart: `index` counts
 * those that are there already, in both directions. The bow is on the right-hand side as seen along the flow,
 * so that a flow and its answer part by themselves.
 * @param loopAround only for a flow from an element to itself: the middle of that element, which the loop leaves
 */
export function defaultHandle(source: Point, target: Point, index = 0, loopAround?: Point): Point {
  const middle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy);
  if (loopAround !== undefined || length < SELF) return loopHandle(middle, loopAround ?? middle, index);
  const lane = Math.floor(index / 2);
  const side = index % 2 === 0 ? 1 : -1;
  const bow = (Math.min(MOST_BOW, Math.max(LEAST_BOW, length * BOW)) + lane * LANE) * side;
  return whole({ x: middle.x + (dy / length) * bow, y: middle.y - (dx / length) * bow });
}

function loopHandle(middle: Point, centre: Point, index: number): Point {
  const [dx, dy] = [middle.x - centre.x, middle.y - centre.y];
  const length = Math.hypot(dx, dy);
  const reach = LOOP + index * LANE;
  // Both ends in the middle of the element: leave upwards.
  if (length < SELF) return whole({ x: middle.x, y: Math.max(0, middle.y - reach) });
  return whole({ x: middle.x + (dx / length) * reach, y: middle.y + (dy / length) * reach });
}

/** The two ends of a line. */
export interface Ends {
  readonly source: Point;
  readonly target: Point;
}

/**
 * The handle after the ends moved, so that the curve keeps its form: the triangle of ends and handle is moved,
 * turned and scaled as its base is. Moving both ends alike moves the handle exactly so. From or to a base of
 * no length there is no turning: the handle then goes with the middle of the ends. Whole units.
 */
export function handleAfterMove(before: Ends, handle: Point, after: Ends): Point {
  const base = minus(before.target, before.source);
  const next = minus(after.target, after.source);
  if (base.x === next.x && base.y === next.y) {
    return whole({
      x: handle.x + after.source.x - before.source.x,
      y: handle.y + after.source.y - before.source.y,
    });
  }
  const squared = base.x * base.x + base.y * base.y;
  if (squared === 0 || (next.x === 0 && next.y === 0)) {
    const [was, is] = [middleOf(before), middleOf(after)];
    return whole({ x: handle.x + is.x - was.x, y: handle.y + is.y - was.y });
  }
  // Complex numbers: (handle - source) / base * next + source.
  const offset = minus(handle, before.source);
  const along = (offset.x * base.x + offset.y * base.y) / squared;
  const across = (offset.y * base.x - offset.x * base.y) / squared;
  return whole({
    x: after.source.x + along * next.x - across * next.y,
    y: after.source.y + along * next.y + across * next.x,
  });
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const middleOf = ({ source, target }: Ends): Point => ({
  x: (source.x + target.x) / 2,
  y: (source.y + target.y) / 2,
});
const whole = ({ x, y }: Point): Point => ({ x: Math.round(x) + 0, y: Math.round(y) + 0 });
