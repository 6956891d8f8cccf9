import { type DragEvent, type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { typeId } from '../../core/document/index.ts';
import { activeDiagram, activeModel, select, session, setRenaming, setTool } from '../store/index.ts';
import { startClipboard } from './clipboard/clipboard.ts';
import {
  atOf,
  begin,
  cancelGesture,
  gesturePans,
  gestureRuns,
  modifiersChanged,
  pressDragged,
} from './gestures/controller.ts';
import { gestureFor } from './gestures/gesture-for.ts';
import { partOf } from './gestures/part.ts';
import { ghostAt, placeAt } from './gestures/place.ts';
import { quickInsert } from './lists/beside.ts';
import { closePopup, live, openPopup } from './live.ts';
import { focusCanvas, pointerOnCanvas, rememberPointer, toModel } from './view.ts';

export const STENCIL_MIME = 'application/x-trustline-stencil';

/** Pointer, keyboard and drag and drop of the canvas element. */
export function useCanvasInput() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(startWindowInput, []);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    element.addEventListener('touchstart', touched, { capture: true, passive: true });
    element.addEventListener('touchmove', swiped, { capture: true, passive: false });
    return () => {
      element.removeEventListener('touchstart', touched, { capture: true });
      element.removeEventListener('touchmove', swiped, { capture: true });
    };
  }, []);
  useEffect(() => startClipboard(() => ref.current), []);
  return { ref, handlers };
}

const handlers = {
  onPointerDownCapture: pressed,
  onPointerMove: (event: PointerEvent<HTMLElement>) => {
    rememberPointer({ x: event.clientX, y: event.clientY });
    if (!gestureRuns()) hovered(event);
  },
  onPointerLeave: () => {
    rememberPointer(null);
    if (gestureRuns()) return;
    live.setState({ hover: null, ghost: null });
    // An open list points at elements by itself.
    if (live.getState().popup === null) live.setState({ aim: null });
  },
  onDoubleClick: doubleClicked,
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
    if (event.target === event.currentTarget) typed(event.nativeEvent);
  },
  onDragOver: (event: DragEvent<HTMLElement>) => {
    if (!event.dataTransfer.types.includes(STENCIL_MIME)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const { tool } = session.getState();
    if (tool.kind === 'place') ghostAt(tool.typeId, toModel({ x: event.clientX, y: event.clientY }));
  },
  onDragLeave: () => live.setState({ ghost: null, aim: null }),
  onDrop: (event: DragEvent<HTMLElement>) => {
    const dropped = event.dataTransfer.getData(STENCIL_MIME);
    if (dropped === '') return;
    event.preventDefault();
    live.setState({ ghost: null, aim: null });
    placeAt(typeId(dropped), toModel({ x: event.clientX, y: event.clientY }));
    focusCanvas();
  },
};

const inWidget = (target: EventTarget) =>
  target instanceof Element &&
  target.closest('.canvas-popup, .canvas-rename, .canvas-controls, .canvas-minimap') !== null;

function pressed(event: PointerEvent<HTMLElement>): void {
  if (inWidget(event.target)) return;
  if (live.getState().popup !== null) closePopup();
  focusCanvas(true);
  setRenaming(null);
  const part = partOf(event.target);
  if (event.button === 2) {
    const selection = activeModel()?.selection;
    if (part.kind === 'pane') select([]);
    else if (selection?.has(part.id) !== true) select([part.id]);
    return;
  }
  const panning = live.getState().space || session.getState().tool.kind === 'hand';
  if (event.button !== 0 || panning || session.getState().presenting) return;
  const gesture = gestureFor(part, atOf(event.nativeEvent), event.pointerType);
  if (gesture === null) return;
  begin(gesture, event.nativeEvent);
}

/**
 * React Flow pans by touch events of its own: it must not see a finger that starts one of our gestures. A second
 * finger ends the gesture and both pinch.
 */
function touched(event: TouchEvent): void {
  if (event.touches.length > 1) {
    cancelGesture();
    return;
  }
  const { tool } = session.getState();
  if (partOf(event.target).kind !== 'pane' || tool.kind === 'place' || gesturePans()) event.stopPropagation();
}

/** A gesture takes the finger for itself: else the browser would, and a second finger could no longer pinch. */
function swiped(event: TouchEvent): void {
  if (gestureRuns() && event.cancelable) event.preventDefault();
}

function hovered(event: PointerEvent<HTMLElement>): void {
  const { tool, presenting } = session.getState();
  const { popup, hover } = live.getState();
  if (tool.kind === 'place') {
    ghostAt(tool.typeId, toModel({ x: event.clientX, y: event.clientY }));
    return;
  }
  if (popup !== null || presenting || event.pointerType === 'touch') return;
  const part = partOf(event.target);
  const next = part.kind === 'pane' ? null : part.id;
  if (next !== hover) live.setState({ hover: next });
}

function doubleClicked(event: React.MouseEvent<HTMLElement>): void {
  if (inWidget(event.target) || session.getState().presenting || live.getState().space) return;
  if (pressDragged()) return;
  const part = partOf(event.target);
  if (part.kind === 'pane') {
    const at = toModel({ x: event.clientX, y: event.clientY });
    openPopup({ kind: 'insert', at, query: '', from: null, port: null, around: null, optional: true });
  } else if (part.kind === 'body' || part.kind === 'line') setRenaming(part.id);
}

/**
 * A letter typed on the canvas, or where nothing has the focus, starts the search for a stencil; shortcuts have
 * gone before.
 */
function typed(event: globalThis.KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || session.getState().dialog !== null) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!/^\p{L}$/u.test(event.key) || session.getState().presenting) return;
  event.preventDefault();
  quickInsert(event.key);
}

/** Space pans wherever the pointer or the focus is on the canvas, unless somebody types. */
function spacePans(): boolean {
  const { dialog, view } = session.getState();
  const focused = document.activeElement;
  if (dialog !== null || view !== 'diagram') return false;
  if (focused?.matches('input, textarea, select, [contenteditable]')) return false;
  return pointerOnCanvas() || (focused?.matches('[data-canvas]') ?? false);
}

/** A stencil that waits to be placed was mostly chosen in the palette, which has the focus then. */
function dropTool(): boolean {
  const { tool, dialog, view } = session.getState();
  if (tool.kind !== 'place' || dialog !== null || view !== 'diagram') return false;
  setTool({ kind: 'select' });
  live.setState({ ghost: null, aim: null });
  return true;
}

function startWindowInput(): () => void {
  const down = (event: globalThis.KeyboardEvent) => {
    if (event.key === 'Escape' && cancelGesture()) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (event.key === 'Escape' && dropTool()) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    modifiersChanged(event);
    if (event.key === ' ' && spacePans()) {
      event.preventDefault();
      if (!live.getState().space) live.setState({ space: true });
    }
  };
  const up = (event: globalThis.KeyboardEvent) => {
    modifiersChanged(event);
    if (event.key !== ' ' || !live.getState().space) return;
    // A button that has the focus would take it for a press.
    event.preventDefault();
    live.setState({ space: false });
  };
  const keyed = (event: globalThis.KeyboardEvent) => {
    if (event.target === document.body && session.getState().view === 'diagram') typed(event);
  };
  const blur = () => {
    live.setState({ space: false });
    cancelGesture();
  };
  // A gesture began on what it saw: when that is edited, undone or no longer in front, it would go on elsewhere.
  const leave = session.subscribe((now, before) => {
    if (activeDiagram(now) !== activeDiagram(before) || now.presenting !== before.presenting) cancelGesture();
  });
  addEventListener('keydown', down, true);
  addEventListener('keydown', keyed);
  addEventListener('keyup', up, true);
  addEventListener('blur', blur);
  return () => {
    // A canvas left in the middle of a gesture must not come back in it.
    cancelGesture();
    leave();
    removeEventListener('keydown', down, true);
    removeEventListener('keydown', keyed);
    removeEventListener('keyup', up, true);
    removeEventListener('blur', blur);
  };
}
