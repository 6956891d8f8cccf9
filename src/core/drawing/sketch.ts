import { isAnnotation, type Line, type Model, type Shape } from '../document/index.ts';
import { curveThrough, type Rect, rectUnion } from '../geometry/index.ts';
import { drawnBox } from './inset.ts';

/**
 * A diagram in a few strokes, for a picture of a thumb's size: no names, no pictures, no colours of its own. Three
 * paths of SVG in a box from 0, 0, in whole units.
 */
export interface Sketch {
  readonly width: number;
  readonly height: number;
  readonly boundaries: string;
  readonly shapes: string;
  readonly flows: string;
}

/** The longer side of a sketch: as fine as a thumb's picture can show. */
const LONGER = 320;
/** Elements of a kind that are drawn at most; of more than so many none can be told from another. */
const MOST = 300;
/** Units around what is drawn. */
const ROOM = 4;

/** The first diagram of a model that has elements, as a sketch; null where none has. */
export function sketchOf({ diagrams, template }: Model): Sketch | null {
  const diagram = diagrams.find(({ shapes, lines }) => shapes.length + lines.length > 0);
  if (diagram === undefined) return null;
  const shapes = diagram.shapes.filter((shape) => !isAnnotation(template, shape));
  const box = boxOf(shapes, diagram.lines);
  if (box === undefined) return null;
  const scale = (LONGER - 2 * ROOM) / Math.max(box.width, box.height, 1);
  const at = (x: number, y: number): string =>
    `${Math.round((x - box.left) * scale) + ROOM} ${Math.round((y - box.top) * scale) + ROOM}`;
  const long = (length: number): number => Math.max(1, Math.round(length * scale));
  const drawn = (some: readonly Shape[]): string =>
    some
      .slice(0, MOST)
      .map((shape) => outline(shape.kind, drawnBox(shape), at, long))
      .join('');
  const curves = (kind: Line['kind']): string =>
    diagram.lines
      .filter((line) => line.kind === kind)
      .slice(0, MOST)
      .map(({ source, handle, target }) => {
        const { from, control, to } = curveThrough(source, handle, target);
        return `M${at(from.x, from.y)}Q${at(control.x, control.y)} ${at(to.x, to.y)}`;
      })
      .join('');
  return {
    width: long(box.width) + 2 * ROOM,
    height: long(box.height) + 2 * ROOM,
    boundaries: drawn(shapes.filter(({ kind }) => kind === 'borderBoundary')) + curves('lineBoundary'),
    shapes: drawn(shapes.filter(({ kind }) => kind !== 'borderBoundary')),
    flows: curves('flow'),
  };
}

function boxOf(shapes: readonly Shape[], lines: readonly Line[]): Rect | undefined {
  const points = lines.flatMap(({ source, target, handle }) => [source, target, handle]);
  const places = points.map(({ x, y }) => ({ left: x, top: y, width: 0, height: 0 }));
  return rectUnion([...shapes.map(drawnBox), ...places]);
}

/** A shape as a path: `at` gives the place of a point, `long` a length, both in units of the picture. */
export function outline(
  kind: Shape['kind'],
  { left, top, width, height }: Rect,
  at: (x: number, y: number) => string,
  long: (length: number) => number,
): string {
  const [w, h] = [long(width), long(height)];
  switch (kind) {
    case 'ellipse':
      return `M${at(left, top + height / 2)}a${w / 2} ${h / 2} 0 1 0 ${w} 0a${w / 2} ${h / 2} 0 1 0 -${w} 0`;
    case 'parallelLines':
      return `M${at(left, top)}h${w}M${at(left, top + height)}h${w}`;
    default:
      return `M${at(left, top)}h${w}v${h}h-${w}z`;
  }
}
