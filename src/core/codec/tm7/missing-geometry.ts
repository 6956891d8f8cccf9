import type { Diagram, Line, LineEnd, Shape } from '../../document/index.ts';
import { type Point, portPoint } from '../../geometry/index.ts';
import type { FoundDiagram } from './found.ts';

const COORDINATES = ['HandleX', 'HandleY', 'SourceX', 'SourceY', 'TargetX', 'TargetY'];

/** The diagram with missing coordinates filled in: ends at their ports, handles half way. */
export function completed(found: FoundDiagram): Diagram {
  const shapes = found.shapes.map(({ record }) => record);
  let byId: ReadonlyMap<string, Shape> | null = null;
  const lines = found.lines.map(({ record, missing }) => {
    if (!COORDINATES.some((name) => missing.has(name))) return record;
    byId ??= new Map(shapes.map((shape) => [shape.id, shape]));
    return completedLine(record, missing, byId);
  });
  return { ...found, shapes, lines };
}

function completedLine(line: Line, missing: ReadonlySet<string>, byId: ReadonlyMap<string, Shape>): Line {
  const place = (end: LineEnd, side: 'Source' | 'Target'): LineEnd => {
    const { x, y } = pointOf(end, end.element === null ? undefined : byId.get(end.element));
    return { ...end, x: missing.has(`${side}X`) ? x : end.x, y: missing.has(`${side}Y`) ? y : end.y };
  };
  const source = place(line.source, 'Source');
  const target = place(line.target, 'Target');
  const x = missing.has('HandleX') ? Math.round((source.x + target.x) / 2) : line.handle.x;
  const y = missing.has('HandleY') ? Math.round((source.y + target.y) / 2) : line.handle.y;
  return { ...line, source, target, handle: { x, y } };
}

/** The least coordinate that the Windows tool writes (format 1.6). */
const EDGE = { x: 10, y: 10 };

function pointOf({ port }: LineEnd, shape: Shape | undefined): Point {
  if (shape === undefined) return EDGE;
  return portPoint(shape, shape.kind === 'ellipse' ? 'ellipse' : 'rectangle', port);
}
