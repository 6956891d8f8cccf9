import type { Point } from './point.ts';

/** A box on a diagram, in model units. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export function rectCentre(rect: Rect): Point {
  return { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
}

/** Whether the point lies in the box; its edge belongs to it. */
export function rectContains(rect: Rect, point: Point): boolean {
  return (
    point.x >= rect.left &&
    point.x <= rect.left + rect.width &&
    point.y >= rect.top &&
    point.y <= rect.top + rect.height
  );
}

/** Whether `inner` lies in `outer` as a whole; touching edges count as inside. */
export function rectContainsRect(outer: Rect, inner: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.left + inner.width <= outer.left + outer.width &&
    inner.top + inner.height <= outer.top + outer.height
  );
}

/** Whether the boxes share a point; touching edges do. */
export function rectsTouch(a: Rect, b: Rect): boolean {
  return (
    a.left <= b.left + b.width &&
    b.left <= a.left + a.width &&
    a.top <= b.top + b.height &&
    b.top <= a.top + a.height
  );
}

/** Whether the boxes share an area; touching edges do not. */
export function rectsOverlap(a: Rect, b: Rect): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

/** The smallest box around all of them; undefined for none. */
export function rectUnion(rects: Iterable<Rect>): Rect | undefined {
  let union: Rect | undefined;
  for (const rect of rects) {
    if (union === undefined) {
      union = rect;
      continue;
    }
    const left = Math.min(union.left, rect.left);
    const top = Math.min(union.top, rect.top);
    union = {
      left,
      top,
      width: Math.max(union.left + union.width, rect.left + rect.width) - left,
      height: Math.max(union.top + union.height, rect.top + rect.height) - top,
    };
  }
  return union;
}

/** The box made smaller by `by` on every side (larger for a negative one); sizes end at 0. */
export function insetRect(rect: Rect, by: number): Rect {
  return {
    left: rect.left + by,
    top: rect.top + by,
    width: Math.max(0, rect.width - 2 * by),
    height: Math.max(0, rect.height - 2 * by),
  };
}
