import type { PdfFont } from 'pdfkit/js/pdfkit.standalone.js';

export type FaceName = 'normal' | 'bold';

/** A word as its glyphs. */
export interface Word {
  /** Parts of an array of glyphs and of distances between them, as the operator TJ takes them. */
  readonly code: string;
  /** In thousandths of the size. */
  readonly width: number;
}

/** Words of a face that are kept: most texts of a report repeat those of their template. */
const MOST_WORDS = 20_000;
/** Longer ones are kept no more: they hardly come again. */
const LONGEST_KEPT = 60;

/** Words of one font. Shaping takes a hundred times as long as what else is done with a word, so it is done once. */
export class Face {
  readonly font: PdfFont;
  readonly #words = new Map<string, Word>();

  constructor(font: PdfFont) {
    this.font = font;
  }

  word(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const word = shaped(this.font, text);
    if (text.length > LONGEST_KEPT) return word;
    if (this.#words.size >= MOST_WORDS) this.#words.clear();
    this.#words.set(text, word);
    return word;
  }

  /** One line of text, word by word. */
  line(text: string): Word {
    const words = text.split(/(?<= )/).map((word) => this.word(word));
    return {
      code: words.map(({ code }) => code).join(''),
      width: words.reduce((sum, { width }) => sum + width, 0),
    };
  }
}

export type Faces = Readonly<Record<FaceName, Face>>;

/** Distances are told to a thousandth of the size. */
const told = (distance: number): string => String(Math.round(distance));

/** Letters of a text of glyphs that mean something else in it. */
const MEANING: ReadonlyMap<string, string> = new Map([
  ['(', '\\('],
  [')', '\\)'],
  ['\\', '\\\\'],
  ['\r', '\\r'],
  ['\n', '\\n'],
]);

/** The number of a glyph as its two bytes: half as long as in hexadecimal, which is the most of a file. */
function bytesOf(glyph: string): string {
  const number = Number.parseInt(glyph, 16);
  const [high, low] = [String.fromCharCode(number >> 8), String.fromCharCode(number & 255)];
  return (MEANING.get(high) ?? high) + (MEANING.get(low) ?? low);
}

function shaped(font: PdfFont, text: string): Word {
  // What is copied out or searched for is a blank in either case.
  const [glyphs, positions] = font.encode(text.replaceAll('\u00a0', ' '));
  let code = '';
  let open = '';
  let width = 0;
  const move = (distance: number): void => {
    if (Math.round(distance) === 0) return;
    if (open !== '') code += `(${open})`;
    open = '';
    code += `${told(-distance)} `;
  };
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, advanceWidth = 0 } = positions[index] ?? {};
    move(xOffset);
    open += bytesOf(glyph);
    move(xAdvance - xOffset - advanceWidth);
    width += xAdvance;
  }
  if (open !== '') code += `(${open})`;
  return { code, width };
}
