import { withFewMarks } from '../base/index.ts';

/** Size of every text on a diagram, and the distance of its lines, in model units (format 7.1). */
export const TEXT_SIZE = 12;
export const LINE_HEIGHT = 15;

/**
 * Widths in thousandths of the size, for the characters from blank to tilde: those of a plain sans serif. The
 * browser may draw another font; the widths only have to be near enough for boxes that hold their text.
 */
const ASCII = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const OTHER = 600;
const WIDE = 1000;
/** Scripts whose characters fill a square, and pictographs. */
const WIDE_CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uFF00-\uFF60]/u;

/** The width of one line of text, in the unit of `size`. */
export function measureText(text: string, size: number = TEXT_SIZE): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32) continue;
    width += ASCII[code - 32] ?? (WIDE_CHARACTER.test(character) ? WIDE : OTHER);
  }
  return (width * size) / 1000;
}

/** Longest label that is laid out; a name of a megabyte must not stop the drawing. */
const MAX_CHARACTERS = 2_000;

/**
 * Breaks a text into lines no wider than `width`: at its own line breaks, then at blanks and behind hyphens, then
 * inside words that are wider than a line. Always at least one line.
 */
export function wrapText(text: string, width: number, size: number = TEXT_SIZE): readonly string[] {
  const lines: string[] = [];
  for (const paragraph of withFewMarks(text.slice(0, MAX_CHARACTERS)).split(/\r\n|\r|\n/)) {
    let line = '';
    paragraph.split(' ').forEach((word, index) => {
      word.split(BEHIND_HYPHEN).forEach((part, place) => {
        const blank = index > 0 && place === 0 && line !== '' ? ' ' : '';
        const longer = line + blank + part;
        if (measureText(longer, size) <= width) {
          line = longer;
          return;
        }
        if (line !== '') lines.push(line);
        const pieces = breakWord(part, width, size);
        lines.push(...pieces.slice(0, -1));
        line = pieces.at(-1) ?? '';
      });
    });
    lines.push(line);
  }
  return lines;
}

/** Where a word may break: behind a hyphen inside it, but not before a digit (Unicode line breaking, HY × NU). */
const BEHIND_HYPHEN = /(?<=[^\s-][-\u2010])(?=[^-\s\d])/u;

/** The width of the widest part of a text that breaks neither at a blank nor behind a hyphen, in the unit of `size`. */
export function longestPart(text: string, size: number = TEXT_SIZE): number {
  let longest = 0;
  for (const word of withFewMarks(text.slice(0, MAX_CHARACTERS)).split(/[ \r\n]/))
    for (const part of word.split(BEHIND_HYPHEN)) longest = Math.max(longest, measureText(part, size));
  return longest;
}

function breakWord(word: string, width: number, size: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && measureText(piece + character, size) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
