import type { Diagram, ElementId } from '../../core/document/index.ts';
import { curveBounds, curveThrough, type Rect, rectUnion } from '../../core/geometry/index.ts';
import { drawnBox } from './nodes/inset.ts';

/** The box around some elements of a diagram, or around all; null when there are none. */
export function boundsOf(diagram: Diagram, ids?: ReadonlySet<ElementId>): Rect | null {
  const rects: Rect[] = [];
  for (const shape of diagram.shapes) if (ids === undefined || ids.has(shape.id)) rects.push(drawnBox(shape));
  for (const line of diagram.lines) {
    if (ids !== undefined && !ids.has(line.id)) continue;
    rects.push(curveBounds(curveThrough(line.source, line.handle, line.target)));
    // The label hangs below the handle.
    if (line.kind === 'flow')
      rects.push({ left: line.handle.x - 30, top: line.handle.y + 10, width: 70, height: 30 });
  }
  return rectUnion(rects) ?? null;
}
