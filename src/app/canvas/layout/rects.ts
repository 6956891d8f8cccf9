import type { Point, Rect } from '../../../core/geometry/index.ts';

/** The box moved by a way. */
export const shifted = (rect: Rect, by: Point): Rect => ({
  ...rect,
  left: rect.left + by.x,
  top: rect.top + by.y,
});
