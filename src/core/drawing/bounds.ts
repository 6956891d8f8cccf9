import { type Diagram, type ElementId, elementName, type Template } from '../document/index.ts';
import { type Rect, rectUnion } from '../geometry/index.ts';
import { boundaryNameBox, isBeforeLabel } from './drawing.ts';
import { drawnBox } from './inset.ts';
import { labelShifts } from './label-shifts.ts';
import { flowDrawing } from './line-drawing.ts';
import { lookOf } from './looks.ts';

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
