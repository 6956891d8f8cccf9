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
}

/** A piece of a line in one style. */
export interface Piece {
  readonly code: string;
  /** Points, as all that follows. */
  readonly width: number;
  readonly style: TextStyle;
  readonly href?: string;
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

interface Token extends Word {
  readonly text: string;
  readonly run: StyledRun;
}

/** Lines of texts that a report has again and again: labels, and what the template says. */
const known = new WeakMap<Faces, Map<string, readonly Line[]>>();
const MOST_KNOWN = 3_000;
const LONGEST_KNOWN = 1_000;

/** Breaks texts into lines of a width. Always at least one line. */
export function brokenLines(runs: readonly StyledRun[], width: number, faces: Faces): readonly Line[] {
  const [only] = runs;
  if (only === undefined || runs.length > 1 || only.href !== undefined || only.text.length > LONGEST_KNOWN)
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
  for (const run of runs) {
    for (const [token] of shownOnPage(run.text).matchAll(TOKEN)) {
      if (token === '\n') breaker.end();
      else if (/^[ \t]/.test(token)) breaker.blank(run);
      else breaker.word(token, run);
    }
  }
  return breaker.lines();
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

  word(text: string, run: StyledRun): void {
    const parts = MAY_BREAK.test(text) ? text.split(BREAKS) : [text];
    for (const [index, part] of parts.entries()) {
      if (index > 0) this.#settle();
      this.#add(part, run);
    }
  }

  blank(run: StyledRun): void {
    this.#settle();
    // Blanks at the begin and at the end of a line do not show.
    if (this.#line.length > 0) this.#blank = this.#token(' ', run);
  }

  end(): void {
    this.#settle();
    this.#close();
  }

  lines(): readonly Line[] {
    this.end();
    return this.#lines;
  }

  #token(text: string, run: StyledRun): Token {
    const { code, width } = this.#faces[run.style.face].word(text);
    return { text, run, code, width: (width * run.style.size) / 1000 };
  }

  #add(text: string, run: StyledRun): void {
    // So many letters are on no line: shaped at once they would only take long.
    if (text.length > LONGEST_WORD) {
      this.#cut([...this.#group, { text, run }]);
      return;
    }
    const token = this.#token(text, run);
    this.#group.push(token);
    this.#groupWidth += token.width;
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
        // Not seen, but copied out: two lines are two words.
        if (blank !== undefined) this.#line.push({ ...blank, width: 0 });
        this.#close();
      }
    } else if (blank !== undefined) {
      this.#line.push(blank);
      this.#lineWidth += blank.width;
    }
  }

  /** What no line holds breaks anywhere, but before no combining mark. */
  #cut(group: readonly Pick<Token, 'text' | 'run'>[]): void {
    if (!this.#inWord) {
      this.#groupWidth = this.#width;
      this.#place();
    }
    this.#inWord = true;
    this.#group = [];
    this.#groupWidth = 0;
    for (const { text, run } of group) {
      for (const letter of text.match(LETTERS) ?? []) {
        const token = this.#token(letter, run);
        if (this.#lineWidth + token.width > this.#width && this.#line.length > 0) this.#close();
        this.#line.push(token);
        this.#lineWidth += token.width;
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

/** Tokens of one run as one piece. */
function pieces(tokens: readonly Token[]): readonly Piece[] {
  const all: { run: StyledRun; code: string; width: number }[] = [];
  for (const { run, code, width } of tokens) {
    const last = all.at(-1);
    if (last === undefined || last.run !== run) all.push({ run, code, width });
    else {
      last.code += code;
      last.width += width;
    }
  }
  return all.map(({ run: { style, href }, code, width }) => ({
    code,
    width,
    style,
    ...(href === undefined ? {} : { href }),
  }));
}
