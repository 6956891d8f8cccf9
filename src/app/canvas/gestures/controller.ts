import { type ClientPoint, clientPoint } from '../../../core/geometry/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture, Running } from '../base/gesture.ts';
import type { PointerState } from '../base/port.ts';
import { clearGesture } from '../base/showing.ts';
import { keepFit, panBy, toModel } from '../base/view.ts';

/** Pixels that a pointer may tremble before a press becomes a drag. */
const SLOP = { mouse: 3, touch: 8 };
/** Nearer to the edge of the canvas than this many pixels, the view moves along. */
const EDGE = 28;
const EDGE_SPEED = 14;

/** The place of a pointer event. */
export const clientOf = (event: Pick<PointerState, 'clientX' | 'clientY'>): ClientPoint =>
  clientPoint(event.clientX, event.clientY);

export function atOf(canvas: Canvas, event: Omit<PointerState, 'pointerId' | 'pointerType' | 'buttons'>): At {
  const client = clientOf(event);
  return { client, point: toModel(canvas, client), ...modifiersOf(event) };
}

type Modifiers = Pick<PointerState, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

const modifiersOf = (event: Modifiers): Pick<At, 'shift' | 'alt' | 'mod'> => ({
  shift: event.shiftKey,
  alt: event.altKey,
  mod: event.ctrlKey || event.metaKey,
});

export const gestureRuns = ({ running }: Canvas): boolean => running !== null;

/** Whether the last press became a drag: browsers count it as the second click of a double click all the same. */
export const pressDragged = ({ dragged }: Canvas): boolean => dragged;

/** Whether a gesture of ours moves the view: then nobody else may. */
export const gesturePans = ({ running }: Canvas): boolean => running?.gesture.kind === 'pan';

/** Starts a gesture at a pointer press. Nothing starts on a canvas that is not on the page. */
export function begin(canvas: Canvas, gesture: Gesture, event: PointerState): void {
  cancelGesture(canvas);
  canvas.dragged = false;
  const { port } = canvas;
  if (port === null) return;
  canvas.running = {
    gesture,
    pointerId: event.pointerId,
    start: clientOf(event),
    slop: event.pointerType === 'mouse' ? SLOP.mouse : SLOP.touch,
    // All over the page: until the press becomes a drag nothing is captured, and the pointer may leave the canvas.
    unfollow: port.follow({
      moved: (moved) => pointerMoved(canvas, moved),
      released: (released) => pointerReleased(canvas, released),
      lost: (lost) => pointerLost(canvas, lost),
    }),
    moved: false,
    last: atOf(canvas, event),
    callOff: null,
  };
}

/** Ends what runs; what it showed is still there. */
function stop(canvas: Canvas): Running | null {
  const stopped = canvas.running;
  if (stopped === null) return null;
  canvas.running = null;
  // For what came beside the canvas meanwhile; after the end of the gesture, which is at a place in this view.
  queueMicrotask(() => keepFit(canvas));
  stopped.callOff?.();
  stopped.unfollow();
  canvas.port?.restoreCursor();
  return stopped;
}

/** The bit of `buttons` for the left mouse button, a finger and the tip of a pen. */
const PRIMARY = 1;

function pointerMoved(canvas: Canvas, event: PointerState): void {
  const { running } = canvas;
  if (running === null || event.pointerId !== running.pointerId) return;
  // Let go where nobody told us, or while another button stays down: that is no `pointerup`.
  if ((event.buttons & PRIMARY) === 0) {
    release(canvas, running.last);
    return;
  }
  running.last = atOf(canvas, event);
  if (!running.moved) {
    const { x, y } = running.last.client;
    if (Math.hypot(x - running.start.x, y - running.start.y) < running.slop) return;
    running.moved = true;
    canvas.dragged = true;
    // Only now: a captured click would no longer tell what it hit.
    canvas.port?.capture(event.pointerId, running.gesture.cursor);
    canvas.live.setState({ gesture: running.gesture.kind, hover: null });
  }
  schedule(canvas, running);
}

/** The view moved under a resting pointer (the wheel, an edge): what is dragged stays with the pointer. */
export function viewMoved(canvas: Canvas): void {
  const { running } = canvas;
  if (running === null || !running.moved) return;
  running.last = { ...running.last, point: toModel(canvas, running.last.client) };
  schedule(canvas, running);
}

/** One update per frame, however many events arrive. */
function schedule(canvas: Canvas, running: Running): void {
  running.callOff ??= canvas.port?.nextFrame(() => step(canvas)) ?? null;
}

function step(canvas: Canvas): void {
  const { running } = canvas;
  if (running === null) return;
  running.callOff = null;
  const panned = running.gesture.autoPan === false ? false : panAtEdge(canvas, running.last.client);
  if (panned) running.last = { ...running.last, point: toModel(canvas, running.last.client) };
  running.gesture.move(running.last);
  if (panned) schedule(canvas, running);
}

function panAtEdge(canvas: Canvas, client: ClientPoint): boolean {
  const frame = canvas.port?.frame();
  if (frame === undefined) return false;
  const push = (at: number, low: number, high: number) =>
    at < low + EDGE
      ? Math.min(1, (low + EDGE - at) / EDGE)
      : at > high - EDGE
        ? -Math.min(1, (at - high + EDGE) / EDGE)
        : 0;
  const dx = push(client.x, frame.left, frame.right) * EDGE_SPEED;
  const dy = push(client.y, frame.top, frame.bottom) * EDGE_SPEED;
  if (dx === 0 && dy === 0) return false;
  panBy(canvas, dx, dy);
  return true;
}

function pointerReleased(canvas: Canvas, event: PointerState): void {
  if (event.pointerId === canvas.running?.pointerId) release(canvas, atOf(canvas, event));
}

function pointerLost(canvas: Canvas, event: PointerState): void {
  if (event.pointerId === canvas.running?.pointerId) cancelGesture(canvas);
}

function release(canvas: Canvas, at: At): void {
  const stopped = stop(canvas);
  if (stopped === null) return;
  const { gesture, moved } = stopped;
  if (moved) {
    gesture.move(at);
    gesture.end(at);
  } else gesture.click?.(at);
  clearUnlessHeld(canvas);
}

/** An open list may go on showing the line that led to it. */
function clearUnlessHeld(canvas: Canvas): void {
  const { popup, connecting } = canvas.live.getState();
  clearGesture(canvas);
  if (popup !== null) canvas.live.setState({ connecting });
}

/** Drops the gesture in progress without a trace. True when there was one. */
export function cancelGesture(canvas: Canvas): boolean {
  const stopped = stop(canvas);
  if (stopped === null) return false;
  if (stopped.moved) stopped.gesture.cancel?.();
  clearGesture(canvas);
  return true;
}

/** A modifier key went down or up while the pointer rests: the gesture shows what it means now. */
export function modifiersChanged(canvas: Canvas, event: Modifiers): void {
  const { running } = canvas;
  if (running === null || !running.moved) return;
  running.last = { ...running.last, ...modifiersOf(event) };
  schedule(canvas, running);
}
