import { type ElementId, findLine } from '../../../core/document/index.ts';
import { activeDiagram, activeModel, select, session } from '../../store/index.ts';
import { panBy } from '../view.ts';
import { bendGesture } from './bend.ts';
import { connectGesture, reconnectGesture } from './connect.ts';
import type { At, Gesture } from './controller.ts';
import { marqueeGesture } from './marquee.ts';
import { moveGesture } from './move.ts';
import type { Part } from './part.ts';
import { placeGesture } from './place.ts';
import { resizeGesture } from './resize.ts';

/** The gesture that a press starts; null leaves it to the view, which pans. */
export function gestureFor(part: Part, at: At, pointerType: string): Gesture | null {
  const { tool } = session.getState();
  if (tool.kind === 'place') return placeGesture(tool.typeId, tool.keep, at);
  switch (part.kind) {
    case 'pane':
      if (pointerType === 'mouse') return marqueeGesture(at);
      return pointerType === 'pen' ? panGesture(at) : tapGesture();
    case 'port':
      return connectGesture(part.id, part.port);
    case 'end':
      return reconnectGesture(part.id, part.end);
    case 'resize':
      return resizeGesture(part.id, part.corner, at);
    case 'line':
      return onLine(part.id, part.at, at);
    case 'body':
      return pickAnd(part.id, at, (ids) => moveGesture(ids, at));
    default:
      return part satisfies never;
  }
}

function onLine(id: ElementId, where: 'curve' | 'label' | 'handle', at: At): Gesture {
  const diagram = activeDiagram();
  const line = diagram === null ? undefined : findLine(diagram, id);
  // What hangs on nothing is moved whole; its handle bends it.
  const loose = line !== undefined && line.source.element === null && line.target.element === null;
  return pickAnd(id, at, (ids) =>
    ids.length > 1 || (loose && where !== 'handle') ? moveGesture(ids, at) : bendGesture(id, where, at),
  );
}

/**
 * Selects what was pressed, unless it belongs to the selection that is about to be dragged: then a mere click
 * selects it alone. With Shift, or Ctrl/Cmd, a click adds it to the selection or takes it out.
 */
function pickAnd(id: ElementId, at: At, make: (ids: readonly ElementId[]) => Gesture): Gesture {
  const selection = [...(activeModel()?.selection ?? [])];
  if (!selection.includes(id)) {
    const next = at.shift ? [...selection, id] : [id];
    select(next);
    const gesture = make(next);
    // Ctrl/Cmd means something else while dragging: whether it adds shows when no drag came of it.
    return at.mod ? { ...gesture, click: () => select([...selection, id]) } : gesture;
  }
  const gesture = make(selection);
  const click = () => select(at.shift || at.mod ? selection.filter((other) => other !== id) : [id]);
  return { ...gesture, click };
}

/** A pen on the pane moves the view: browsers differ in whether they make touches of it, so we do it. */
function panGesture(start: At): Gesture {
  let { x, y } = start.client;
  return {
    kind: 'pan',
    autoPan: false,
    move: ({ client }) => {
      panBy(client.x - x, client.y - y);
      ({ x, y } = client);
    },
    end: () => undefined,
    click: () => select([]),
  };
}

/** A finger on the pane is left to the view, which pans; a tap clears the selection. */
function tapGesture(): Gesture {
  return {
    kind: 'marquee',
    autoPan: false,
    move: () => undefined,
    end: () => undefined,
    click: () => select([]),
  };
}
