import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { isLine, typeId } from '../../core/document/index.ts';
import type { ClientPoint } from '../../core/geometry/index.ts';
import { STENCIL_MIME, session, setRenaming } from '../store/index.ts';
import type { Canvas } from './base/canvas.ts';
import { bringToFront, leaveFront } from './base/front.ts';
import { reachAt } from './base/reach.ts';
import { closePopup, openPopup } from './base/showing.ts';
import { isFar } from './base/tiles.ts';
import { currentZoom, focusCanvas, toModel } from './base/view.ts';
import { startClipboard } from './clipboard/clipboard.ts';
import { connectShapes } from './create/create.ts';
import { elementAt } from './far/element-at.ts';
import {
  atOf,
  begin,
  cancelGesture,
  clientOf,
  gesturePans,
  gestureRuns,
  pressDragged,
} from './gestures/controller.ts';
import { gestureFor } from './gestures/gesture-for.ts';
import { type Part, partOf } from './gestures/part.ts';
import { dropAt, ghostAt } from './gestures/place.ts';
import { startWindowInput, typed } from './window-input.ts';

/** Pointer, keyboard and drag and drop of the canvas element. */
export function useCanvasInput(canvas: Canvas) {
  const ref = useRef<HTMLDivElement>(null);
  const handlers = useMemo(() => handlersOf(canvas), [canvas]);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const stop = [startWindowInput(canvas, element), startTouches(canvas, element), startClipboard(canvas)];
    return () => {
      for (const each of stop) each();
      leaveFront(canvas);
    };
  }, [canvas]);
  return { ref, handlers };
}

function startTouches(canvas: Canvas, element: HTMLElement): () => void {
  const touch = (event: TouchEvent) => touched(canvas, event);
  const swipe = (event: TouchEvent) => swiped(canvas, event);
  element.addEventListener('touchstart', touch, { capture: true, passive: true });
  element.addEventListener('touchmove', swipe, { capture: true, passive: false });
  return () => {
    element.removeEventListener('touchstart', touch, { capture: true });
    element.removeEventListener('touchmove', swipe, { capture: true });
  };
}

function handlersOf(canvas: Canvas) {
  const { live } = canvas;
  return {
    onFocusCapture: () => bringToFront(canvas),
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => pressed(canvas, event),
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      canvas.pointer = clientOf(event);
      if (!gestureRuns(canvas)) hovered(canvas, event);
    },
    onPointerLeave: () => {
      canvas.pointer = null;
      if (gestureRuns(canvas)) return;
      live.setState({ hover: null, ghost: null });
      // An open list points at elements by itself.
      if (live.getState().popup === null) live.setState({ aim: null });
    },
    onDoubleClick: (event: MouseEvent<HTMLElement>) => doubleClicked(canvas, event),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target === event.currentTarget) typed(canvas, event.nativeEvent);
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(STENCIL_MIME)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const { tool } = session.getState();
      if (tool.kind === 'place') ghostAt(canvas, tool.typeId, toModel(canvas, clientOf(event)));
    },
    onDragLeave: () => live.setState({ ghost: null, aim: null }),
    onDrop: (event: DragEvent<HTMLElement>) => {
      const dropped = event.dataTransfer.getData(STENCIL_MIME);
      if (dropped === '') return;
      event.preventDefault();
      live.setState({ ghost: null, aim: null });
      // First: the list that may open takes the focus.
      focusCanvas(canvas);
      dropAt(canvas, typeId(dropped), toModel(canvas, clientOf(event)));
    },
  };
}

const inWidget = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest(
    '.canvas-popup, .canvas-rename, .canvas-controls, .canvas-minimap, .canvas-legend, .canvas-steps',
  ) !== null;

/** What the pointer is on: what its event hit, or from far away what is drawn there. */
function partAt(canvas: Canvas, target: EventTarget | null, client: ClientPoint): Part {
  const part = partOf(target);
  if (part.kind !== 'pane' || inWidget(target)) return part;
  const zoom = currentZoom(canvas);
  const [diagram, template] = [canvas.diagram(), canvas.open()?.model.template];
  // A view that moves may be drawn as from far, too.
  if (
    !(isFar(zoom) || canvas.live.getState().movingFrom !== null) ||
    diagram === null ||
    template === undefined
  )
    return part;
  const element = elementAt(diagram, template, toModel(canvas, client), reachAt(zoom));
  if (element === undefined) return part;
  return isLine(element) ? { kind: 'line', id: element.id, at: 'curve' } : { kind: 'body', id: element.id };
}

function pressed(canvas: Canvas, event: PointerEvent<HTMLElement>): void {
  bringToFront(canvas);
  if (inWidget(event.target)) return;
  const { live } = canvas;
  const { popup } = live.getState();
  if (popup !== null) closePopup(canvas);
  focusCanvas(canvas, true);
  setRenaming(null);
  const part = partAt(canvas, event.target, clientOf(event));
  if (event.button === 2) {
    const selection = canvas.open()?.selection;
    if (part.kind === 'pane') canvas.select([]);
    else if (selection?.has(part.id) !== true) canvas.select([part.id]);
    return;
  }
  const panning = live.getState().space || session.getState().tool.kind === 'hand';
  if (event.button !== 0 || panning || session.getState().presenting) return;
  // An element that is asked for in the list can be pressed on the diagram as well; a press on the first ends the list.
  if (popup?.kind === 'connect' && part.kind !== 'pane' && part.id !== popup.from)
    if (connectShapes(canvas, popup.from, part.id, {}).length > 0) return;
  const gesture = gestureFor(canvas, part, atOf(canvas, event.nativeEvent), event.pointerType);
  if (gesture === null) return;
  begin(canvas, gesture, event.nativeEvent);
}

/**
 * React Flow pans by touch events of its own: it must not see a finger that starts one of our gestures. A second
 * finger ends the gesture and both pinch.
 */
function touched(canvas: Canvas, event: TouchEvent): void {
  if (event.touches.length > 1) {
    cancelGesture(canvas);
    return;
  }
  const { tool } = session.getState();
  const finger = event.touches[0];
  const part = finger === undefined ? null : partAt(canvas, event.target, clientOf(finger));
  if ((part !== null && part.kind !== 'pane') || tool.kind === 'place' || gesturePans(canvas))
    event.stopPropagation();
}

/** A gesture takes the finger for itself: else the browser would, and a second finger could no longer pinch. */
function swiped(canvas: Canvas, event: TouchEvent): void {
  if (gestureRuns(canvas) && event.cancelable) event.preventDefault();
}

function hovered(canvas: Canvas, event: PointerEvent<HTMLElement>): void {
  const { tool, presenting } = session.getState();
  const { popup, hover } = canvas.live.getState();
  if (tool.kind === 'place') {
    ghostAt(canvas, tool.typeId, toModel(canvas, clientOf(event)));
    return;
  }
  if (popup !== null || presenting || event.pointerType === 'touch') return;
  const part = partAt(canvas, event.target, clientOf(event));
  const next = part.kind === 'pane' ? null : part.id;
  if (next !== hover) canvas.live.setState({ hover: next });
}

function doubleClicked(canvas: Canvas, event: MouseEvent<HTMLElement>): void {
  if (inWidget(event.target) || session.getState().presenting || canvas.live.getState().space) return;
  if (pressDragged(canvas)) return;
  const part = partAt(canvas, event.target, clientOf(event));
  if (part.kind === 'pane') {
    const at = toModel(canvas, clientOf(event));
    openPopup(canvas, {
      kind: 'insert',
      at,
      query: '',
      from: null,
      port: null,
      around: null,
      optional: true,
    });
  } else if (part.kind === 'body' || part.kind === 'line') setRenaming(part.id);
}
