import {
  type Diagram,
  freeEnd,
  type Line,
  type LineEnd,
  type Model,
  portForm,
  type Shape,
} from '../document/index.ts';
import { handleAfterMove, portPoint } from '../geometry/index.ts';

/**
 * The model with the ends of its lines where their shapes are, after shapes and lines came together from two models:
 * an end at a named port lies at that port, an end on what the diagram does not have is free where it is (format
 * 1.6), and the handle follows. Diagrams that are those of `before` are left as they are.
 */
export function fitEnds(before: Model, after: Model): Model {
  const old = new Set(before.diagrams);
  const diagrams = after.diagrams.map((diagram) => (old.has(diagram) ? diagram : fitted(diagram)));
  return diagrams.every((diagram, index) => diagram === after.diagrams[index])
    ? after
    : { ...after, diagrams };
}

function fitted(diagram: Diagram): Diagram {
  const shapes = new Map(diagram.shapes.map((shape) => [shape.id, shape]));
  const lines = diagram.lines.map((line) => fittedLine(line, shapes));
  return lines.every((line, index) => line === diagram.lines[index]) ? diagram : { ...diagram, lines };
}

function fittedLine(line: Line, shapes: ReadonlyMap<string, Shape>): Line {
  const [source, target] = [fittedEnd(line.source, shapes), fittedEnd(line.target, shapes)];
  if (source === line.source && target === line.target) return line;
  const handle = handleAfterMove(line, line.handle, { source, target });
  return { ...line, source, target, handle: { x: Math.max(0, handle.x), y: Math.max(0, handle.y) } };
}

function fittedEnd(end: LineEnd, shapes: ReadonlyMap<string, Shape>): LineEnd {
  if (end.element === null) return end;
  const shape = shapes.get(end.element);
  if (shape === undefined) return freeEnd(end.x, end.y);
  if (end.port === 'None') return end;
  const at = portPoint(shape, portForm(shape), end.port);
  return at.x === end.x && at.y === end.y ? end : { ...end, ...at };
}
