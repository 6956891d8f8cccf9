import {
  CANVAS_START,
  type Diagram,
  type DiagramId,
  diagramOf,
  type ElementId,
  findShape,
  type Line,
  type LineEnd,
  type Model,
  type Shape,
  shapeKindOf,
  wholeUnit,
} from '../document/index.ts';
import { handleAfterMove, type Point, type Rect, SHAPE_INSET } from '../geometry/index.ts';
import { endAfter, wholePoint } from './attach.ts';
import { isTaken } from './lines.ts';
import { mapKeeping, updateDiagram, withMembers } from './update.ts';

/** The least width and height that resizing gives, as stored: drawn it is 30, the least to read and to grab (format 7.1). */
export const LEAST_SIZE = 30 + 2 * SHAPE_INSET;

/** Whole units, on the canvas, not smaller than a shape can be drawn. */
export const soundBox = ({ left, top, width, height }: Rect, least: number): Rect => ({
  left: Math.max(CANVAS_START, wholeUnit(left)),
  top: Math.max(CANVAS_START, wholeUnit(top)),
  width: Math.max(least, wholeUnit(width)),
  height: Math.max(least, wholeUnit(height)),
});

/**
 * Adds a shape (from `newShape`) at the end of the diagram's shapes, above the others. A type that the
 * template does not draw as this kind of shape, or an id that is taken, adds nothing.
 */
export function addShape(model: Model, diagramId: DiagramId, shape: Shape): Model {
  if (shapeKindOf(model.template, shape.typeId) !== shape.kind || isTaken(model, shape.id)) return model;
  const added = withMembers<Shape>(shape, soundBox(shape, 1));
  return updateDiagram(model, diagramId, (diagram) => ({ ...diagram, shapes: [...diagram.shapes, added] }));
}

/** A move of free ends and handles that goes along with the shapes. */
export interface Carry {
  readonly lines: ReadonlySet<ElementId>;
  readonly dx: number;
  readonly dy: number;
}

/**
 * Gives shapes new boxes. Attached ends follow their shapes. A line whose two ends moved alike goes along
 * exactly; otherwise its curve keeps its form between the new ends.
 */
export function withBoxes(diagram: Diagram, boxes: ReadonlyMap<ElementId, Rect>, carry?: Carry): Diagram {
  const before = new Map<ElementId, Shape>();
  const after = new Map<ElementId, Shape>();
  const shapes = mapKeeping(diagram.shapes, (shape) => {
    const box = boxes.get(shape.id);
    if (box === undefined) return shape;
    const { left, top, width, height } = box;
    const next = withMembers<Shape>(shape, { left, top, width, height });
    if (next !== shape) {
      before.set(shape.id, shape);
      after.set(shape.id, next);
    }
    return next;
  });
  const endOf = (line: Line, end: LineEnd): LineEnd => {
    if (end.element === null) return carry?.lines.has(line.id) ? shifted(end, carry) : end;
    const [was, is] = [before.get(end.element), after.get(end.element)];
    return was === undefined || is === undefined ? end : endAfter(end, was, is);
  };
  const lines = mapKeeping(diagram.lines, (line) => {
    const source = endOf(line, line.source);
    const target = endOf(line, line.target);
    if (source !== line.source || target !== line.target) {
      const handle = wholePoint(handleAfterMove(line, line.handle, { source, target }));
      return { ...line, source, target, handle };
    }
    // Selected with ends that stay where they are: the bend is what moves.
    if (carry === undefined || !carry.lines.has(line.id)) return line;
    const handle = shifted(line.handle, carry);
    return handle === line.handle ? line : { ...line, handle };
  });
  return withMembers(diagram, { shapes, lines });
}

function shifted<P extends Point>(point: P, { dx, dy }: Carry): P {
  const { x, y } = wholePoint({ x: point.x + dx, y: point.y + dy });
  return x === point.x && y === point.y ? point : { ...point, x, y };
}

/** The delta that keeps `least` from going below `bound`; what is below already goes no further. */
const held = (delta: number, least: number, bound: number): number =>
  Math.max(delta, Math.min(0, bound - least)) + 0;

/**
 * Moves elements by whole units. The edge of the canvas holds all of them together, so they keep their
 * places to each other and the flows between them their bends. Attached ends follow shapes, never lines: a line
 * that is moved alone takes its free ends and its handle along. Elements of several diagrams move on each of them.
 */
export function moveElements(model: Model, ids: Iterable<ElementId>, dx: number, dy: number): Model {
  const wanted = new Set(ids);
  const [byX, byY] = [wholeUnit(dx), wholeUnit(dy)];
  if (byX === 0 && byY === 0) return model;
  const diagrams = mapKeeping(model.diagrams, (diagram) => {
    const shapes = diagram.shapes.filter((shape) => wanted.has(shape.id));
    const lines = diagram.lines.filter((line) => wanted.has(line.id));
    if (shapes.length + lines.length === 0) return diagram;
    const ends = lines.flatMap((line) => [line.source, line.target].filter((end) => end.element === null));
    const isMoved = ({ element }: LineEnd, { id }: Line) => wanted.has(element ?? id);
    const goesAlong = (line: Line) => isMoved(line.source, line) && isMoved(line.target, line);
    const points = [...ends, ...diagram.lines.filter(goesAlong).map((line) => line.handle)];
    const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
    const by = {
      x: held(held(byX, least(shapes.map((s) => s.left)), CANVAS_START), least(points.map((p) => p.x)), 0),
      y: held(held(byY, least(shapes.map((s) => s.top)), CANVAS_START), least(points.map((p) => p.y)), 0),
    };
    const boxes = new Map(
      shapes.map((shape) => [shape.id, { ...boxOf(shape), left: shape.left + by.x, top: shape.top + by.y }]),
    );
    const carried = new Set(lines.map((line) => line.id));
    return withBoxes(diagram, boxes, { lines: carried, dx: by.x, dy: by.y });
  });
  return withMembers(model, { diagrams });
}

export const boxOf = ({ left, top, width, height }: Shape): Rect => ({ left, top, width, height });

/**
 * Gives a shape another box; attached flows follow. Never off the canvas nor smaller than `LEAST_SIZE`; what a file
 * has beyond that goes no further, and is not brought back by a change to something else.
 */
export function resizeShape(model: Model, id: ElementId, box: Rect): Model {
  const diagram = diagramOf(model, id);
  if (diagram === undefined) return model;
  const shape = findShape(diagram, id);
  if (shape === undefined) return model;
  const within = (value: number, bound: number, now: number): number =>
    Math.max(Math.min(bound, now), wholeUnit(value));
  const next = {
    left: within(box.left, CANVAS_START, shape.left),
    top: within(box.top, CANVAS_START, shape.top),
    width: within(box.width, LEAST_SIZE, shape.width),
    height: within(box.height, LEAST_SIZE, shape.height),
  };
  const boxes = new Map([[id, next]]);
  return updateDiagram(model, diagram.id, (one) => withBoxes(one, boxes));
}
