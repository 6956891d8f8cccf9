import type { Diagram, ElementId } from '../../../core/document/index.ts';
import { drawnBox } from '../../../core/drawing/index.ts';
import { type Point, type Rect, rectContainsRect, rectsTouch } from '../../../core/geometry/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';

const spanned = (a: Point, b: Point): Rect => ({
  left: Math.min(a.x, b.x),
  top: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/**
 * What a marquee takes: elements that it touches, border boundaries that it holds whole (else a marquee inside a
 * boundary would take it too), lines whose middle it holds.
 */
export function insideMarquee(diagram: Diagram, marquee: Rect): ElementId[] {
  const taken: ElementId[] = [];
  for (const shape of diagram.shapes) {
    const box = drawnBox(shape);
    const hit = shape.kind === 'borderBoundary' ? rectContainsRect(marquee, box) : rectsTouch(marquee, box);
    if (hit) taken.push(shape.id);
  }
  for (const line of diagram.lines) {
    const { x, y } = line.handle;
    if (rectContainsRect(marquee, { left: x, top: y, width: 0, height: 0 })) taken.push(line.id);
  }
  return taken;
}

/** Drags a frame over the canvas; Shift or Ctrl/Cmd adds to what is selected. */
export function marqueeGesture(canvas: Canvas, start: At): Gesture {
  const open = canvas.open();
  const selected = [...(open?.selection ?? [])];
  const before = start.shift || start.mod ? selected : [];
  const diagram = canvas.diagram();
  return {
    kind: 'marquee',
    cursor: 'default',
    move: (at) => {
      const marquee = spanned(start.point, at.point);
      canvas.live.setState({ marquee });
      if (diagram !== null) canvas.select([...before, ...insideMarquee(diagram, marquee)]);
    },
    end: () => undefined,
    cancel: () => canvas.select(selected),
    click: (at) => {
      if (!at.shift && !at.mod) canvas.select([]);
    },
  };
}
