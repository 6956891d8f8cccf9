import type { Diagram, Element, Line, Shape, Template } from '../../../core/document/index.ts';
import { drawnBox, flowDrawing } from '../../../core/drawing/index.ts';
import {
  insetRect,
  nearestT,
  type Point,
  pointAt,
  type Rect,
  rectCentre,
  rectContains,
} from '../../../core/geometry/index.ts';

/** Half the stroke around a shape seen from far away, in model units: `.canvas-far-shape`. */
const HALF_STROKE = 1.5;
/** Lines leave the elements that they end at to be pressed: they reach no farther, in model units. */
const LINE_REACH = 24;

/**
 * What lies topmost at a point of a diagram that is seen from far away: a line beside which the point is, then a shape
 * that holds it, then the border of a boundary. `reach`: the breadth, in model units, across which lines and borders
 * take the pointer.
 */
export function elementAt(
  diagram: Diagram,
  template: Template,
  point: Point,
  reach: number,
): Element | undefined {
  const beside = Math.min(reach, LINE_REACH) / 2;
  return (
    diagram.lines.findLast((line) => isBeside(line, template, point, beside)) ??
    diagram.shapes.findLast((shape) => shape.kind !== 'borderBoundary' && holds(shape, point)) ??
    diagram.shapes.findLast((shape) => shape.kind === 'borderBoundary' && onBorder(shape, point, reach / 2))
  );
}

function isBeside(line: Line, template: Template, point: Point, distance: number): boolean {
  const { box, curve } = flowDrawing(line, template);
  if (!rectContains(insetRect(box, -distance), point)) return false;
  const nearest = pointAt(curve, nearestT(curve, point));
  return Math.hypot(nearest.x - point.x, nearest.y - point.y) <= distance;
}

function holds(shape: Shape, point: Point): boolean {
  const box = insetRect(drawnBox(shape), -HALF_STROKE);
  if (!rectContains(box, point)) return false;
  if (shape.kind !== 'ellipse') return true;
  const centre = rectCentre(box);
  const [x, y] = [(point.x - centre.x) / (box.width / 2), (point.y - centre.y) / (box.height / 2)];
  return x * x + y * y <= 1;
}

function onBorder(shape: Shape, point: Point, distance: number): boolean {
  const box: Rect = drawnBox(shape);
  if (!rectContains(insetRect(box, -distance), point)) return false;
  const inside = insetRect(box, distance);
  return inside.width === 0 || inside.height === 0 || !rectContains(inside, point);
}
