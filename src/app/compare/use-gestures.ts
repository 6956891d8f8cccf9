import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../../core/geometry/index.ts';
import { matchesKeys } from '../store/index.ts';
import { pinched, type SharedView, type Size, shifted, zoomedAt } from './view.ts';

/** Pixels that an arrow key moves, and times that a key or a notch of the wheel makes larger. */
const STEP = 60;
const NEARER = 1.25;
/** Pixels of a line, for wheels that tell lines, and how much nearer one pixel of the wheel comes. */
const LINE = 40;
const PER_PIXEL = 0.002;
/** Pixels that a pointer may move and still be a click. */
const STILL = 4;

interface Pointed {
  readonly clientX: number;
  readonly clientY: number;
  readonly target: EventTarget | null;
}

const boxOf = ({ target }: Pointed): DOMRect | undefined =>
  (target instanceof Element ? target.closest('canvas') : null)?.getBoundingClientRect();

/** The place of a pointer in the pane that it is over. */
function placeIn(event: Pointed): Point | null {
  const box = boxOf(event);
  return box === undefined ? null : { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** As on the canvas. */
export const FIT_KEYS = 'Shift+1';

interface Gestures {
  readonly view: SharedView;
  readonly size: RefObject<Size>;
  readonly onFit: () => void;
  /** A click, by its place in the pane. */
  readonly onClick: (at: Point, pane: HTMLCanvasElement) => void;
}

/** Moving and zooming all panes at once, by pointers (two of them zoom), wheel and keys. */
export function useGestures({ view, size, onFit, onClick }: Gestures) {
  const area = useRef<HTMLDivElement>(null);
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
  return { ref: area, onKeyDown, ...usePointers(view, onClick) };
}

/** One pointer moves the panes, or clicks; two zoom them. */
function usePointers(view: SharedView, onClick: Gestures['onClick']) {
  /** Where each pointer that is down was last, on the page, by its id. */
  const down = useRef(new Map<number, Point>());
  /** Whether it is no longer a click. */
  const moved = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button > 1 || placeIn(event) === null) return;
      // A first pointer: whatever was down before went without being told.
      if (event.isPrimary) down.current.clear();
      if (down.current.size === 2) return;
      moved.current = down.current.size > 0;
      down.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (event.target instanceof Element) event.target.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const was = down.current.get(event.pointerId);
      const box = boxOf(event);
      if (was === undefined || box === undefined) return;
      const is = { x: event.clientX, y: event.clientY };
      if (!moved.current && Math.hypot(is.x - was.x, is.y - was.y) < STILL) return;
      moved.current = true;
      down.current.set(event.pointerId, is);
      const resting = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
      const inPane = ({ x, y }: Point): Point => ({ x: x - box.left, y: y - box.top });
      view.set(
        resting === undefined
          ? shifted(view.now(), is.x - was.x, is.y - was.y)
          : pinched(view.now(), inPane(resting), inPane(was), inPane(is)),
      );
    },
    onPointerUp: (event: PointerEvent) => {
      const at = placeIn(event);
      if (!down.current.delete(event.pointerId) || moved.current || at === null) return;
      if (event.target instanceof HTMLCanvasElement) onClick(at, event.target);
    },
    onPointerCancel: (event: PointerEvent) => {
      down.current.delete(event.pointerId);
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
