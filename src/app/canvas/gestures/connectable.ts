import {
  type Diagram,
  portForm,
  type Shape,
  type Template,
  takesFlows,
} from '../../../core/document/index.ts';
import { type ModelPoint, nearestPort, type Point } from '../../../core/geometry/index.ts';

const inside = (shape: Shape, { x, y }: Point, margin: number) =>
  x >= shape.left - margin &&
  x <= shape.left + shape.width + margin &&
  y >= shape.top - margin &&
  y <= shape.top + shape.height + margin;

/** The topmost shape at a point that a flow may attach to; `margin` in model units. */
export function shapeAt(
  diagram: Diagram,
  template: Template,
  point: ModelPoint,
  margin = 0,
): Shape | undefined {
  return diagram.shapes.findLast((shape) => inside(shape, point, margin) && takesFlows(template, shape));
}

/** The port of a shape that a flow from `towards` takes, as the end that the file stores. */
export function attach(shape: Shape, towards: Point) {
  const { port, point } = nearestPort(shape, portForm(shape), towards);
  return { element: shape.id, port, x: point.x, y: point.y };
}
