import { session, setTool } from '../store/index.ts';
import type { Canvas } from './base/canvas.ts';
import { canvasInFront } from './base/front.ts';
import { cancelGesture, modifiersChanged } from './gestures/controller.ts';
import { quickInsert } from './lists/beside.ts';

/**
 * A letter typed on the canvas, or where nothing has the focus, starts the search for a stencil; shortcuts have
 * gone before.
 */
export function typed(canvas: Canvas, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || session.getState().dialog !== null) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!/^\p{L}$/u.test(event.key) || session.getState().presenting) return;
  event.preventDefault();
  quickInsert(canvas, event.key);
}

/** Space pans wherever the pointer or the focus is on the canvas, unless somebody types. */
function spacePans(canvas: Canvas, element: HTMLElement): boolean {
  const { dialog, view } = session.getState();
  const focused = document.activeElement;
  if (dialog !== null || view !== 'diagram') return false;
  if (focused?.matches('input, textarea, select, [contenteditable]')) return false;
  return canvas.pointer !== null || focused === element;
}

/** A stencil that waits to be placed was mostly chosen in the palette, which has the focus then. */
function dropTool(canvas: Canvas): boolean {
  const { tool, dialog, view } = session.getState();
  if (tool.kind !== 'place' || dialog !== null || view !== 'diagram') return false;
  if (canvas !== canvasInFront()) return false;
  setTool({ kind: 'select' });
  canvas.live.setState({ ghost: null, aim: null });
  return true;
}

/** Keys that a canvas hears wherever the focus is, and what ends its gesture. Returns how to stop hearing them. */
export function startWindowInput(canvas: Canvas, element: HTMLElement): () => void {
  const { live } = canvas;
  const down = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (cancelGesture(canvas) || dropTool(canvas))) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    modifiersChanged(canvas, event);
    if (event.key === ' ' && spacePans(canvas, element)) {
      event.preventDefault();
      if (!live.getState().space) live.setState({ space: true });
    }
  };
  const up = (event: KeyboardEvent) => {
    modifiersChanged(canvas, event);
    if (event.key !== ' ' || !live.getState().space) return;
    // A button that has the focus would take it for a press.
    event.preventDefault();
    live.setState({ space: false });
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.target !== document.body || session.getState().view !== 'diagram') return;
    if (canvas === canvasInFront()) typed(canvas, event);
  };
  const blur = () => {
    live.setState({ space: false });
    cancelGesture(canvas);
  };
  // A gesture began on what it saw: when that is edited, undone or no longer in front, it would go on elsewhere.
  const leave = session.subscribe((now, before) => {
    if (canvas.diagram(now) !== canvas.diagram(before) || now.presenting !== before.presenting)
      cancelGesture(canvas);
  });
  addEventListener('keydown', down, true);
  addEventListener('keydown', keyed);
  addEventListener('keyup', up, true);
  addEventListener('blur', blur);
  return () => {
    // A canvas left in the middle of a gesture must not come back in it.
    cancelGesture(canvas);
    leave();
    removeEventListener('keydown', down, true);
    removeEventListener('keydown', keyed);
    removeEventListener('keyup', up, true);
    removeEventListener('blur', blur);
  };
}
