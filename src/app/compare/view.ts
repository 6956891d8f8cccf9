import type { Point, Rect } from '../../core/geometry/index.ts';

/** Where a diagram lies in its pane: a point of it is drawn at `zoom` times the point, moved by `x` and `y` pixels. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** Extent of a pane, in pixels of the page. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const ZOOM = { min: 0.02, max: 4 } as const;
/** Names can be read from here on: whoever goes to a change sees what it is about. */
const READABLE = 0.8;
/** Pixels that a drawing keeps from the edges of its pane. */
const ROOM = 24;

const clamped = (zoom: number): number => Math.min(ZOOM.max, Math.max(ZOOM.min, zoom));

/** The view that shows a box of the diagram whole, in the middle, and no larger than it is. */
export function fitted(box: Rect, { width, height }: Size): View {
  const wide = (width - 2 * ROOM) / Math.max(1, box.width);
  const high = (height - 2 * ROOM) / Math.max(1, box.height);
  return centred(box, { width, height }, clamped(Math.min(1, wide, high)));
}

/** The view that shows a box in the middle, near enough to be read where it fits so. */
export function broughtIn(view: View, box: Rect, size: Size): View {
  const { zoom } = fitted(box, size);
  return centred(box, size, Math.min(Math.max(view.zoom, READABLE), Math.max(zoom, view.zoom)));
}

const centred = ({ left, top, width, height }: Rect, size: Size, zoom: number): View => ({
  zoom,
  x: size.width / 2 - (left + width / 2) * zoom,
  y: size.height / 2 - (top + height / 2) * zoom,
});

/** The view from nearer or farther; the point of the diagram under `at`, in pixels of the pane, stays there. */
export function zoomedAt(view: View, factor: number, at: Point): View {
  const zoom = clamped(view.zoom * factor);
  const by = zoom / view.zoom;
  return { zoom, x: at.x - (at.x - view.x) * by, y: at.y - (at.y - view.y) * by };
}

/** The view after one of two fingers went from `was` to `is`, in pixels of the pane: what is under both follows them. */
export function pinched(view: View, resting: Point, was: Point, is: Point): View {
  const apart = (at: Point): number => Math.max(1, Math.hypot(at.x - resting.x, at.y - resting.y));
  const between = { x: (resting.x + was.x) / 2, y: (resting.y + was.y) / 2 };
  return shifted(zoomedAt(view, apart(is) / apart(was), between), (is.x - was.x) / 2, (is.y - was.y) / 2);
}

/** The view moved by pixels. */
export const shifted = (view: View, dx: number, dy: number): View => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

/** The point of the diagram that is drawn at a place of the pane. */
export const pointAt = ({ zoom, x, y }: View, at: Point): Point => ({
  x: (at.x - x) / zoom,
  y: (at.y - y) / zoom,
});

/** Whether a pane of that size shows some of a box. */
export function isInView({ zoom, x, y }: View, { width, height }: Size, box: Rect): boolean {
  const [left, top] = [box.left * zoom + x, box.top * zoom + y];
  return left <= width && top <= height && left + box.width * zoom >= 0 && top + box.height * zoom >= 0;
}

/** The one view of all panes: they move together. Drawing follows it without rendering anything. */
export interface SharedView {
  readonly now: () => View;
  readonly set: (view: View) => void;
  /** Returns what ends it. */
  readonly onChange: (changed: () => void) => () => void;
}

export function sharedView(): SharedView {
  let view: View = { zoom: 1, x: 0, y: 0 };
  const listeners = new Set<() => void>();
  return {
    now: () => view,
    set: (next) => {
      view = next;
      for (const changed of listeners) changed();
    },
    onChange: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}
