import type { Point } from './point.ts';

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

/** Ends nearer than this no longer make the bow of a new flow smaller, and so of no other one, in model units. */
const SHORT = LEAST_BOW / BOW;

/**
 * The handle after the ends moved, so that the curve keeps its form: what lies between the middle of the ends and
 * the handle is turned and scaled as the line between the ends is. Moving both ends alike moves the handle exactly
 * so. Below `SHORT` nothing is scaled: else the least bow between elements side by side would grow to a tower when
 * they are dragged apart. From or to ends that fall together there is no turning either. Whole units.
 */
export function handleAfterMove(before: Ends, handle: Point, after: Ends): Point {
  const base = minus(before.target, before.source);
  const next = minus(after.target, after.source);
  const [was, is] = [middleOf(before), middleOf(after)];
  const offset = minus(handle, was);
  const [length, nextLength] = [Math.hypot(base.x, base.y), Math.hypot(next.x, next.y)];
  if ((base.x === next.x && base.y === next.y) || length === 0 || nextLength === 0) {
    return whole({ x: is.x + offset.x, y: is.y + offset.y });
  }
  // Complex numbers: the offset times next / base, as far as that turns.
  const scale = Math.max(nextLength, SHORT) / Math.max(length, SHORT) / (length * nextLength);
  const along = (base.x * next.x + base.y * next.y) * scale;
  const across = (base.x * next.y - base.y * next.x) * scale;
  return whole({
    x: is.x + offset.x * along - offset.y * across,
    y: is.y + offset.x * across + offset.y * along,
  });
}

const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const middleOf = ({ source, target }: Ends): Point => ({
  x: (source.x + target.x) / 2,
  y: (source.y + target.y) / 2,
});
const whole = ({ x, y }: Point): Point => ({ x: Math.round(x) + 0, y: Math.round(y) + 0 });
