import type { Shape } from '../document/index.ts';
import { type Rect, SHAPE_INSET } from '../geometry/index.ts';

/** A shape is drawn on its box inset by this much on each side (format 7.1), in model units. */
export const INSET = SHAPE_INSET;

/** The box that the eye sees; never without an extent. */
export function drawnBox(shape: Pick<Shape, 'left' | 'top' | 'width' | 'height'>): Rect {
  return {
    left: shape.left + INSET,
    top: shape.top + INSET,
    width: Math.max(shape.width - 2 * INSET, 1),
    height: Math.max(shape.height - 2 * INSET, 1),
  };
}
