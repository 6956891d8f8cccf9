import type { Rect } from '../../geometry/index.ts';
import type { Faces } from './faces.ts';
import { type Block, innerWidth, MARGIN } from './flow.ts';
import { brokenLines, type Line, type Piece, type StyledRun, type TextStyle } from './lines.ts';
import { boxOperators, num, pieceOperators, shares, textOperators } from './operators.ts';
import type { Paper, Target } from './paper.ts';

/** From one baseline to the next, as a multiple of the size. */
const LEADING = 1.41;
/** From the top of a line to its baseline, as a multiple of the size. */
const ASCENT = 0.98;
/** Thin lines between rows. */
const RULE = '#dde1e5';
const RULE_WIDTH = 0.5;
/** Room above and below the texts of a row. */
const ROW_PADDING = 2;

/** A text in some lines. */
export interface Column {
  readonly lines: readonly Line[];
  readonly x: number;
  /** Lines end this far right of `x` instead of beginning there. */
  readonly rightIn?: number;
  /** The text, and what is right of it up to `reach`, leads to a place of the file. */
  readonly link?: { readonly place: string; readonly reach: number };
}

export interface Look {
  readonly tag: string;
  readonly before?: number;
  readonly after?: number;
  readonly placed?: Block['placed'];
  /** What each text of a row is, where the row is one of a table. */
  readonly cells?: 'TH' | 'TD';
}

const heightOfLine = ({ pieces }: Line, size: number): number =>
  Math.max(size, ...pieces.map(({ style }) => style.size)) * LEADING;

/** A paragraph over the whole width, or beginning at an indent. */
export function paragraph(
  runs: readonly StyledRun[],
  faces: Faces,
  look: Look & { readonly indent?: number; readonly width?: number },
): Block {
  const indent = look.indent ?? 0;
  const lines = brokenLines(runs, (look.width ?? innerWidth('portrait')) - indent, faces);
  const size = runs[0]?.style.size ?? 0;
  return columns([{ lines, x: MARGIN.left + indent }], size, { ...look, padding: 0 });
}

/** Texts side by side. A rule above divides them from the row before. */
export function row(
  side: readonly Column[],
  size: number,
  look: Look & { readonly rule?: { readonly width: number } | undefined },
): Block {
  return columns(side, size, { ...look, padding: ROW_PADDING });
}

function columns(
  side: readonly Column[],
  size: number,
  look: Look & { readonly padding: number; readonly rule?: { readonly width: number } | undefined },
): Block {
  const { tag, before = 0, after = 0, padding, placed, rule, cells } = look;
  const count = Math.max(1, ...side.map(({ lines }) => lines.length));
  const ends = Array.from(
    { length: count },
    (_, index) => (index === 0 ? padding : 0) + (index === count - 1 ? padding : 0),
  );
  const parts = ends.map((end, index) => {
    const heights = side.flatMap(({ lines }) => lines[index] ?? []).map((line) => heightOfLine(line, size));
    return Math.max(size * LEADING, ...heights) + end;
  });
  return {
    tag,
    before,
    after,
    parts,
    whole: true,
    ...(placed === undefined ? {} : { placed }),
    draw: (paper, from, to, top) => {
      if (rule !== undefined && from === 0) paper.artifact(ruled(MARGIN.left, top, rule.width));
      const writer = new LineWriter(paper);
      const write = (column: Column): void => {
        let y = top + (from === 0 ? padding : 0);
        for (let index = from; index < to; index++) {
          const height = (parts[index] ?? 0) - (ends[index] ?? 0);
          const line = column.lines[index];
          if (line !== undefined) writer.line(line, column, y, height);
          y += height;
        }
        if (cells !== undefined) writer.end();
        else if (column !== side.at(-1)) writer.gap();
      };
      for (const column of side) {
        if (cells === undefined) write(column);
        else paper.element(cells, () => write(column));
      }
      writer.end();
    },
  };
}

const ruled = (x: number, y: number, width: number): string =>
  `${shares(RULE)} RG ${num(RULE_WIDTH)} w ${num(x)} ${num(y)} m ${num(x + width)} ${num(y)} l S`;

function targetOf({ href, place }: Piece): Target | undefined {
  if (href !== undefined) return { href };
  return place === undefined ? undefined : { place };
}

/** Writes lines of text, their grounds below them and their links around them. */
class LineWriter {
  readonly #paper: Paper;
  #waiting: string[] = [];
  /** Where the last piece ended. */
  #end = { x: 0, y: 0, size: 0 };

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  line(line: Line, { x, rightIn, link }: Column, top: number, height: number): void {
    let left = rightIn === undefined ? x : x + rightIn - line.width;
    const size = Math.max(...line.pieces.map(({ style }) => style.size));
    const baseline = top + size * ASCENT;
    for (const piece of line.pieces) {
      const box = { left, top, width: piece.width, height };
      if (link !== undefined)
        this.#piece(piece, { ...box, width: link.reach - left }, baseline, { place: link.place });
      else this.#piece(piece, box, baseline, targetOf(piece));
      left += piece.width;
    }
  }

  #piece(piece: Piece, box: Rect, baseline: number, to: Target | undefined): void {
    const { style } = piece;
    if (style.ground !== undefined) {
      this.end();
      const ground = { ...box, top: baseline - style.size, height: style.size * LEADING };
      this.#paper.artifact(`${shares(style.ground)} rg ${boxOperators(ground)} f`);
    }
    const operators = pieceOperators(piece, box.left, baseline);
    this.#end = { x: box.left + piece.width, y: baseline, size: style.size };
    if (to === undefined) {
      this.#waiting.push(operators);
      return;
    }
    this.end();
    this.#paper.element('Link', () => {
      this.#paper.content(operators);
      this.#paper.link(box, to);
    });
  }

  /** What comes next is another word to those who have it read to them. */
  gap(): void {
    if (this.#waiting.length === 0) return;
    for (const blank of this.#paper.faces.normal.words(' ').flat())
      this.#waiting.push(textOperators(blank.font, this.#end.size, this.#end.x, this.#end.y, blank.code));
  }

  end(): void {
    if (this.#waiting.length > 0) this.#paper.content(this.#waiting.join('\n'));
    this.#waiting = [];
  }
}

/** A line at a fixed place, outside of what is read: heads and feet of pages. */
export function placedLine(
  paper: Paper,
  text: string,
  style: TextStyle,
  at: { readonly left: number; readonly top: number; readonly width: number; readonly right?: boolean },
): void {
  const lines = brokenLines([{ text, style }], at.width, paper.faces);
  const operators = lines.flatMap((line, index) => {
    const baseline = at.top + index * style.size * LEADING + style.size * ASCENT;
    let x = at.right === true ? at.left + at.width - line.width : at.left;
    return line.pieces.map((piece) => {
      const left = x;
      x += piece.width;
      return pieceOperators(piece, left, baseline);
    });
  });
  paper.artifact(operators.join('\n'));
}
