import { atOnce, type Steps } from '../base/index.ts';
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
  type TypeId,
} from '../document/index.ts';
import { type Curve, curveThrough, type Point, type Rect, tangentAt } from '../geometry/index.ts';
import { shiftingLabels } from './crops.ts';
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
import { drawnBox } from './inset.ts';
import { type Mark, openPath, rounded, type Stroke } from './marks.ts';
import type { SharedImages } from './shared-images.ts';
import { LINE_HEIGHT, measureText, TEXT_SIZE } from './text-metrics.ts';

/** Colours of a picture. `print` has no colour and no pale pictures, for black and white paper. */
export interface Palette {
  readonly line: string;
  /** The inside of shapes. */
  readonly fill: string;
  /** Lines and names of what is out of scope; on white it can be read. */
  readonly outside: string;
  readonly boundary: string;
  readonly labelFill: string;
  readonly imageOpacity: number;
}

const PALETTES: Readonly<Record<PictureTheme, Palette>> = {
  colour: {
    line: '#000',
    fill: '#fff',
    outside: '#707070',
    boundary: '#d00000',
    labelFill: '#ecf6d8',
    imageOpacity: 0.2,
  },
  print: {
    line: '#000',
    fill: '#fff',
    outside: '#707070',
    boundary: '#000',
    labelFill: '#fff',
    imageOpacity: 0.12,
  },
};
export type PictureTheme = 'colour' | 'print';

/** Share of strength that what is not meant keeps in a picture of one interaction. */
export const DIMMED = 0.35;

/** A colour `#rgb` or `#rrggbb` as it looks on white at that strength. */
function faint(colour: string): string {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g);
  const mixed = (digits ?? []).map((digit) => Math.round(255 - (255 - Number.parseInt(digit, 16)) * DIMMED));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const fainter = ({ line, fill, outside, boundary, labelFill, imageOpacity }: Palette): Palette => ({
  line: faint(line),
  fill,
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
  /** Other colours than the theme's, for a picture on a ground of its own; what is faint keeps the theme's. */
  readonly palette?: Palette;
}

interface Drawn extends Omit<Ink, 'palette'> {
  readonly bold: boolean;
  readonly palette: Palette;
  readonly part: Part;
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

/** A boundary is drawn below what it holds and its name above everything: the two are parts of their own. */
export type Part = 'body' | 'name';

/** Whether an element's name is drawn above everything else. */
export const hasNameOnTop = ({ kind }: Element): boolean =>
  kind === 'borderBoundary' || kind === 'lineBoundary';

/** What draws a part of an element; `body` is all of one whose name does not lie on top. `shift`: how far the label of
 * a line gives way. */
export function elementMarks(
  model: Model,
  element: Element,
  ink: Ink,
  standing: Standing,
  shift: number,
  part: Part = 'body',
): readonly Mark[] {
  const palette = standing === 'faint' ? FAINT[ink.theme] : (ink.palette ?? PALETTES[ink.theme]);
  const drawn = { ...ink, palette, bold: standing === 'bold', part };
  return isLine(element) ? lineMarks(model, element, drawn, shift) : shapeMarks(model, element, drawn);
}

/** How far the labels of some lines give way to each other in a picture. */
export const labelShiftsIn = (
  model: Model,
  lines: readonly Line[],
  ink: Pick<Ink, 'images'>,
): ReadonlyMap<ElementId, number> => atOnce(shiftingLabelsIn(model, lines, ink));

/** `labelShiftsIn`, a line at each step. */
export const shiftingLabelsIn = (
  model: Model,
  lines: readonly Line[],
  { images }: Pick<Ink, 'images'>,
): Steps<ReadonlyMap<ElementId, number>> => shiftingLabels(lines, (line) => hasIcon(model, line, { images }));

function shapeMarks(model: Model, shape: Shape, drawn: Drawn): readonly Mark[] {
  const { palette, bold } = drawn;
  const box = drawnBox(shape);
  if (shape.kind === 'borderBoundary') {
    const words = elementName(shape);
    const image = imageMarks(model, shape.typeId, drawn, (location) => boundaryImage(words, box, location));
    const before = image.length > 0 && isBeforeLabel(imageLocation(model, shape.typeId));
    const { width, dash } = boundaryStroke(shape.strokeThickness);
    const stroke = { colour: palette.boundary, width: bold ? width + 1 : width, dash };
    if (drawn.part === 'body') return [...image, { kind: 'rect', box, fill: null, stroke }];
    return boundaryNameLines(words, box, before).lines.flatMap(({ text, x, y }) =>
      text === '' ? [] : [ground(x, y, text, palette.fill), textAt(x, y, text, 'end', palette.boundary)],
    );
  }
  const image = imageMarks(model, shape.typeId, drawn, (location) => imagePlacement(box, location));
  const outside = isOutOfScope(shape);
  const colour = outside ? palette.outside : palette.line;
  const stroke = { colour, width: bold ? 2.5 : 1, ...(outside ? { dash: OUTSIDE_DASH } : {}) };
  const text = nameLines(elementName(shape), box).map((line) =>
    textAt(box.left + box.width / 2, line.y, line.text, 'middle', colour),
  );
  return [
    ...(isAnnotation(model.template, shape) ? [] : outline(shape, box, stroke, palette)),
    ...image,
    ...text,
  ];
}

const OUTSIDE_DASH = '3 2';

function outline(shape: Shape, box: Rect, stroke: Stroke, { fill }: Palette): readonly Mark[] {
  switch (shape.kind) {
    case 'ellipse':
      return [{ kind: 'ellipse', box, fill, stroke }];
    case 'parallelLines': {
      const store = storeLines(box);
      return [
        { kind: 'rect', box: store, fill, stroke: null },
        { kind: 'edges', box: store, stroke },
      ];
    }
    default:
      return [{ kind: 'rect', box, fill, stroke }];
  }
}

const hasIcon = (model: Model, { typeId }: Line, { images }: Pick<Ink, 'images'>): boolean =>
  (images?.idOf(model.template, typeId) ?? null) !== null;

function lineMarks(model: Model, line: Line, drawn: Drawn, shift: number): readonly Mark[] {
  const { palette, bold, part } = drawn;
  if (part === 'name') return labelMarks(model, line, drawn, shift);
  const curve = curveThrough(line.source, line.handle, line.target);
  if (line.kind === 'lineBoundary') {
    const { width, dash } = curveStroke(line.strokeThickness);
    const stroke = { colour: palette.boundary, width: bold ? width + 1 : width, dash };
    return [{ kind: 'curve', curve, stroke }];
  }
  const label = labelMarks(model, line, drawn, shift);
  const stroke = { colour: isOutOfScope(line) ? palette.outside : palette.line, width: bold ? 2.5 : 1 };
  return [{ kind: 'curve', curve, stroke }, { kind: 'open', points: headPoints(curve), stroke }, ...label];
}

const HEAD_LENGTH = 10;
const HEAD_WIDTH = 4;

/** The corners of an open arrow head at the end of a curve. */
function headPoints(curve: Curve): readonly [Point, Point, Point] {
  const direction = tangentAt(curve, 1);
  const length = Math.hypot(direction.x, direction.y) || 1;
  const [x, y] = [direction.x / length, direction.y / length];
  const back = { x: curve.to.x - x * HEAD_LENGTH, y: curve.to.y - y * HEAD_LENGTH };
  const side = (sign: number): Point => ({
    x: rounded(back.x - y * HEAD_WIDTH * sign),
    y: rounded(back.y + x * HEAD_WIDTH * sign),
  });
  return [side(1), curve.to, side(-1)];
}

/** An open arrow head at the end of a curve, as path data. */
export const arrowHead = (curve: Curve): string => openPath(headPoints(curve));

function labelMarks(model: Model, line: Line, drawn: Drawn, shift: number): readonly Mark[] {
  const { palette, bold } = drawn;
  const handle = { x: line.handle.x, y: line.handle.y + shift };
  const label = lineLabel({ kind: line.kind, handle }, elementName(line), hasIcon(model, line, drawn));
  if (label === null) return [];
  const { box, lines, icon, textX } = label;
  const first = box.top + box.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
  const frameInk = isOutOfScope(line) ? palette.outside : palette.line;
  const ink = line.kind === 'lineBoundary' ? palette.boundary : frameInk;
  const stroke = { colour: frameInk, width: bold ? 2 : 1 };
  return [
    { kind: 'rect', box, radius: LABEL_RADIUS, fill: palette.labelFill, stroke },
    ...(icon === null ? [] : imageMarks(model, line.typeId, drawn, () => icon)),
    ...lines.map((words, index) => textAt(textX, first + index * LINE_HEIGHT, words, 'start', ink)),
  ];
}

const LABEL_RADIUS = 3;

const imageLocation = (model: Model, typeId: TypeId): string | null =>
  findElementType(model.template, typeId)?.imageLocation ?? null;

function imageMarks(
  model: Model,
  typeId: TypeId,
  { images, palette }: Drawn,
  place: (location: string | null) => Rect,
): readonly Mark[] {
  const id = images?.idOf(model.template, typeId) ?? null;
  if (id === null) return [];
  return [{ kind: 'image', id, box: place(imageLocation(model, typeId)), opacity: palette.imageOpacity }];
}

/** What sets a line of a boundary's name, which ends at `x`, off from what it lies on. */
const ground = (x: number, y: number, text: string, fill: string): Mark => {
  const width = measureText(text) + GROUND;
  const box = { left: x - width, top: y - TEXT_SIZE / 2 - 1, width: width + 1, height: TEXT_SIZE + 2 };
  return { kind: 'rect', box, radius: LABEL_RADIUS, fill, stroke: null };
};

/** Room before the letters. */
const GROUND = 3;

/** Text whose vertical middle is `y`: a baseline shift in numbers, which every reader understands. */
const textAt = (
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  fill: string,
): Mark => ({ kind: 'text', x: rounded(x), y: rounded(y + TEXT_SIZE * 0.35), text, anchor, fill });
