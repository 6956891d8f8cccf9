import { type ElementId, findLine } from '../../../core/document/index.ts';
import { session } from '../../store/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';
import { panBy } from '../base/view.ts';
import { bendGesture } from './bend.ts';
import { connectGesture, reconnectGesture } from './connect.ts';
import { marqueeGesture } from './marquee.ts';
import { moveGesture } from './move.ts';
import type { Part } from './part.ts';
import { placeGesture } from './place.ts';
import { resizeGesture } from './resize.ts';

/** The gesture that a press starts; null leaves it to the view, which pans. */
export function gestureFor(canvas: Canvas, part: Part, at: At, pointerType: string): Gesture | null {
  const { tool } = session.getState();
  if (tool.kind === 'place') return placeGesture(canvas, tool.typeId, tool.keep, at);
  switch (part.kind) {
    case 'pane':
      if (pointerType === 'mouse') return marqueeGesture(canvas, at);
      return pointerType === 'pen' ? panGesture(canvas, at) : tapGesture(canvas);
    case 'port':
      return connectGesture(canvas, part.id, part.port);
    case 'end':
      return reconnectGesture(canvas, part.id, part.end);
    case 'resize':
      return resizeGesture(canvas, part.id, part.corner, at);
    case 'line':
      return onLine(canvas, part.id, part.at, at);
    case 'body':
      return pickAnd(canvas, part.id, at, (ids) => moveGesture(canvas, ids, at));
    default:
      return part satisfies never;
  }
}

function onLine(canvas: Canvas, id: ElementId, where: 'curve' | 'label' | 'handle', at: At): Gesture {
  const diagram = canvas.diagram();
  const line = diagram === null ? undefined : findLine(diagram, id);
  // What hangs on nothing is moved whole; its handle bends it.
  const loose = line !== undefined && line.source.element === null && line.target.element === null;
  return pickAnd(canvas, id, at, (ids) =>
    ids.length > 1 || (loose && where !== 'handle')
      ? moveGesture(canvas, ids, at)
      : bendGesture(canvas, id, where, at),
  );
}

/**
 * Selects what was pressed, unless it belongs to the selection that is about to be dragged: then a mere click
 * selects it alone. With Shift, or Ctrl/Cmd, a click adds it to the selection or takes it out.
 */
function pickAnd(
  canvas: Canvas,
  id: ElementId,
  at: At,
  make: (ids: readonly ElementId[]) => Gesture,
): Gesture {
  const selection = [...(canvas.open()?.selection ?? [])];
  if (!selection.includes(id)) {
    const next = at.shift ? [...selection, id] : [id];
    canvas.select(next);
    const gesture = make(next);
    // Ctrl/Cmd means something else while dragging: whether it adds shows when no drag came of it.
    return at.mod ? { ...gesture, click: () => canvas.select([...selection, id]) } : gesture;
  }
  const gesture = make(selection);
  const click = () => canvas.select(at.shift || at.mod ? selection.filter((other) => other !== id) : [id]);
  return { ...gesture, click };
}

/** A pen on the pane moves the view: browsers differ in whether they make touches of it, so we do it. */
function panGesture(canvas: Canvas, start: At): Gesture {
  let { x, y } = start.client;
  return {
    kind: 'pan',
    cursor: 'grabbing',
    autoPan: false,
    move: ({ client }) => {
      panBy(canvas, client.x - x, client.y - y);
      ({ x, y } = client);
    },
    end: () => undefined,
    click: () => canvas.select([]),
  };
}

/** A finger on the pane is left to the view, which pans; a tap clears the selection. */
function tapGesture(canvas: Canvas): Gesture {
  return {
    kind: 'tap',
    cursor: 'default',
    autoPan: false,
    move: () => undefined,
    end: () => undefined,
    click: () => canvas.select([]),
  };
}
