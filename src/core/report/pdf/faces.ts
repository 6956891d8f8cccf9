import type { PdfFont } from 'pdfkit/js/pdfkit.standalone.js';

export type FaceName = 'normal' | 'bold';

/** A word, or a part of one, as glyphs of one font on one height. */
export interface Word {
  /** Parts of an array of glyphs and of distances between them, as the operator TJ takes them. */
  readonly code: string;
  /** In thousandths of the size. */
  readonly width: number;
  /** The name by which the file knows the font. */
  readonly font: string;
  /** Above the baseline, in thousandths of the size: marks stand where their letters want them. */
  readonly rise: number;
}

/** Words of a face that are kept: most texts of a report repeat those of their template. */
const MOST_WORDS = 20_000;
/** Longer ones are kept no more: they hardly come again. */
const LONGEST_KEPT = 60;

/** Whatever a font for Latin has. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u00ff]*$/;
/** A character with the marks on it, and what joins it or keeps it from joining. */
const LETTERS = /\P{M}[\p{M}\u200c\u200d]*|\p{M}+/gu;

/**
 * Words of one font, and of others for what it does not have. Shaping takes a hundred times as long as what else is
 * done with a word, so it is done once.
 */
export class Face {
  readonly font: PdfFont;
  readonly #others: readonly PdfFont[];
  readonly #words = new Map<string, readonly (readonly Word[])[]>();
  /** Characters that none of the fonts has, as they were met. */
  readonly lacks = new Set<string>();

  constructor(font: PdfFont, others: readonly PdfFont[] = []) {
    this.font = font;
    this.#others = others;
  }

  /**
   * A text of one direction by the fonts that have its parts, in the order of the text; each as it stands on paper from
   * left to right. It is one word in nearly all cases.
   */
  words(text: string): readonly (readonly Word[])[] {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const words = this.#runs(text).map((run) => shaped(run.font, run.text));
    if (text.length > LONGEST_KEPT) return words;
    if (this.#words.size >= MOST_WORDS) this.#words.clear();
    this.#words.set(text, words);
    return words;
  }

  /** In thousandths of the size. */
  width(text: string): number {
    return this.words(text)
      .flat()
      .reduce((sum, { width }) => sum + width, 0);
  }

  /** Parts of a text, each with the first font that has it. */
  #runs(text: string): readonly { readonly font: PdfFont; readonly text: string }[] {
    if (PLAIN.test(text)) return [{ font: this.font, text }];
    const runs: { font: PdfFont; text: string }[] = [];
    for (const letter of text.match(LETTERS) ?? []) {
      const font = this.#fontOf(letter);
      const last = runs.at(-1);
      if (last?.font === font) last.text += letter;
      else runs.push({ font, text: letter });
    }
    return runs;
  }

  #fontOf(letter: string): PdfFont {
    const code = letter.codePointAt(0) ?? 0;
    const has = ({ font }: PdfFont): boolean => font.hasGlyphForCodePoint(code);
    if (has(this.font)) return this.font;
    const other = this.#others.find(has);
    if (other === undefined) this.lacks.add(String.fromCodePoint(code));
    return other ?? this.font;
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

function shaped(font: PdfFont, text: string): readonly Word[] {
  // What is copied out or searched for is a blank in either case.
  const [glyphs, positions] = font.encode(text.replaceAll('\u00a0', ' '));
  const words: Word[] = [];
  let code = '';
  let open = '';
  let width = 0;
  let rise = 0;
  const close = (): void => {
    if (open !== '') code += `(${open})`;
    open = '';
  };
  const move = (distance: number): void => {
    if (Math.round(distance) === 0) return;
    close();
    code += `${told(-distance)} `;
  };
  const end = (): void => {
    close();
    if (code !== '') words.push({ code, width, font: font.id, rise });
    code = '';
    width = 0;
  };
  for (const [index, glyph] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0, advanceWidth = 0 } = positions[index] ?? {};
    if (Math.round(yOffset) !== rise) {
      end();
      rise = Math.round(yOffset);
    }
    move(xOffset);
    open += bytesOf(glyph);
    move(xAdvance - xOffset - advanceWidth);
    width += xAdvance;
  }
  end();
  return words;
}
