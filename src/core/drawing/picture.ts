import {
  type Diagram,
  type Element,
  type ElementId,
  elementName,
  findElementType,
  isAnnotation,
  isLine,
  isOutOfScope,
  type Line,
  type Model,
  type Shape,
  shownName,
  type TypeId,
} from '../document/index.ts';
import { type Curve, curveThrough, type Rect, tangentAt } from '../geometry/index.ts';
import { shiftsOf } from './crops.ts';
import {
  boundaryImage,
  boundaryNameLines,
  boundaryStroke,
  curveStroke,
  imagePlacement,
  isBeforeLabel,
  lineLabel,
  nameLines,
  storeLines,
} from './drawing.ts';
import { escapeMarkup } from './escape.ts';
import { drawnBox } from './inset.ts';
import type { SharedImages } from './shared-images.ts';
import { LINE_HEIGHT, TEXT_SIZE } from './text-metrics.ts';

/** Colours of a picture. `print` has no colour and no pale pictures, for black and white paper. */
interface Palette {
  readonly line: string;
  /** Lines and names of what is out of scope; on white it can be read. */
  readonly outside: string;
  readonly boundary: string;
  readonly labelFill: string;
  readonly imageOpacity: number;
}

const PALETTES: Readonly<Record<PictureTheme, Palette>> = {
  colour: { line: '#000', outside: '#707070', boundary: '#d00000', labelFill: '#ecf6d8', imageOpacity: 0.2 },
  print: { line: '#000', outside: '#707070', boundary: '#000', labelFill: '#fff', imageOpacity: 0.12 },
};
export type PictureTheme = 'colour' | 'print';

const FONT = "'Segoe UI', Inter, 'Noto Sans', Arial, sans-serif";
/** Share of strength that what is not meant keeps in a picture of one interaction. */
export const DIMMED = 0.35;

/** A colour `#rgb` or `#rrggbb` as it looks on white at that strength. */
function faint(colour: string): string {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g);
  const mixed = (digits ?? []).map((digit) => Math.round(255 - (255 - Number.parseInt(digit, 16)) * DIMMED));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const fainter = ({ line, outside, boundary, labelFill, imageOpacity }: Palette): Palette => ({
  line: faint(line),
  outside: faint(outside),
  boundary: faint(boundary),
  labelFill: faint(labelFill),
  imageOpacity: imageOpacity * DIMMED,
});

const FAINT: Readonly<Record<PictureTheme, Palette>> = {
  colour: fainter(PALETTES.colour),
  print: fainter(PALETTES.print),
};

/** How much an element shows: `faint` is what only stands around, in pale ink. */
export type Standing = 'plain' | 'bold' | 'faint';

export interface Ink {
  readonly theme: PictureTheme;
  /** Null leaves the template's pictures out. */
  readonly images: SharedImages | null;
}

interface Drawn extends Ink {
  readonly bold: boolean;
  readonly palette: Palette;
}

/** The elements of a diagram in the order in which they cover each other. */
export function inDrawingOrder({ shapes, lines }: Pick<Diagram, 'shapes' | 'lines'>): readonly Element[] {
  return [
    // Larger boundaries first, so that nested ones lie above them.
    ...shapes
      .filter((shape) => shape.kind === 'borderBoundary')
      .sort((a, b) => b.width * b.height - a.width * a.height),
    ...lines.filter((line) => line.kind === 'lineBoundary'),
    ...shapes.filter((shape) => shape.kind !== 'borderBoundary'),
    ...lines.filter((line) => line.kind === 'flow'),
  ];
}

/** Elements as the inside of a picture. */
export const inPicture = (elements: readonly string[]): string =>
  `<g font-family="${FONT}" font-size="${TEXT_SIZE}">${elements.join('')}</g>`;

/**
 * The inside of an element's group; its name shows when a pointer rests on it. `shift` is how far the label of a line
 * gives way.
 */
export function drawElement(
  model: Model,
  element: Element,
  ink: Ink,
  standing: Standing,
  shift: number,
): string {
  const palette = standing === 'faint' ? FAINT[ink.theme] : PALETTES[ink.theme];
  const drawn = { ...ink, palette, bold: standing === 'bold' };
  const content = isLine(element) ? drawLine(model, element, drawn, shift) : drawShape(model, element, drawn);
  return `<title>${escapeMarkup(shownName(element))}</title>${content}`;
}

/** How far the labels of some lines give way to each other in a picture. */
export const labelShiftsIn = (
  model: Model,
  lines: readonly Line[],
  { images }: Pick<Ink, 'images'>,
): ReadonlyMap<ElementId, number> => shiftsOf(lines, (line) => hasIcon(model, line, { images }));

function drawShape(model: Model, shape: Shape, drawn: Drawn): string {
  const { palette, bold } = drawn;
  const box = drawnBox(shape);
  if (shape.kind === 'borderBoundary') {
    const words = elementName(shape);
    const image = drawImage(model, shape.typeId, drawn, (location) => boundaryImage(words, box, location));
    const before = image !== '' && isBeforeLabel(imageLocation(model, shape.typeId));
    const { width, dash } = boundaryStroke(shape.strokeThickness);
    const frame = `<rect ${rect(box)} fill="none" stroke="${palette.boundary}" stroke-width="${bold ? width + 1 : width}" stroke-dasharray="${dash}"/>`;
    const name = boundaryNameLines(words, box, before).lines.map(({ text, x, y }) =>
      textAt(x, y, text, 'end', palette.boundary),
    );
    return image + frame + name.join('');
  }
  const image = drawImage(model, shape.typeId, drawn, (location) => imagePlacement(box, location));
  const outside = isOutOfScope(shape);
  const ink = outside ? palette.outside : palette.line;
  const annotation = isAnnotation(model.template, shape);
  const scope = outside ? ' stroke-dasharray="3 2"' : '';
  const stroke = `stroke="${ink}" stroke-width="${bold ? 2.5 : 1}"${scope}`;
  const text = nameLines(elementName(shape), box)
    .map(({ text, y }) => textAt(box.left + box.width / 2, y, text, 'middle', ink))
    .join('');
  return (annotation ? '' : outline(shape, box, stroke)) + image + text;
}

function outline(shape: Shape, box: Rect, stroke: string): string {
  switch (shape.kind) {
    case 'ellipse': {
      const [rx, ry] = [box.width / 2, box.height / 2];
      return `<ellipse cx="${box.left + rx}" cy="${box.top + ry}" rx="${rx}" ry="${ry}" fill="#fff" ${stroke}/>`;
    }
    case 'parallelLines': {
      const store = storeLines(box);
      const edges = `M${store.left} ${store.top}h${store.width}M${store.left} ${store.top + store.height}h${store.width}`;
      return `<rect ${rect(store)} fill="#fff"/><path d="${edges}" fill="none" ${stroke}/>`;
    }
    default:
      return `<rect ${rect(box)} fill="#fff" ${stroke}/>`;
  }
}

const hasIcon = (model: Model, { typeId }: Line, { images }: Pick<Ink, 'images'>): boolean =>
  (images?.idOf(model.template, typeId) ?? null) !== null;

function drawLine(model: Model, line: Line, drawn: Drawn, shift: number): string {
  const { palette, bold } = drawn;
  const curve = curveThrough(line.source, line.handle, line.target);
  const { from, control, to } = curve;
  const path = `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`;
  if (line.kind === 'lineBoundary') {
    const { width, dash } = curveStroke(line.strokeThickness);
    const stroke = `stroke="${palette.boundary}" stroke-width="${bold ? width + 1 : width}" stroke-dasharray="${dash}"`;
    return `<path d="${path}" fill="none" ${stroke}/>${drawLabel(model, line, drawn, shift)}`;
  }
  const ink = isOutOfScope(line) ? palette.outside : palette.line;
  const stroke = `fill="none" stroke="${ink}" stroke-width="${bold ? 2.5 : 1}"`;
  return `<path d="${path}" ${stroke}/><path d="${arrowHead(curve)}" ${stroke}/>${drawLabel(model, line, drawn, shift)}`;
}

const HEAD_LENGTH = 10;
const HEAD_WIDTH = 4;

/** An open arrow head at the end of a curve, as path data. */
export function arrowHead(curve: Curve): string {
  const direction = tangentAt(curve, 1);
  const length = Math.hypot(direction.x, direction.y) || 1;
  const [x, y] = [direction.x / length, direction.y / length];
  const back = { x: curve.to.x - x * HEAD_LENGTH, y: curve.to.y - y * HEAD_LENGTH };
  const side = (sign: number): string =>
    `${rounded(back.x - y * HEAD_WIDTH * sign)} ${rounded(back.y + x * HEAD_WIDTH * sign)}`;
  return `M${side(1)}L${curve.to.x} ${curve.to.y}L${side(-1)}`;
}

function drawLabel(model: Model, line: Line, drawn: Drawn, shift: number): string {
  const { palette, bold } = drawn;
  const handle = { x: line.handle.x, y: line.handle.y + shift };
  const label = lineLabel({ kind: line.kind, handle }, elementName(line), hasIcon(model, line, drawn));
  if (label === null) return '';
  const { box, lines, icon, textX } = label;
  const first = box.top + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const frameInk = isOutOfScope(line) ? palette.outside : palette.line;
  const ink = line.kind === 'lineBoundary' ? palette.boundary : frameInk;
  const text = lines.map((words, index) => textAt(textX, first + index * LINE_HEIGHT, words, 'start', ink));
  const frame = `<rect ${rect(box)} rx="3" fill="${palette.labelFill}" stroke="${frameInk}" stroke-width="${bold ? 2 : 1}"/>`;
  return frame + (icon === null ? '' : drawImage(model, line.typeId, drawn, () => icon)) + text.join('');
}

const imageLocation = (model: Model, typeId: TypeId): string | null =>
  findElementType(model.template, typeId)?.imageLocation ?? null;

function drawImage(
  model: Model,
  typeId: TypeId,
  { images, palette }: Drawn,
  place: (location: string | null) => Rect,
): string {
  const id = images?.idOf(model.template, typeId) ?? null;
  if (id === null) return '';
  return `<use href="#${id}" ${rect(place(imageLocation(model, typeId)))} opacity="${palette.imageOpacity}"/>`;
}

/** Text whose vertical middle is `y`: a baseline shift in numbers, which every reader of SVG understands. */
function textAt(
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  fill: string,
): string {
  const baseline = rounded(y + TEXT_SIZE * 0.35);
  return `<text x="${rounded(x)}" y="${baseline}" text-anchor="${anchor}" fill="${fill}">${escapeMarkup(text)}</text>`;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const rect = (box: Rect): string =>
  `x="${rounded(box.left)}" y="${rounded(box.top)}" width="${rounded(box.width)}" height="${rounded(box.height)}"`;
