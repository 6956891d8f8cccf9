import { type Diagram, type ElementId, findShape, type Line, type LineEnd } from '../document/index.ts';
import {
  curveCrossesRect,
  curveThrough,
  defaultHandle,
  insetRect,
  type Point,
  rectCentre,
  SHAPE_INSET,
} from '../geometry/index.ts';
import { endAtPort, isNamedPort, joins, quarterTurn, wholePoint } from './attach.ts';

/** Handles nearer than this put one label over the other: about a label's height (format 7.2). */
const APART = 24;
/** How many lanes are tried before the first free one is taken whatever lies in its way. */
const LANES = 8;

/**
 * The handle of a new flow between two ends: the first lane that keeps apart from the flows that join the
 * same elements and whose curve meets no other element; when every lane meets one, the first that keeps apart.
 * `ignore` is a line of the diagram that is being routed anew.
 */
export function routeHandle(
  diagram: Diagram,
  { source, target }: { readonly source: LineEnd; readonly target: LineEnd },
  ignore?: ElementId,
): Point {
  const self = source.element !== null && source.element === target.element;
  const own = self ? findShape(diagram, source.element) : undefined;
  const loopAround = own === undefined ? undefined : rectCentre(own);
  const taken = diagram.lines
    .filter((line) => line.id !== ignore && isParallel(line, source, target))
    .map((line) => line.handle);
  const blocks = diagram.shapes
    .filter(
      (shape) =>
        shape.kind !== 'borderBoundary' && shape.id !== source.element && shape.id !== target.element,
    )
    .map((shape) => insetRect(shape, SHAPE_INSET));

  const lanes: Point[] = [];
  for (let index = 0; lanes.length < LANES && index < LANES + 2 * taken.length; index++) {
    const handle = wholePoint(defaultHandle(source, target, index, loopAround));
    if (taken.every((other) => Math.hypot(other.x - handle.x, other.y - handle.y) >= APART)) {
      lanes.push(handle);
    }
  }
  const clear = lanes.find((handle) => {
    const curve = curveThrough(source, handle, target);
    return !blocks.some((block) => curveCrossesRect(curve, block));
  });
  return clear ?? lanes[0] ?? wholePoint(defaultHandle(source, target, taken.length, loopAround));
}

function isParallel(line: Line, source: LineEnd, target: LineEnd): boolean {
  return source.element !== null && target.element !== null && joins(line, source.element, target.element);
}

/** Gives a flow from an element to itself two ports; other ends stay as they are. */
export function partEnds(
  diagram: Diagram,
  ends: { readonly source: LineEnd; readonly target: LineEnd },
): { readonly source: LineEnd; readonly target: LineEnd } {
  const { source, target } = ends;
  if (source.element === null || source.element !== target.element) return ends;
  if (source.port !== target.port || !isNamedPort(source.port)) return ends;
  const shape = findShape(diagram, source.element);
  return shape === undefined ? ends : { source, target: endAtPort(shape, quarterTurn(source.port)) };
}
