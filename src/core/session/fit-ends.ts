import {
  type Diagram,
  findLine,
  findShape,
  freeEnd,
  type Line,
  type LineEnd,
  type Model,
  portForm,
  type Shape,
} from '../document/index.ts';
import { handleAfterMove, portPoint } from '../geometry/index.ts';

/**
 * A model with the ends of its lines where their shapes are, after shapes and lines came together from the two
 * `sides`: an end at a named port lies at that port, an end on what the diagram does not have is free where it is
 * (format 1.6), and the handle follows. An end that a side has so already stays: what a file says of its own is
 * carried, be it off the port or on nothing.
 */
export function fitEnds(model: Model, sides: readonly Model[]): Model {
  const own = new Set(sides.flatMap(({ diagrams }) => diagrams));
  const diagrams = model.diagrams.map((diagram) => (own.has(diagram) ? diagram : fitted(diagram, sides)));
  return diagrams.every((diagram, index) => diagram === model.diagrams[index])
    ? model
    : { ...model, diagrams };
}

/** Lines of a diagram with the shape that they end on and that it does not have, where no side has that so. */
export function lostShapes(
  diagram: Diagram,
  sides: readonly Model[],
): readonly { readonly line: Line; readonly id: string }[] {
  const had = diagramIn(sides, diagram);
  return diagram.lines.flatMap((line) =>
    ENDS.flatMap((name) => {
      const id = line[name].element;
      if (id === null || findShape(diagram, id) !== undefined) return [];
      return hasSo(had, line, name, undefined) ? [] : [{ line, id }];
    }),
  );
}

type EndName = 'source' | 'target';
const ENDS: readonly EndName[] = ['source', 'target'];

const diagramIn = (sides: readonly Model[], { id }: Diagram): readonly Diagram[] =>
  sides.flatMap(({ diagrams }) => diagrams.filter((one) => one.id === id));

function fitted(diagram: Diagram, sides: readonly Model[]): Diagram {
  const had = diagramIn(sides, diagram);
  const lines = diagram.lines.map((line): Line => {
    const [source, target] = [
      fittedEnd(diagram, had, line, 'source'),
      fittedEnd(diagram, had, line, 'target'),
    ];
    if (source === line.source && target === line.target) return line;
    const handle = handleAfterMove(line, line.handle, { source, target });
    return { ...line, source, target, handle: { x: Math.max(0, handle.x), y: Math.max(0, handle.y) } };
  });
  return lines.every((line, index) => line === diagram.lines[index]) ? diagram : { ...diagram, lines };
}

function fittedEnd(diagram: Diagram, had: readonly Diagram[], line: Line, name: EndName): LineEnd {
  const end = line[name];
  if (end.element === null) return end;
  const shape = findShape(diagram, end.element);
  if (shape === undefined) return hasSo(had, line, name, shape) ? end : freeEnd(end.x, end.y);
  const at = portOf(shape, end);
  if (at === null || (at.x === end.x && at.y === end.y)) return end;
  return hasSo(had, line, name, shape) ? end : { ...end, ...at };
}

const portOf = (shape: Shape, { port }: LineEnd) =>
  port === 'None' ? null : portPoint(shape, portForm(shape), port);

/** Whether one of the diagrams has this end of the line as it is, and its port where it is; or neither has the shape. */
const hasSo = (had: readonly Diagram[], line: Line, name: EndName, shape: Shape | undefined): boolean =>
  had.some((diagram) => {
    const end = line[name];
    const own = findLine(diagram, line.id)?.[name];
    if (own === undefined || own.element !== end.element || own.port !== end.port) return false;
    if (own.x !== end.x || own.y !== end.y) return false;
    const there = findShape(diagram, end.element);
    if (shape === undefined || there === undefined) return shape === there;
    const [was, is] = [portOf(there, end), portOf(shape, end)];
    return was?.x === is?.x && was?.y === is?.y;
  });
