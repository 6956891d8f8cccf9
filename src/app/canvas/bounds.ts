import { type Diagram, type ElementId, elementName, type Template } from '../../core/document/index.ts';
import { type Rect, rectUnion } from '../../core/geometry/index.ts';
import { boundaryNameBox, isBeforeLabel } from '../../core/report/index.ts';
import { labelShifts } from './flows/labels.ts';
import { flowDrawing } from './flows/shape-of-flow.ts';
import { lookOf } from './looks.ts';
import { drawnBox } from './nodes/inset.ts';

/** The box around some elements of a diagram with their names and labels, or around all; null when there are none. */
export function boundsOf(diagram: Diagram, template: Template, ids?: ReadonlySet<ElementId>): Rect | null {
  const rects: Rect[] = [];
  for (const shape of diagram.shapes) {
    if (ids !== undefined && !ids.has(shape.id)) continue;
    const box = drawnBox(shape);
    rects.push(box);
    if (shape.kind === 'borderBoundary') {
      const { image, imageLocation } = lookOf(template, shape.typeId);
      const hasIcon = image !== null && isBeforeLabel(imageLocation);
      rects.push(boundaryNameBox(elementName(shape), box, hasIcon));
    }
  }
  const shifts = labelShifts(diagram.lines, template);
  for (const line of diagram.lines) {
    if (ids !== undefined && !ids.has(line.id)) continue;
    const { box, label } = flowDrawing(line, template);
    rects.push(box);
    if (label !== null) rects.push({ ...label.box, top: label.box.top + (shifts.get(line.id) ?? 0) });
  }
  return rectUnion(rects) ?? null;
}
