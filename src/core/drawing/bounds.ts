import { atOnce, type Steps } from '../base/index.ts';
import { type Diagram, type ElementId, elementName, type Shape, type Template } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import { boundaryNameBox, isBeforeLabel, nameBoxOn } from './drawing.ts';
import { drawnBox } from './inset.ts';
import { labelShifts, layingOutLabels } from './label-shifts.ts';
import { flowDrawing } from './line-drawing.ts';
import { lookOf } from './looks.ts';

interface Known {
  readonly template: Template;
  readonly bounds: Rect | null;
}

/** Of whole diagrams: the map, the view and the lists ask for the same one. */
const known = new WeakMap<Diagram, Known>();

/** The box around some elements of a diagram with their names and labels, or around all; null when there are none. */
export function boundsOf(diagram: Diagram, template: Template, ids?: ReadonlySet<ElementId>): Rect | null {
  if (ids !== undefined) return atOnce(measuring(diagram, template, ids));
  const before = known.get(diagram);
  return before?.template === template ? before.bounds : atOnce(preparingDrawing(diagram, template));
}

/**
 * Works out what drawing a diagram needs of all its elements, one at each step: drawings and labels of the lines, and
 * its bounds, which come of it. Whoever draws it then waits for none of this.
 */
export function* preparingDrawing(diagram: Diagram, template: Template): Steps<Rect | null> {
  yield* layingOutLabels(diagram.lines, template);
  const bounds = yield* measuring(diagram, template);
  known.set(diagram, { template, bounds });
  return bounds;
}

function* measuring(
  { shapes, lines }: Diagram,
  template: Template,
  ids?: ReadonlySet<ElementId>,
): Steps<Rect | null> {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const enclose = (rect: Rect, down = 0): void => {
    left = Math.min(left, rect.left);
    top = Math.min(top, rect.top + down);
    right = Math.max(right, rect.left + rect.width);
    bottom = Math.max(bottom, rect.top + down + rect.height);
  };
  for (const shape of shapes) {
    if (ids !== undefined && !ids.has(shape.id)) continue;
    enclose(drawnBox(shape));
    enclose(nameBox(shape, template));
    yield;
  }
  const shifts = labelShifts(lines, template);
  for (const line of lines) {
    if (ids !== undefined && !ids.has(line.id)) continue;
    const { box, label } = flowDrawing(line, template);
    enclose(box);
    if (label !== null) enclose(label.box, shifts.get(line.id));
    yield;
  }
  return left <= right ? { left, top, width: right - left, height: bottom - top } : null;
}

const nameBoxes = new WeakMap<Shape, { readonly hasIcon: boolean; readonly box: Rect }>();

/** The box of a shape's name, worked out once per record. */
export function nameBox(shape: Shape, template: Template): Rect {
  const isBoundary = shape.kind === 'borderBoundary';
  const hasIcon = isBoundary && isIconBeforeName(template, shape);
  const before = nameBoxes.get(shape);
  if (before?.hasIcon === hasIcon) return before.box;
  const [name, on] = [elementName(shape), drawnBox(shape)];
  const box = isBoundary ? boundaryNameBox(name, on, hasIcon) : nameBoxOn(name, on);
  nameBoxes.set(shape, { hasIcon, box });
  return box;
}

function isIconBeforeName(template: Template, { typeId }: Shape): boolean {
  const { image, imageLocation } = lookOf(template, typeId);
  return image !== null && isBeforeLabel(imageLocation);
}
