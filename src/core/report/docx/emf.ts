import { assertNever } from '../../base/index.ts';
import { type Mark, measureText, type Stroke, TEXT_SIZE } from '../../drawing/index.ts';
import type { Point, Rect } from '../../geometry/index.ts';
import { held } from './texts.ts';

// A drawing as an Enhanced Metafile ([MS-EMF], 2.3): what word processors draw that do not know SVG. The template's
// pictures are left to the SVG.

/** Steps of a model unit in which places are told. */
const STEPS = 10;
/** Hundredths of a millimetre in a model unit, at 96 to an inch. */
const HUNDREDTHS = 2_540 / 96;
/** The device that the file was made for, of 96 dots to an inch. */
const DEVICE = { width: 1_920, height: 1_080, acrossMm: 508, downMm: 286 } as const;

const RECORD = {
  header: 1,
  polyBezier: 2,
  polyLine: 4,
  windowExtent: 9,
  windowOrigin: 10,
  viewportExtent: 11,
  viewportOrigin: 12,
  end: 14,
  mapMode: 17,
  backgroundMode: 18,
  textAlign: 22,
  textColour: 24,
  select: 37,
  brush: 39,
  ellipse: 42,
  rectangle: 43,
  roundRectangle: 44,
  font: 82,
  text: 84,
  pen: 95,
} as const;

/** Objects that every device has. */
const NO_BRUSH = 0x8000_0005;
const NO_PEN = 0x8000_0008;
/** `TA_BASELINE` with `TA_LEFT`, `TA_CENTER` and `TA_RIGHT`. */
const ALIGN = { start: 24, middle: 24 | 6, end: 24 | 2 } as const;
const HEADER_LENGTH = 88;
const FONT_LENGTH = 332;

const steps = (units: number): number => Math.round(Math.min(Math.max(units, -1e6), 1e6) * STEPS) || 0;

/** A colour `#rgb` or `#rrggbb` as 0x00bbggrr. */
function colourOf(colour: string): number {
  const digits = colour.slice(1);
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const value = Number.parseInt(whole, 16) || 0;
  return ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16);
}

/** The records of one drawing. Pens and brushes are made once each and are called by their numbers. */
class Records {
  readonly parts: Uint8Array[] = [];
  length = 0;
  readonly #objects = new Map<string, number>();
  readonly #selected = new Map<string, number>();

  /** Numbers of 32 bits after the type and the length. */
  add(type: number, ...values: readonly number[]): void {
    const record = new DataView(new ArrayBuffer(8 + 4 * values.length));
    record.setUint32(0, type, true);
    record.setUint32(4, record.byteLength, true);
    for (const [index, value] of values.entries()) record.setInt32(8 + 4 * index, value, true);
    this.bytes(new Uint8Array(record.buffer));
  }

  bytes(record: Uint8Array): void {
    this.parts.push(record);
    this.length += record.length;
  }

  get objects(): number {
    return this.#objects.size;
  }

  /** The number of an object; `make` is called for a new one. */
  object(key: string, make: (id: number) => void): number {
    const known = this.#objects.get(key);
    if (known !== undefined) return known;
    const id = this.#objects.size + 1;
    this.#objects.set(key, id);
    make(id);
    return id;
  }

  /** Sets what is set until the next time, where it is another. */
  set(type: number, kind: string, value: number): void {
    if (this.#selected.get(kind) === value) return;
    this.#selected.set(kind, value);
    this.add(type, value);
  }

  fill(colour: string | null): void {
    const id =
      colour === null
        ? NO_BRUSH
        : this.object(`brush ${colour}`, (made) => this.add(RECORD.brush, made, 0, colourOf(colour), 0));
    this.set(RECORD.select, 'brush', id);
  }

  stroke(stroke: Stroke | null): void {
    this.set(RECORD.select, 'pen', stroke === null ? NO_PEN : this.#pen(stroke));
  }

  #pen({ colour, width, dash }: Stroke): number {
    const dashes = (dash ?? '')
      .split(/[\s,]+/)
      .flatMap((text) => (Number(text) > 0 ? [steps(Number(text))] : []));
    return this.object(`pen ${colour} ${width} ${dashes}`, (id) => {
      // PS_GEOMETRIC with flat ends and mitred corners, PS_USERSTYLE where it is dashed.
      const style = 0x0001_2200 | (dashes.length > 0 ? 7 : 0);
      const end = 8 + 4 * (11 + dashes.length);
      this.add(
        RECORD.pen,
        id,
        end,
        0,
        end,
        0,
        style,
        steps(width),
        0,
        colourOf(colour),
        0,
        dashes.length,
        ...dashes,
      );
    });
  }
}

/** The marks of a drawing as an Enhanced Metafile that shows what lies in the crop. */
export function emfOf(marks: readonly Mark[], crop: Rect): Uint8Array {
  const [width, height] = [Math.max(1, Math.ceil(crop.width)), Math.max(1, Math.ceil(crop.height))];
  const records = new Records();
  records.add(RECORD.mapMode, 8);
  records.add(RECORD.windowOrigin, steps(crop.left), steps(crop.top));
  records.add(RECORD.windowExtent, width * STEPS, height * STEPS);
  records.add(RECORD.viewportOrigin, 0, 0);
  records.add(RECORD.viewportExtent, width, height);
  records.add(RECORD.backgroundMode, 1);
  records.add(
    RECORD.select,
    records.object('font', (id) => records.bytes(fontRecord(id))),
  );
  for (const mark of marks) put(mark, records);
  records.add(RECORD.end, 0, 16, 20);
  return joined(header(width, height, records), records);
}

function header(width: number, height: number, records: Records): Uint8Array {
  const view = new DataView(new ArrayBuffer(HEADER_LENGTH));
  const numbers: readonly number[] = [
    RECORD.header,
    HEADER_LENGTH,
    ...[0, 0, width - 1, height - 1],
    ...[0, 0, Math.round(width * HUNDREDTHS), Math.round(height * HUNDREDTHS)],
    // " EMF" and the version.
    0x464d_4520,
    0x0001_0000,
    HEADER_LENGTH + records.length,
    records.parts.length + 1,
    // Objects are counted from 1, and 0 is the file itself.
    records.objects + 1,
    ...[0, 0, 0],
    ...[DEVICE.width, DEVICE.height, DEVICE.acrossMm, DEVICE.downMm],
  ];
  for (const [index, value] of numbers.entries()) view.setUint32(4 * index, value, true);
  return new Uint8Array(view.buffer);
}

function joined(first: Uint8Array, { parts, length }: Records): Uint8Array {
  const all = new Uint8Array(first.length + length);
  all.set(first);
  let at = first.length;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Arial: the widths of texts are its own. */
function fontRecord(id: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(FONT_LENGTH));
  view.setUint32(0, RECORD.font, true);
  view.setUint32(4, FONT_LENGTH, true);
  view.setUint32(8, id, true);
  view.setInt32(12, -steps(TEXT_SIZE), true);
  view.setInt32(28, 400, true);
  // DEFAULT_CHARSET.
  view.setUint8(35, 1);
  for (const [index, letter] of [...'Arial'].entries())
    view.setUint16(40 + 2 * index, letter.charCodeAt(0), true);
  return new Uint8Array(view.buffer);
}

const edges = ({ left, top, width, height }: Rect): readonly [number, number, number, number] => [
  steps(left),
  steps(top),
  steps(left + width),
  steps(top + height),
];

function line(type: number, points: readonly Point[], stroke: Stroke, records: Records): void {
  if (points.length < 2) return;
  records.stroke(stroke);
  const places = points.flatMap(({ x, y }) => [steps(x), steps(y)]);
  const across = points.map(({ x }) => steps(x));
  const down = points.map(({ y }) => steps(y));
  const bounds = [Math.min(...across), Math.min(...down), Math.max(...across), Math.max(...down)];
  records.add(type, ...bounds, points.length, ...places);
}

function put(mark: Mark, records: Records): void {
  switch (mark.kind) {
    case 'rect': {
      records.fill(mark.fill);
      records.stroke(mark.stroke);
      const round = steps(2 * (mark.radius ?? 0));
      if (round === 0) records.add(RECORD.rectangle, ...edges(mark.box));
      else records.add(RECORD.roundRectangle, ...edges(mark.box), round, round);
      return;
    }
    case 'ellipse':
      records.fill(mark.fill);
      records.stroke(mark.stroke);
      records.add(RECORD.ellipse, ...edges(mark.box));
      return;
    case 'edges': {
      const { left, top, width, height } = mark.box;
      for (const y of [top, top + height]) {
        const ends = [
          { x: left, y },
          { x: left + width, y },
        ];
        line(RECORD.polyLine, ends as readonly Point[], mark.stroke, records);
      }
      return;
    }
    case 'curve': {
      const { from, control, to } = mark.curve;
      // A curve of one control point as one of two.
      const third = (end: Point): Point =>
        ({ x: end.x + ((control.x - end.x) * 2) / 3, y: end.y + ((control.y - end.y) * 2) / 3 }) as Point;
      line(RECORD.polyBezier, [from, third(from), third(to), to], mark.stroke, records);
      return;
    }
    case 'open':
      line(RECORD.polyLine, mark.points, mark.stroke, records);
      return;
    case 'text':
      putText(mark, records);
      return;
    case 'image':
      return;
    default:
      assertNever(mark);
  }
}

/** `EMR_EXTTEXTOUTW`: how far each letter moves on is said, as some programs read it whether it is there or not. */
function putText({ x, y, text, anchor, fill }: Mark & { readonly kind: 'text' }, records: Records): void {
  const letters = held(text).replaceAll('\n', ' ');
  if (letters === '') return;
  records.set(RECORD.textColour, 'colour', colourOf(fill));
  records.set(RECORD.textAlign, 'align', ALIGN[anchor]);
  const start = 76;
  const widths = start + Math.ceil((2 * letters.length) / 4) * 4;
  const view = new DataView(new ArrayBuffer(widths + 4 * letters.length));
  view.setUint32(0, RECORD.text, true);
  view.setUint32(4, view.byteLength, true);
  // Bounds stay empty; GM_ADVANCED, so that no scale counts.
  view.setUint32(24, 2, true);
  view.setFloat32(28, 1, true);
  view.setFloat32(32, 1, true);
  view.setInt32(36, steps(x), true);
  view.setInt32(40, steps(y), true);
  view.setUint32(44, letters.length, true);
  view.setUint32(48, start, true);
  view.setUint32(72, widths, true);
  let before = 0;
  let at = 0;
  for (const character of letters) {
    const width = before + measureText(character);
    const moved = steps(width) - steps(before);
    before = width;
    for (let half = 0; half < character.length; half++, at++) {
      view.setUint16(start + 2 * at, character.charCodeAt(half), true);
      view.setInt32(widths + 4 * at, half === 0 ? moved : 0, true);
    }
  }
  records.bytes(new Uint8Array(view.buffer));
}
