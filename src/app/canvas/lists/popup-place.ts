import { assertNever } from '../../../core/base/index.ts';
import type { Diagram } from '../../../core/document/index.ts';
import { type ModelPoint, modelPoint } from '../../../core/geometry/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { Popup } from '../base/live.ts';
import { toClient } from '../base/view.ts';

/** What the list takes at most, in pixels, as the style sheet says. */
const WIDTH = 260;
const HEIGHT = 320;

export interface PopupPlace {
  readonly left: number;
  readonly top: number;
}

/** Where the list opens, in pixels from the canvas' corner: near what it is about, but inside. */
export function placeOf(canvas: Canvas, popup: Popup, diagram: Diagram): PopupPlace {
  const frame = canvas.port?.frame();
  if (frame === undefined) return { left: 16, top: 16 };
  const anchor = anchorOf(popup, diagram);
  if (anchor === null) return { left: Math.max(8, frame.width / 2 - WIDTH / 2), top: 24 };
  const client = toClient(canvas, anchor);
  return {
    left: Math.max(8, Math.min(client.x - frame.left + 8, frame.width - WIDTH - 8)),
    top: topOf(client.y - frame.top, frame.height),
  };
}

/** Below the place, above it where that has no room, else as low as it fits. */
function topOf(at: number, height: number): number {
  if (at + 8 + HEIGHT + 8 <= height) return Math.max(8, at + 8);
  if (at - 8 - HEIGHT >= 8) return at - 8 - HEIGHT;
  return Math.max(8, height - HEIGHT - 8);
}

/** The place that the list is about; null when it is about the whole diagram. */
function anchorOf(popup: Popup, diagram: Diagram): ModelPoint | null {
  switch (popup.kind) {
    case 'insert':
      return popup.at;
    case 'connect': {
      const shape = diagram.shapes.find((candidate) => candidate.id === popup.from);
      return shape === undefined ? null : modelPoint(shape.left, shape.top + shape.height);
    }
    case 'reattach': {
      const end = diagram.lines.find((candidate) => candidate.id === popup.flow)?.[popup.end];
      return end === undefined ? null : modelPoint(end.x, end.y);
    }
    case 'type': {
      const shape = diagram.shapes.find((candidate) => popup.ids.includes(candidate.id));
      const line = diagram.lines.find((candidate) => popup.ids.includes(candidate.id));
      if (shape !== undefined) return modelPoint(shape.left + shape.width, shape.top);
      return line === undefined ? null : modelPoint(line.handle.x, line.handle.y);
    }
    case 'find':
      return null;
    default:
      return assertNever(popup);
  }
}
