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
import { mapKeeping, mapKeepingAt, updateDiagram, withMembers } from './update.ts';

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

/** The places of elements in the lists of their diagram. */
interface Reach {
  readonly shapes: readonly number[];
  readonly lines: readonly number[];
}

/**
 * Gives shapes new boxes. Attached ends follow their shapes. A line whose two ends moved alike goes along
 * exactly; otherwise its curve keeps its form between the new ends. `reach` says which elements that can concern: with
 * it the others are not looked at.
 */
export function withBoxes(
  diagram: Diagram,
  boxes: ReadonlyMap<ElementId, Rect>,
  carry?: Carry,
  reach?: Reach,
): Diagram {
  const before = new Map<ElementId, Shape>();
  const after = new Map<ElementId, Shape>();
  const moved = (shape: Shape): Shape => {
    const box = boxes.get(shape.id);
    if (box === undefined) return shape;
    const { left, top, width, height } = box;
    const next = withMembers<Shape>(shape, { left, top, width, height });
    if (next !== shape) {
      before.set(shape.id, shape);
      after.set(shape.id, next);
    }
    return next;
  };
  const endOf = (line: Line, end: LineEnd): LineEnd => {
    if (end.element === null) return carry?.lines.has(line.id) ? shifted(end, carry) : end;
    const [was, is] = [before.get(end.element), after.get(end.element)];
    return was === undefined || is === undefined ? end : endAfter(end, was, is);
  };
  const followed = (line: Line): Line => {
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
  };
  const shapes =
    reach === undefined
      ? mapKeeping(diagram.shapes, moved)
      : mapKeepingAt(diagram.shapes, reach.shapes, moved);
  const lines =
    reach === undefined
      ? mapKeeping(diagram.lines, followed)
      : mapKeepingAt(diagram.lines, reach.lines, followed);
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
export const moveElements = (model: Model, ids: Iterable<ElementId>, dx: number, dy: number): Model =>
  elementMover(ids)(model, dx, dy);

/** Moves elements as `moveElements` does. */
export type ElementMover = (model: Model, dx: number, dy: number) => Model;

/**
 * Moves the same elements again and again: of each diagram it goes over all elements once, and then over those alone
 * that a move of these reaches. A step of a drag costs what is dragged and not what is there.
 */
export function elementMover(ids: Iterable<ElementId>): ElementMover {
  const wanted = new Set(ids);
  const known = new WeakMap<Diagram, Movable>();
  const movableIn = (diagram: Diagram): Movable => {
    const before = known.get(diagram);
    if (before !== undefined) return before;
    const found = findMovable(diagram, wanted);
    known.set(diagram, found);
    return found;
  };
  return (model, dx, dy) => {
    const [byX, byY] = [wholeUnit(dx), wholeUnit(dy)];
    if (byX === 0 && byY === 0) return model;
    const diagrams = mapKeeping(model.diagrams, (diagram) => moved(diagram, movableIn(diagram), byX, byY));
    return withMembers(model, { diagrams });
  };
}

/** What moves in a diagram. */
interface Movable extends Reach {
  readonly moved: readonly Shape[];
  /** Lines that are moved themselves. */
  readonly carried: ReadonlySet<ElementId>;
  /** The least places of shapes, and of ends and handles, that the edge of the canvas holds. */
  readonly shapesAt: Point;
  readonly pointsAt: Point;
}

/** Counts the elements that moves looked at, so that tests can show what a step of a drag costs. */
export const work = { elements: 0 };

function findMovable({ shapes, lines }: Diagram, wanted: ReadonlySet<ElementId>): Movable {
  work.elements += shapes.length + lines.length;
  const isWanted = (id: ElementId | null): boolean => id !== null && wanted.has(id);
  const shapePlaces = [...shapes.keys()].filter((place) => isWanted(shapes[place]?.id ?? null));
  const moved = shapePlaces.flatMap((place) => shapes[place] ?? []);
  const linePlaces: number[] = [];
  const carried = new Set<ElementId>();
  const points: Point[] = [];
  for (const [place, line] of lines.entries()) {
    const { id, source, target, handle } = line;
    const own = wanted.has(id);
    if (!own && !isWanted(source.element) && !isWanted(target.element)) continue;
    linePlaces.push(place);
    if (own) {
      carried.add(id);
      points.push(...[source, target].filter((end) => end.element === null));
    }
    if (wanted.has(source.element ?? id) && wanted.has(target.element ?? id)) points.push(handle);
  }
  const corners = moved.map(({ left, top }) => ({ x: left, y: top }));
  return {
    shapes: shapePlaces,
    lines: linePlaces,
    moved,
    carried,
    shapesAt: leastOf(corners),
    pointsAt: leastOf(points),
  };
}

function leastOf(points: readonly Point[]): Point {
  let [x, y] = [Infinity, Infinity];
  for (const point of points) {
    x = Math.min(x, point.x);
    y = Math.min(y, point.y);
  }
  return { x, y };
}

function moved(diagram: Diagram, movable: Movable, byX: number, byY: number): Diagram {
  const { moved: shapes, carried, shapesAt, pointsAt } = movable;
  if (shapes.length + carried.size === 0) return diagram;
  work.elements += movable.shapes.length + movable.lines.length;
  const dx = held(held(byX, shapesAt.x, CANVAS_START), pointsAt.x, 0);
  const dy = held(held(byY, shapesAt.y, CANVAS_START), pointsAt.y, 0);
  const boxes = new Map(
    shapes.map((shape) => [shape.id, { ...boxOf(shape), left: shape.left + dx, top: shape.top + dy }]),
  );
  return withBoxes(diagram, boxes, { lines: carried, dx, dy }, movable);
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
