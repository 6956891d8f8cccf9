import type { Diagram, Line, LineEnd, Shape } from '../../document/index.ts';
import { type Point, portPoint } from '../../geometry/index.ts';

const COORDINATES = ['HandleX', 'HandleY', 'SourceX', 'SourceY', 'TargetX', 'TargetY'];

/** Lines without some of their coordinates, until their diagram is complete and can tell where the ends are. */
const incomplete = new WeakMap<object, ReadonlySet<string>>();

/** Remembers which coordinates the file has not for a line that was just read; returns the line. */
export function noteMissing(line: Line, missing: ReadonlySet<string>): Line {
  if (missing.size > 0 && COORDINATES.some((name) => missing.has(name))) incomplete.set(line, missing);
  return line;
}

/** The same note for a copy of the line. */
export function sameMissing<T extends object>(from: object, to: T): T {
  const missing = incomplete.get(from);
  if (missing !== undefined) incomplete.set(to, missing);
  return to;
}

/** The diagram with missing coordinates filled in: ends at their ports, handles half way. */
export function completed(diagram: Diagram): Diagram {
  if (!diagram.lines.some((line) => incomplete.has(line))) return diagram;
  const byId = new Map(diagram.shapes.map((shape) => [shape.id, shape]));
  const lines = diagram.lines.map((line) => {
    const missing = incomplete.get(line);
    if (missing === undefined) return line;
    const place = (end: LineEnd, side: 'Source' | 'Target'): LineEnd => {
      const { x, y } = pointOf(end, end.element === null ? undefined : byId.get(end.element));
      return { ...end, x: missing.has(`${side}X`) ? x : end.x, y: missing.has(`${side}Y`) ? y : end.y };
    };
    const source = place(line.source, 'Source');
    const target = place(line.target, 'Target');
    const x = missing.has('HandleX') ? Math.round((source.x + target.x) / 2) : line.handle.x;
    const y = missing.has('HandleY') ? Math.round((source.y + target.y) / 2) : line.handle.y;
    return { ...line, source, target, handle: { x, y } };
  });
  return { ...diagram, lines };
}

/** The least coordinate that the Windows tool writes (format 1.6). */
const EDGE = { x: 10, y: 10 };

function pointOf({ port }: LineEnd, shape: Shape | undefined): Point {
  if (shape === undefined) return EDGE;
  return portPoint(shape, shape.kind === 'ellipse' ? 'ellipse' : 'rectangle', port);
}
