import {
  type Diagram,
  type ElementId,
  findShape,
  freeEnd,
  type Line,
  type LineEnd,
  type Model,
  type Port,
  portForm,
  type Shape,
  type Template,
  takesFlows,
  wholeUnit,
} from '../document/index.ts';
import {
  type NamedPort,
  nearestPort,
  PORTS,
  type Point,
  portPoint,
  rectCentre,
  rectContains,
} from '../geometry/index.ts';

/** Where a flow is to end: at a free point, or at an element, whose nearest port is taken unless one is named. */
export type EndAt = Point | { readonly element: ElementId; readonly port?: Port };

export const isNamedPort = (port: Port): port is NamedPort => port !== 'None';

/** A whole, non-negative point. */
export const wholePoint = ({ x, y }: Point): Point => ({
  x: Math.max(0, wholeUnit(x)),
  y: Math.max(0, wholeUnit(y)),
});

/** An end at a named port of the shape. */
export function endAtPort(shape: Shape, port: NamedPort): LineEnd {
  return { element: shape.id, port, ...portPoint(shape, portForm(shape), port) };
}

/** An end at the port of the shape that is nearest to a point. */
export function endTowards(shape: Shape, towards: Point): LineEnd {
  return endAtPort(shape, nearestPort(shape, portForm(shape), towards).port);
}

/** The element's middle or the point itself: what the other end looks towards. */
const placeOf = (diagram: Diagram, at: EndAt): Point => {
  if (!('element' in at)) return at;
  const shape = findShape(diagram, at.element);
  return shape === undefined ? { x: 0, y: 0 } : rectCentre(shape);
};

/** The end that `at` asks for; undefined when its element cannot be one. */
export function resolveEnd(
  template: Template,
  diagram: Diagram,
  at: EndAt,
  other: EndAt,
): LineEnd | undefined {
  if (!('element' in at)) return freeEnd(at.x, at.y);
  const shape = findShape(diagram, at.element);
  if (shape === undefined || !takesFlows(template, shape)) return undefined;
  if (at.port !== undefined && isNamedPort(at.port)) return endAtPort(shape, at.port);
  return endTowards(shape, placeOf(diagram, other));
}

/**
 * The port a quarter turn on: where a flow from an element to itself comes back, so that the loop has two
 * places to hang on.
 */
export function quarterTurn(port: NamedPort): NamedPort {
  return PORTS[(PORTS.indexOf(port) + 2) % PORTS.length] ?? 'East';
}

/**
 * An attached end after its shape changed from `before` to `after`. A shape that only moved takes the end
 * along by the same way; one that was resized gives a named port its new place, and an end without a named
 * port (other tools write those) keeps its distance from the middle. An end that did not even lie in its shape's
 * box, as scripts write that leave all coordinates at 0, is put at its port by either: what it crosses hangs on it.
 */
export function endAfter(end: LineEnd, before: Shape, after: Shape): LineEnd {
  if (before === after) return end;
  const resized = before.width !== after.width || before.height !== after.height;
  if (isNamedPort(end.port) && (resized || !rectContains(before, end))) return endAtPort(after, end.port);
  const [was, is] = [rectCentre(before), rectCentre(after)];
  const by = resized
    ? { x: is.x - was.x, y: is.y - was.y }
    : { x: after.left - before.left, y: after.top - before.top };
  const { x, y } = wholePoint({ x: end.x + by.x, y: end.y + by.y });
  return x === end.x && y === end.y ? end : { ...end, x, y };
}

/** Whether the line joins the two shapes, in either direction. */
export const joins = (line: Line, a: ElementId, b: ElementId): boolean =>
  (line.source.element === a && line.target.element === b) ||
  (line.source.element === b && line.target.element === a);

/**
 * Named ports whose end does not lie where the port does (format 1.6), as sentences; empty when all do.
 * Together with `checkInvariants` this is what every edit keeps.
 */
export function checkPorts(model: Model): readonly string[] {
  const broken: string[] = [];
  for (const diagram of model.diagrams) {
    for (const line of diagram.lines) {
      for (const end of [line.source, line.target]) {
        const shape = findShape(diagram, end.element);
        if (shape === undefined || !isNamedPort(end.port)) continue;
        const at = portPoint(shape, portForm(shape), end.port);
        if (at.x !== end.x || at.y !== end.y) {
          broken.push(
            `Line ${line.id} ends at ${end.x}, ${end.y}, its port ${end.port} is at ${at.x}, ${at.y}`,
          );
        }
      }
    }
  }
  return broken;
}
