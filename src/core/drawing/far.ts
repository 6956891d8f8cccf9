import type { Steps } from '../base/index.ts';
import { type Diagram, isAnnotation, isLine, type Line, type Template } from '../document/index.ts';
import { type Curve, curveBounds, curveThrough, rectUnion } from '../geometry/index.ts';
import { drawnBox } from './inset.ts';
import { inDrawingOrder } from './picture.ts';
import { outline } from './sketch.ts';

/** The longer side of the picture: as fine as one of a dialog's width can show. */
const LONGER = 1200;
/** Units around what is drawn. */
const ROOM = 6;
/** Colours of other pictures; flows and texts are paler than the rest, where all lines are a unit wide. */
const INK = { line: '#000', fill: '#fff', pale: '#707070', boundary: '#d00000' };

/**
 * A diagram as seen from far, as SVG: all its elements in a few paths, without names and pictures. A browser shows that
 * at once, where it stands still over thousands of SVG elements. An element at each step; null where there
 * is none.
 */
export function* drawingFromFar({ shapes, lines }: Diagram, template: Template): Steps<string | null> {
  const box = rectUnion([...shapes.map(drawnBox), ...lines.map((line) => curveBounds(curveOf(line)))]);
  if (box === undefined) return null;
  const scale = (LONGER - 2 * ROOM) / Math.max(box.width, box.height, 1);
  const at = (x: number, y: number): string =>
    `${Math.round((x - box.left) * scale) + ROOM} ${Math.round((y - box.top) * scale) + ROOM}`;
  const long = (length: number): number => Math.max(1, Math.round(length * scale));
  const paths = { boundaries: '', pale: '', shapes: '' };
  for (const element of inDrawingOrder({ shapes, lines })) {
    if (isLine(element)) {
      const { from, control, to } = curveOf(element);
      paths[element.kind === 'flow' ? 'pale' : 'boundaries'] +=
        `M${at(from.x, from.y)}Q${at(control.x, control.y)} ${at(to.x, to.y)}`;
    } else {
      const inside = isAnnotation(template, element) ? 'pale' : 'shapes';
      paths[element.kind === 'borderBoundary' ? 'boundaries' : inside] += outline(
        element.kind,
        drawnBox(element),
        at,
        long,
      );
    }
    yield;
  }
  const [width, height] = [long(box.width) + 2 * ROOM, long(box.height) + 2 * ROOM];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none"><path d="${paths.boundaries}" stroke="${INK.boundary}"/><path d="${paths.pale}" stroke="${INK.pale}"/><path d="${paths.shapes}" fill="${INK.fill}" stroke="${INK.line}"/></svg>`;
}

const curveOf = ({ source, handle, target }: Line): Curve => curveThrough(source, handle, target);
