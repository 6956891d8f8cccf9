import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../../core/geometry/index.ts';
import { matchesKeys } from '../store/index.ts';
import { type SharedView, type Size, shifted, zoomedAt } from './view.ts';

/** Pixels that an arrow key moves, and times that a key or a notch of the wheel makes larger. */
const STEP = 60;
const NEARER = 1.25;
/** Pixels of a line, for wheels that tell lines, and how much nearer one pixel of the wheel comes. */
const LINE = 40;
const PER_PIXEL = 0.002;
/** Pixels that a pointer may move and still be a click. */
const STILL = 4;

/** The place of a pointer in the pane that it is over. */
function placeIn(event: {
  readonly clientX: number;
  readonly clientY: number;
  readonly target: EventTarget | null;
}) {
  const pane = event.target instanceof Element ? event.target.closest('canvas') : null;
  const box = pane?.getBoundingClientRect();
  return box === undefined ? null : { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** As on the canvas. */
export const FIT_KEYS = 'Shift+1';

interface Gestures {
  readonly view: SharedView;
  readonly size: RefObject<Size>;
  readonly onFit: () => void;
  /** A click, by its place in the pane and its share of the pane's width. */
  readonly onClick: (at: Point, pane: HTMLCanvasElement) => void;
}

/** Moving and zooming all panes at once, by pointer, wheel and keys. */
export function useGestures({ view, size, onFit, onClick }: Gestures) {
  const area = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; moved: boolean } | null>(null);
  useEffect(() => {
    const own = area.current;
    if (own === null) return;
    // Passive listeners, which React's are, cannot keep the page from zooming.
    const onWheel = (event: WheelEvent) => {
      const at = placeIn(event);
      if (at === null) return;
      event.preventDefault();
      const pixels = event.deltaMode === 0 ? 1 : LINE;
      const [dx, dy] = [event.deltaX * pixels, event.deltaY * pixels];
      if (event.ctrlKey || event.metaKey) view.set(zoomedAt(view.now(), Math.exp(-dy * PER_PIXEL), at));
      else if (event.shiftKey && dx === 0) view.set(shifted(view.now(), -dy, 0));
      else view.set(shifted(view.now(), -dx, -dy));
    };
    own.addEventListener('wheel', onWheel, { passive: false });
    return () => own.removeEventListener('wheel', onWheel);
  }, [view]);
  const middle = () => ({ x: size.current.width / 2, y: size.current.height / 2 });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = byKey(event.key, view, middle());
    if (matchesKeys(event.nativeEvent, FIT_KEYS)) onFit();
    else if (next === null) return;
    else view.set(next);
    event.preventDefault();
  };
  return {
    ref: area,
    onKeyDown,
    onPointerDown: (event: PointerEvent) => {
      if (event.button > 1 || placeIn(event) === null) return;
      drag.current = { x: event.clientX, y: event.clientY, moved: false };
      if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const from = drag.current;
      if (from === null) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(dx, dy) < STILL) return;
      drag.current = { x: event.clientX, y: event.clientY, moved: true };
      view.set(shifted(view.now(), dx, dy));
    },
    onPointerUp: (event: PointerEvent) => {
      const was = drag.current;
      drag.current = null;
      const at = placeIn(event);
      if (was === null || was.moved || at === null || !(event.target instanceof HTMLCanvasElement)) return;
      onClick(at, event.target);
    },
    onPointerCancel: () => {
      drag.current = null;
    },
  };
}

function byKey(key: string, view: SharedView, middle: Point) {
  const now = view.now();
  switch (key) {
    case 'ArrowLeft':
      return shifted(now, STEP, 0);
    case 'ArrowRight':
      return shifted(now, -STEP, 0);
    case 'ArrowUp':
      return shifted(now, 0, STEP);
    case 'ArrowDown':
      return shifted(now, 0, -STEP);
    case '+':
    case '=':
      return zoomedAt(now, NEARER, middle);
    case '-':
      return zoomedAt(now, 1 / NEARER, middle);
    default:
      return null;
  }
}
