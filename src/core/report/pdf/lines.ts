import bidiFactory from 'bidi-js';
import { withFewMarks } from '../../base/index.ts';
import type { FaceName, Faces, Word } from './faces.ts';

export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  /** `#rrggbb`. */
  readonly colour: string;
  /** The ground behind the words. */
  readonly ground?: string;
}

export interface StyledRun {
  readonly text: string;
  readonly style: TextStyle;
  /** Leads to the web or to mail. */
  readonly href?: string;
  /** Leads to a place of the file. */
  readonly place?: string;
}

/** A piece of a line in one style and one font. */
export interface Piece extends Word {
  /** Points. */
  readonly width: number;
  readonly style: TextStyle;
  readonly href?: string;
  readonly place?: string;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** Control characters, halves of pairs, and signs that show nothing but where a word may break. */
const UNSEEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\u00ad\u200b\ufeff\ufffe\uffff]/gu;

/** A text as the pages show it. */
export const shownOnPage = (text: string): string =>
  withFewMarks(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replace(UNSEEN, ''));

/** Line ends, blanks, and what lies between them. */
const TOKEN = /\n|[ \t]+|[^ \t\n]+/g;
/** Signs that make it worth looking for places inside a word where it may break. */
const MAY_BREAK = /[-\u2010/\u1100-\uffef]/;
/**
 * Behind a hyphen inside a word, but not before a digit (Unicode line breaking, HY × NU); behind slashes; around
 * characters of scripts that put no blanks between words.
 */
const BREAKS =
  /(?<=[^\s-][-\u2010])(?=[^-\s\d])|(?<=[^/]\/)(?=[^/\d])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=\p{L})/u;

/** A part of a text that runs in one direction: to the left where its level is odd (Unicode 9, BD2). */
interface Span {
  readonly text: string;
  readonly run: StyledRun;
  readonly level: number;
}

/** A span, or a part of it, as it is put on paper. */
interface Token extends Word, Span {}

/** Lines of texts that a report has again and again: labels, and what the template says. */
const known = new WeakMap<Faces, Map<string, readonly Line[]>>();
const MOST_KNOWN = 3_000;
const LONGEST_KNOWN = 1_000;

/** Breaks texts into lines of a width. Always at least one line. */
export function brokenLines(runs: readonly StyledRun[], width: number, faces: Faces): readonly Line[] {
  const [only] = runs;
  const plain = only?.href === undefined && only?.place === undefined;
  if (only === undefined || runs.length > 1 || !plain || only.text.length > LONGEST_KNOWN)
    return linesOf(runs, width, faces);
  let lines = known.get(faces);
  if (lines === undefined || lines.size >= MOST_KNOWN) {
    lines = new Map();
    known.set(faces, lines);
  }
  const { face, size, colour, ground } = only.style;
  const key = `${face} ${size} ${colour} ${ground} ${width} ${only.text}`;
  const found = lines.get(key) ?? linesOf(runs, width, faces);
  lines.set(key, found);
  return found;
}

function linesOf(runs: readonly StyledRun[], width: number, faces: Faces): readonly Line[] {
  const breaker = new Breaker(width, faces);
  const shown = runs.map(({ text }) => shownOnPage(text));
  const levels = levelsOf(shown.join(''));
  let begin = 0;
  for (const [index, run] of runs.entries()) {
    const text = shown[index] ?? '';
    for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
      if (token === '\n') breaker.end();
      else if (/^[ \t]/.test(token)) breaker.blank({ text: ' ', run, level: levels?.[begin + at] ?? 0 });
      else breaker.word(spansOf(token, run, levels?.subarray(begin + at)));
    }
    begin += text.length;
  }
  return breaker.lines();
}

const bidi = bidiFactory();
/** Characters that run to the left, or make others do so. */
const LEFTWARD =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u202b\u202e\u2067]/u;
/** Scripts whose glyphs the library turns round by itself. */
const TURNED = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Digits of Arabic and Persian: they run to the right, and the library would turn them with their script. Each stands alone. */
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/;

/** Each letter's level; undefined where nothing runs to the left. */
const levelsOf = (text: string): Uint8Array | undefined =>
  LEFTWARD.test(text) ? bidi.getEmbeddingLevels(text).levels : undefined;

/** The parts of a word by their direction, and in those that run to the left what turns by itself and what does not. */
function spansOf(text: string, run: StyledRun, levels: Uint8Array | undefined): readonly Span[] {
  if (levels === undefined) return [{ text, run, level: 0 }];
  const spans: { text: string; run: StyledRun; level: number; turns: boolean }[] = [];
  let at = 0;
  for (const letter of text.match(LETTERS) ?? []) {
    const level = levels[at] ?? 0;
    const turns = level % 2 === 1 && TURNED.test(letter);
    const last = spans.at(-1);
    if (last?.level === level && last.turns === turns && !DIGIT.test(letter)) last.text += letter;
    else spans.push({ text: letter, run, level, turns });
    at += letter.length;
  }
  return spans.map((span) =>
    span.level % 2 === 1 && !span.turns ? { ...span, text: turned(span.text) } : span,
  );
}

/** Signs from right to left, each as what it looks like there: brackets open to the other side. */
const turned = (text: string): string =>
  [...text]
    .reverse()
    .map((sign) => bidi.getMirroredCharacter(sign) ?? sign)
    .join('');

/** Tokens in the order in which they stand from left to right (Unicode 9, L2). */
function inSight(tokens: readonly Token[]): readonly Token[] {
  const highest = Math.max(0, ...tokens.map(({ level }) => level));
  const order = [...tokens];
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      let to = from;
      while ((order[to]?.level ?? 0) >= level) to++;
      if (to === from) continue;
      order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to;
    }
  }
  return order;
}

class Breaker {
  readonly #width: number;
  readonly #faces: Faces;
  readonly #lines: Line[] = [];
  /** What stands on the line, and what has to stand on one line with what comes next. */
  #line: Token[] = [];
  #lineWidth = 0;
  #group: Token[] = [];
  #groupWidth = 0;
  /** Between the line and the group. */
  #blank: Token | undefined;
  /** The line ends inside a word that no line holds. */
  #inWord = false;

  constructor(width: number, faces: Faces) {
    this.#width = width;
    this.#faces = faces;
  }

  word(spans: readonly Span[]): void {
    for (const span of spans) {
      const parts = MAY_BREAK.test(span.text) ? span.text.split(BREAKS) : [span.text];
      for (const [index, text] of parts.entries()) {
        if (index > 0) this.#settle();
        this.#add({ ...span, text });
      }
    }
  }

  blank(span: Span): void {
    this.#settle();
    // Blanks at the begin and at the end of a line do not show.
    if (this.#line.length > 0) this.#blank = this.#tokens(span)[0];
  }

  end(): void {
    this.#settle();
    this.#close();
  }

  lines(): readonly Line[] {
    this.end();
    return this.#lines;
  }

  #tokens(span: Span): readonly Token[] {
    const { face, size } = span.run.style;
    const runs = this.#faces[face].words(span.text);
    // The line turns what runs to the left as a whole: within one font that has happened.
    const words = span.level % 2 === 1 ? runs.flatMap((run) => run.toReversed()) : runs.flat();
    const { text, run, level } = span;
    return words.map(({ code, width, font, rise }) => ({
      text,
      run,
      level,
      code,
      width: (width * size) / 1000,
      font,
      rise,
    }));
  }

  #add(span: Span): void {
    // So many letters are on no line: shaped at once they would only take long.
    if (span.text.length > LONGEST_WORD) {
      this.#cut([...this.#group, span]);
      return;
    }
    for (const token of this.#tokens(span)) {
      this.#group.push(token);
      this.#groupWidth += token.width;
    }
    if (this.#groupWidth > this.#width - (this.#inWord ? this.#lineWidth : 0)) this.#cut(this.#group);
  }

  /** The group is whole: it stands on this line or begins the next one. */
  #settle(): void {
    if (!this.#inWord && this.#group.length > 0) this.#place();
    this.#inWord = false;
    this.#line.push(...this.#group);
    this.#lineWidth += this.#groupWidth;
    this.#group = [];
    this.#groupWidth = 0;
  }

  /** Makes room for the group on the line, with the blank before it. */
  #place(): void {
    const blank = this.#blank;
    this.#blank = undefined;
    if (this.#lineWidth + (blank?.width ?? 0) + this.#groupWidth > this.#width + ROUNDING) {
      if (this.#line.length > 0) {
        // Not seen, but copied out: two lines are two words. It stands last in either direction.
        if (blank !== undefined) this.#line.push({ ...blank, width: 0, level: 0 });
        this.#close();
      }
    } else if (blank !== undefined) {
      this.#line.push(blank);
      this.#lineWidth += blank.width;
    }
  }

  /** What no line holds breaks anywhere, but before no combining mark. */
  #cut(group: readonly Span[]): void {
    if (!this.#inWord) {
      this.#groupWidth = this.#width;
      this.#place();
    }
    this.#inWord = true;
    this.#group = [];
    this.#groupWidth = 0;
    for (const { text: letters, run, level } of group) {
      // A word of a million letters has few that differ.
      const known = new Map<string, { readonly tokens: readonly Token[]; readonly width: number }>();
      for (const text of letters.match(LETTERS) ?? []) {
        let letter = known.get(text);
        if (letter === undefined) {
          const tokens = this.#tokens({ text, run, level });
          letter = { tokens, width: tokens.reduce((sum, token) => sum + token.width, 0) };
          known.set(text, letter);
        }
        const { tokens, width } = letter;
        if (this.#lineWidth + width > this.#width && this.#line.length > 0) this.#close();
        this.#line.push(...tokens);
        this.#lineWidth += width;
      }
    }
  }

  #close(): void {
    this.#lines.push({ pieces: pieces(this.#line), width: this.#lineWidth });
    this.#line = [];
    this.#lineWidth = 0;
    this.#blank = undefined;
  }
}

/** Points by which a line may be too wide: sums of widths are not exact. */
const ROUNDING = 0.01;
/** Letters that are shaped together at most. */
const LONGEST_WORD = 100;
const LETTERS = /\P{M}\p{M}*|\p{M}+/gu;

/** Tokens of one run and one font as one piece. */
function pieces(tokens: readonly Token[]): readonly Piece[] {
  const all: { run: StyledRun; code: string; width: number; font: string; rise: number }[] = [];
  for (const { run, code, width, font, rise } of inSight(tokens)) {
    const last = all.at(-1);
    if (last === undefined || last.run !== run || last.font !== font || last.rise !== rise)
      all.push({ run, code, width, font, rise });
    else {
      last.code += code;
      last.width += width;
    }
  }
  return all.map(({ run: { style, href, place }, ...piece }) => ({
    ...piece,
    style,
    ...(href === undefined ? {} : { href }),
    ...(place === undefined ? {} : { place }),
  }));
}
