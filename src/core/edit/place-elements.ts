import type { Diagram, ElementId, Line, LineEnd, Model, Shape } from '../document/index.ts';
import { CANVAS_START, findShape, wholeUnit } from '../document/index.ts';
import { nearestPort, type Point, type Rect } from '../geometry/index.ts';
import { updateDiagram, updateElements, withMembers } from './update.ts';

/** New places for elements of one diagram, as a layout decides them, in model units. */
export interface Places {
  readonly boxes: ReadonlyMap<ElementId, Rect>;
  /** Handles of flows; their attached ends take the port nearest to it. */
  readonly handles: ReadonlyMap<ElementId, Point>;
  /** Lines with both ends free: ends and handle. */
  readonly lines: ReadonlyMap<
    ElementId,
    { readonly source: Point; readonly target: Point; readonly handle: Point }
  >;
}

/** Puts elements where a layout says. Coordinates are made whole and never below the canvas' start. */
export function placeElements(model: Model, diagramId: string, places: Places): Model {
  return updateDiagram(model, diagramId, (diagram) => {
    const placed = updateElements(diagram, {
      shape: (shape) => {
        const box = places.boxes.get(shape.id);
        return box === undefined ? shape : withMembers(shape, wholeBox(box));
      },
    });
    return updateElements(placed, { line: (line) => placedLine(placed, line, places) });
  });
}

function wholeBox({ left, top, width, height }: Rect): Rect {
  return {
    left: Math.max(CANVAS_START, wholeUnit(left)),
    top: Math.max(CANVAS_START, wholeUnit(top)),
    width: Math.max(1, wholeUnit(width)),
    height: Math.max(1, wholeUnit(height)),
  };
}

const onCanvas = ({ x, y }: Point): Point => ({
  x: Math.max(CANVAS_START, wholeUnit(x)),
  y: Math.max(CANVAS_START, wholeUnit(y)),
});

function placedLine(diagram: Diagram, line: Line, places: Places): Line {
  const free = places.lines.get(line.id);
  if (free !== undefined && line.source.element === null && line.target.element === null) {
    return {
      ...line,
      source: { ...line.source, ...onCanvas(free.source) },
      target: { ...line.target, ...onCanvas(free.target) },
      handle: onCanvas(free.handle),
    };
  }
  const handle = places.handles.get(line.id);
  if (handle === undefined) return line;
  const at = onCanvas(handle);
  return {
    ...line,
    source: endTowards(diagram, line.source, at),
    target: endTowards(diagram, line.target, at),
    handle: at,
  };
}

function endTowards(diagram: Diagram, end: LineEnd, towards: Point): LineEnd {
  const shape = findShape(diagram, end.element);
  if (shape === undefined) return end;
  const { port, point } = nearestPort(shape, formOf(shape), towards);
  return withMembers(end, { port, x: point.x, y: point.y });
}

const formOf = (shape: Shape) => (shape.kind === 'ellipse' ? 'ellipse' : 'rectangle');
