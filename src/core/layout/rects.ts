import type { Point, Rect } from '../geometry/index.ts';

/** The box moved by a way. */
export const shifted = (rect: Rect, by: Point): Rect => ({
  ...rect,
  left: rect.left + by.x,
  top: rect.top + by.y,
});

/** How far apart two boxes are, in model units; 0 where they touch or overlap. */
export function gapBetween(a: Rect, b: Rect): number {
  const dx = Math.max(0, a.left - b.left - b.width, b.left - a.left - a.width);
  const dy = Math.max(0, a.top - b.top - b.height, b.top - a.top - a.height);
  return Math.hypot(dx, dy);
}

export const pointRect = ({ x, y }: Point, reach: number): Rect => ({
  left: x - reach,
  top: y - reach,
  width: 2 * reach,
  height: 2 * reach,
});
