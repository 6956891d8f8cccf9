import { assertNever } from '../../base/index.ts';
import { type Mark, type Stroke, TEXT_SIZE } from '../../drawing/index.ts';
import type { Rect } from '../../geometry/index.ts';
import type { Faces } from './faces.ts';
import { brokenLines, type Line, type Piece, shownOnPage } from './lines.ts';

/** Numbers are told to a hundredth, if not finer; what is none, or beyond any page, as a number that is. */
export const num = (value: number, parts = 100): string =>
  String(Math.round(Math.min(Math.max(value, -1e6), 1e6) * parts) / parts || 0);

const colours = new Map<string, string>();

/** A colour `#rgb` or `#rrggbb` as three shares. There are few. */
export function shares(colour: string): string {
  const known = colours.get(colour) ?? sharesOf(colour);
  colours.set(colour, known);
  return known;
}

function sharesOf(colour: string): string {
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit) : colour.slice(1).match(/../g);
  return (digits ?? []).map((digit) => num(Number.parseInt(digit, 16) / 255, 1000)).join(' ');
}

/** Words at the left end of their baseline, in a space that counts from the top down. */
export const textOperators = (font: string, size: number, x: number, y: number, code: string): string =>
  `BT /${font} ${num(size)} Tf 1 0 0 -1 ${num(x)} ${num(y)} Tm [${code}] TJ ET`;

/** A piece of a line whose baseline begins there, in its colour. */
export const pieceOperators = ({ code, font, rise, style }: Piece, x: number, y: number): string =>
  `${shares(style.colour)} rg ${textOperators(font, style.size, x, y - (rise * style.size) / 1000, code)}`;

export const boxOperators = ({ left, top, width, height }: Rect): string =>
  `${num(left)} ${num(top)} ${num(width)} ${num(height)} re`;

/** What the resources of a drawing know its parts by. */
export interface MarkNames {
  /** The fonts of all texts. */
  readonly faces: Faces;
  /** Undefined for a picture that cannot be shown. */
  readonly image: (
    id: string,
  ) => { readonly name: string; readonly width: number; readonly height: number } | undefined;
  readonly opacity: (share: number) => string;
}

/** A mark as operators, in a space that counts from the top down. */
export function markOperators(mark: Mark, names: MarkNames): string {
  switch (mark.kind) {
    case 'rect':
      return painted(mark.radius === undefined ? boxOperators(mark.box) : round(mark.box, mark.radius), mark);
    case 'ellipse':
      return painted(round(mark.box, Number.POSITIVE_INFINITY), mark);
    case 'edges': {
      const { left, top, width, height } = mark.box;
      const edge = (y: number): string => `${num(left)} ${num(y)} m ${num(left + width)} ${num(y)} l`;
      return painted(`${edge(top)} ${edge(top + height)}`, mark);
    }
    case 'curve': {
      const { from, control, to } = mark.curve;
      // A curve of one control point as one of two.
      const third = (end: number, middle: number): string => num(end + ((middle - end) * 2) / 3);
      const first = `${third(from.x, control.x)} ${third(from.y, control.y)}`;
      const second = `${third(to.x, control.x)} ${third(to.y, control.y)}`;
      return painted(`${num(from.x)} ${num(from.y)} m ${first} ${second} ${num(to.x)} ${num(to.y)} c`, mark);
    }
    case 'open':
      return painted(
        mark.points.map(({ x, y }, index) => `${num(x)} ${num(y)} ${index === 0 ? 'm' : 'l'}`).join(' '),
        mark,
      );
    case 'text':
      return textMark(mark, names.faces);
    case 'image':
      return imageMark(mark, names);
    default:
      return assertNever(mark);
  }
}

function painted(
  path: string,
  { fill = null, stroke }: { fill?: string | null; stroke: Stroke | null },
): string {
  const inside = fill === null ? '' : `${shares(fill)} rg `;
  const operator = fill === null ? 'S' : stroke === null ? 'f' : 'B';
  if (stroke === null) return `${inside}${path} ${operator}`;
  const dash = stroke.dash === undefined ? '' : `[${stroke.dash}] 0 d `;
  const line = `${shares(stroke.colour)} RG ${num(stroke.width)} w `;
  return `${inside}${line}${dash}${path} ${operator}${dash === '' ? '' : ' [] 0 d'}`;
}

/** Share of a radius at which the control points of a quarter circle lie. */
const KAPPA = 0.5523;

/** A box with round corners; an ellipse where they are as large as they can be. */
function round({ left, top, width, height }: Rect, radius: number): string {
  const [rx, ry] = [Math.min(radius, width / 2), Math.min(radius, height / 2)];
  const [right, bottom] = [left + width, top + height];
  const [ox, oy] = [rx * (1 - KAPPA), ry * (1 - KAPPA)];
  const step = (operator: string, ...numbers: readonly number[]): string =>
    `${numbers.map((each) => num(each)).join(' ')} ${operator}`;
  return [
    step('m', left + rx, top),
    step('l', right - rx, top),
    step('c', right - ox, top, right, top + oy, right, top + ry),
    step('l', right, bottom - ry),
    step('c', right, bottom - oy, right - ox, bottom, right - rx, bottom),
    step('l', left + rx, bottom),
    step('c', left + ox, bottom, left, bottom - oy, left, bottom - ry),
    step('l', left, top + ry),
    step('c', left, top + oy, left + ox, top, left + rx, top),
    'h',
  ].join(' ');
}

const SHARE_BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

function textMark({ x, y, text, anchor, fill }: Mark & { readonly kind: 'text' }, faces: Faces): string {
  const style = { face: 'normal', size: TEXT_SIZE, colour: fill } as const;
  const oneLine = shownOnPage(text).replaceAll('\n', ' ');
  const [{ pieces, width } = NO_LINE] = brokenLines(
    [{ text: oneLine, style }],
    Number.POSITIVE_INFINITY,
    faces,
  );
  if (pieces.length === 0) return '';
  let left = x - width * SHARE_BEFORE[anchor];
  const words = pieces.map((piece) => {
    const operators = pieceOperators(piece, left, y);
    left += piece.width;
    return operators;
  });
  return words.join('\n');
}

const NO_LINE: Line = { pieces: [], width: 0 };

function imageMark({ id, box, opacity }: Mark & { readonly kind: 'image' }, names: MarkNames): string {
  const image = names.image(id);
  if (image === undefined) return '';
  const scale = Math.min(box.width / image.width, box.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const left = box.left + (box.width - width) / 2;
  const bottom = box.top + (box.height + height) / 2;
  return `q /${names.opacity(opacity)} gs ${num(width)} 0 0 ${num(-height)} ${num(left)} ${num(bottom)} cm /${image.name} Do Q`;
}
