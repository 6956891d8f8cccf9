import type { Point } from '../../../core/geometry/index.ts';
import { clearGesture, type Live, live } from '../live.ts';
import { canvasPort, panBy, toModel } from '../view.ts';

/** The pointer during a gesture. */
export interface At {
  /** Model units. */
  readonly point: Point;
  /** Client pixels. */
  readonly client: Point;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
}

/**
 * Something done with the pointer held down. What it shows while it runs goes into `live`; the document
 * changes at most once, in `end` or `click`.
 */
export interface Gesture {
  readonly kind: Exclude<Live['gesture'], null>;
  readonly move: (at: At) => void;
  readonly end: (at: At) => void;
  /** The pointer came up where it went down. */
  readonly click?: (at: At) => void;
  /** Takes back what `move` did beyond `live`, when the gesture is dropped. */
  readonly cancel?: () => void;
  /** The cursor while it runs, where its kind does not say it. */
  readonly cursor?: string;
  /** False: the view does not move when the pointer reaches its edge. */
  readonly autoPan?: boolean;
}

interface Running {
  readonly gesture: Gesture;
  readonly pointerId: number;
  readonly start: Point;
  readonly slop: number;
  moved: boolean;
  last: At;
  frame: number;
}

/** Pixels that a pointer may tremble before a press becomes a drag. */
const SLOP = { mouse: 3, touch: 8 };
/** Nearer to the edge of the canvas than this many pixels, the view moves along. */
const EDGE = 28;
const EDGE_SPEED = 14;

const CURSORS: Readonly<Record<Gesture['kind'], string>> = {
  move: 'move',
  resize: 'nwse-resize',
  connect: 'crosshair',
  bend: 'grabbing',
  marquee: 'default',
  pan: 'grabbing',
};

let running: Running | null = null;
/** The last press became a drag. */
let dragged = false;

export function atOf(event: PointerEvent | MouseEvent): At {
  const client = { x: event.clientX, y: event.clientY };
  return {
    client,
    point: toModel(client),
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
  };
}

export const gestureRuns = (): boolean => running !== null;

/** Whether the last press became a drag: browsers count it as the second click of a double click all the same. */
export const pressDragged = (): boolean => dragged;

/** Whether a gesture of ours moves the view: then nobody else may. */
export const gesturePans = (): boolean => running?.gesture.kind === 'pan';

/** Starts a gesture at a pointer press. */
export function begin(gesture: Gesture, event: PointerEvent): void {
  cancelGesture();
  dragged = false;
  running = {
    gesture,
    pointerId: event.pointerId,
    start: { x: event.clientX, y: event.clientY },
    slop: event.pointerType === 'mouse' ? SLOP.mouse : SLOP.touch,
    moved: false,
    last: atOf(event),
    frame: 0,
  };
  // On the window: until the press becomes a drag nothing is captured, and the pointer may leave the canvas.
  addEventListener('pointermove', pointerMoved);
  addEventListener('pointerup', pointerReleased);
  addEventListener('pointercancel', pointerLost);
}

/** Ends what runs; what it showed is still there. */
function stop(): Running | null {
  const stopped = running;
  if (stopped === null) return null;
  running = null;
  cancelAnimationFrame(stopped.frame);
  removeEventListener('pointermove', pointerMoved);
  removeEventListener('pointerup', pointerReleased);
  removeEventListener('pointercancel', pointerLost);
  canvasPort()?.element.style.removeProperty('cursor');
  return stopped;
}

/** The bit of `buttons` for the left mouse button, a finger and the tip of a pen. */
const PRIMARY = 1;

function pointerMoved(event: PointerEvent): void {
  if (running === null || event.pointerId !== running.pointerId) return;
  // Let go where nobody told us, or while another button stays down: that is no `pointerup`.
  if ((event.buttons & PRIMARY) === 0) {
    release(running.last);
    return;
  }
  running.last = atOf(event);
  if (!running.moved) {
    const distance = Math.hypot(event.clientX - running.start.x, event.clientY - running.start.y);
    if (distance < running.slop) return;
    running.moved = true;
    dragged = true;
    // Only now: a captured click would no longer tell what it hit.
    const element = canvasPort()?.element;
    element?.setPointerCapture(event.pointerId);
    // What has captured the pointer shows the cursor, wherever the pointer is.
    if (element !== undefined) element.style.cursor = running.gesture.cursor ?? CURSORS[running.gesture.kind];
    live.setState({ gesture: running.gesture.kind, hover: null });
  }
  schedule();
}

/** The view moved under a resting pointer (the wheel, an edge): what is dragged stays with the pointer. */
export function viewMoved(): void {
  if (running === null || !running.moved) return;
  running.last = { ...running.last, point: toModel(running.last.client) };
  schedule();
}

/** One update per frame, however many events arrive. */
function schedule(): void {
  if (running !== null && running.frame === 0) running.frame = requestAnimationFrame(step);
}

function step(): void {
  if (running === null) return;
  running.frame = 0;
  const panned = running.gesture.autoPan === false ? false : panAtEdge(running.last.client);
  if (panned) running.last = { ...running.last, point: toModel(running.last.client) };
  running.gesture.move(running.last);
  if (panned) schedule();
}

function panAtEdge(client: Point): boolean {
  const box = canvasPort()?.element.getBoundingClientRect();
  if (box === undefined) return false;
  const push = (at: number, low: number, high: number) =>
    at < low + EDGE
      ? Math.min(1, (low + EDGE - at) / EDGE)
      : at > high - EDGE
        ? -Math.min(1, (at - high + EDGE) / EDGE)
        : 0;
  const dx = push(client.x, box.left, box.right) * EDGE_SPEED;
  const dy = push(client.y, box.top, box.bottom) * EDGE_SPEED;
  if (dx === 0 && dy === 0) return false;
  panBy(dx, dy);
  return true;
}

function pointerReleased(event: PointerEvent): void {
  if (event.pointerId === running?.pointerId) release(atOf(event));
}

function pointerLost(event: PointerEvent): void {
  if (event.pointerId === running?.pointerId) cancelGesture();
}

function release(at: At): void {
  const stopped = stop();
  if (stopped === null) return;
  const { gesture, moved } = stopped;
  if (moved) {
    gesture.move(at);
    gesture.end(at);
  } else gesture.click?.(at);
  clearUnlessHeld();
}

/** An open list may go on showing the line that led to it. */
function clearUnlessHeld(): void {
  const { popup, connecting } = live.getState();
  clearGesture();
  if (popup !== null) live.setState({ connecting });
}

/** Drops the gesture in progress without a trace. True when there was one. */
export function cancelGesture(): boolean {
  const stopped = stop();
  if (stopped === null) return false;
  if (stopped.moved) stopped.gesture.cancel?.();
  clearGesture();
  return true;
}

/** A modifier key went down or up while the pointer rests: the gesture shows what it means now. */
export function modifiersChanged(event: KeyboardEvent): void {
  if (running === null || !running.moved) return;
  running.last = {
    ...running.last,
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
  };
  schedule();
}
