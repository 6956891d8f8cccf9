import type { Paper } from './paper.ts';

/** Points, as everywhere on the pages. They are A4; the margins leave room for the lines at head and foot. */
const SHORT = 595.28;
const LONG = 841.89;
export const MARGIN = { left: 48, top: 56, right: 48, bottom: 56 } as const;

export type Orientation = 'portrait' | 'landscape';
export const pageSize = (orientation: Orientation): { readonly width: number; readonly height: number } =>
  orientation === 'portrait' ? { width: SHORT, height: LONG } : { width: LONG, height: SHORT };
export const innerWidth = (orientation: Orientation): number =>
  pageSize(orientation).width - MARGIN.left - MARGIN.right;

/** Draws on a page; the parts from one to before another, the first of them at `top`. */
export type DrawParts = (paper: Paper, from: number, to: number, top: number) => void;

/** What stands on the pages one below the other. It may be divided between its parts. */
export interface Block {
  /** The element of the structure that it is. */
  readonly tag: string;
  /** What is read out in its stead. */
  readonly alt?: string;
  /** Room above it, but not at the head of a page, and below. */
  readonly before: number;
  readonly after: number;
  /** Heights: a text's lines, a picture's one. */
  readonly parts: readonly number[];
  /** Stays on one page if it is not higher than that. */
  readonly whole: boolean;
  readonly draw: DrawParts;
  /** Called when its page is known. */
  readonly placed?: (page: number, top: number, paper: Paper | undefined) => void;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const heightOf = ({ parts }: Block): number => sum(parts);
/** Lines that stay together at least. */
const LEAST_LINES = 2;
/** A higher one is divided all the same where it would leave much of a page empty. */
const HIGHEST_WHOLE = 320;

/**
 * Puts blocks onto pages. Without a paper it only finds out where they would stand, which the numbers in the contents
 * and at the foot of each page need: both times take the same way.
 */
export class Flow {
  readonly #paper: Paper | undefined;
  readonly #dress: (paper: Paper, page: number, orientation: Orientation) => void;
  #page = 0;
  #y = 0;
  #orientation: Orientation = 'portrait';
  #head: Block | undefined;

  constructor(
    paper: Paper | undefined,
    dress: (paper: Paper, page: number, orientation: Orientation) => void,
  ) {
    this.#paper = paper;
    this.#dress = dress;
  }

  get pages(): number {
    return this.#page;
  }

  newPage(orientation: Orientation = this.#orientation): void {
    this.#page += 1;
    this.#orientation = orientation;
    this.#y = MARGIN.top;
    if (this.#paper === undefined) return;
    const { width, height } = pageSize(orientation);
    this.#paper.addPage(width, height);
    this.#dress(this.#paper, this.#page, orientation);
  }

  #nextPage(): void {
    this.newPage();
    const head = this.#head;
    if (head === undefined) return;
    const top = this.#y;
    this.group(head.tag, () => {
      if (this.#paper !== undefined) head.draw(this.#paper, 0, head.parts.length, top);
    });
    this.#y += heightOf(head) + head.after;
  }

  /** Blocks of which each stays on the page of the next one's beginning. */
  together(blocks: readonly Block[]): void {
    this.#makeRoom(blocks);
    for (const block of blocks) this.put(block);
  }

  #makeRoom(blocks: readonly Block[]): void {
    const needed = blocks.map((last, index) => {
      const above = blocks.slice(0, index).map((block) => block.before + heightOf(block) + block.after);
      return sum(above) + last.before + leastOf(last);
    });
    // As many of them as a page holds.
    const height = needed.findLast((each) => each <= this.#full()) ?? 0;
    if (height > this.#room()) this.newPage();
  }

  /** What `put` puts, as one element of the structure. */
  group(tag: string, put: () => void): void {
    if (this.#paper === undefined) put();
    else this.#paper.element(tag, put);
  }

  /**
   * Puts blocks that stay together; from some of them on an element of the structure is open until what this answers is
   * called.
   */
  begin(tag: string, above: readonly Block[], blocks: readonly Block[]): () => void {
    this.#makeRoom([...above, ...blocks]);
    for (const block of above) this.put(block);
    const close = this.#paper?.open(tag) ?? (() => undefined);
    for (const block of blocks) this.put(block);
    return close;
  }

  /** From now on this stands at the head of each page on which what is put goes on. */
  repeat(head: Block | undefined): void {
    this.#head = head;
  }

  /** What `put` puts has this at the head of each page on which it goes on. */
  under(head: Block, put: () => void): void {
    this.put(head);
    this.#head = head;
    put();
    this.#head = undefined;
  }

  put(block: Block): void {
    if (!this.#atTop()) this.#y += block.before;
    if (leastOf(block) > this.#room() && !this.#atTop()) this.#nextPage();
    const write = (): void => this.#divide(block);
    block.placed?.(this.#page, this.#y, this.#paper);
    if (this.#paper === undefined) write();
    else this.#paper.element(block.tag, write, block.alt);
    this.#y += block.after;
  }

  #divide(block: Block): void {
    for (let from = 0; from < block.parts.length; ) {
      const to = this.#fitting(block.parts, from);
      if (this.#paper !== undefined) block.draw(this.#paper, from, to, this.#y);
      this.#y += sum(block.parts.slice(from, to));
      from = to;
      if (from < block.parts.length) this.#nextPage();
    }
  }

  /** Up to which part there is room: one at least, and no last line alone on the next page. */
  #fitting(parts: readonly number[], from: number): number {
    let to = from;
    for (let room = this.#room(); to < parts.length && (parts[to] ?? 0) <= room; to++) room -= parts[to] ?? 0;
    if (to === parts.length - 1 && to - from > LEAST_LINES) to -= 1;
    return Math.max(to, from + 1);
  }

  #atTop = (): boolean => this.#y <= MARGIN.top;
  #full = (): number => pageSize(this.#orientation).height - MARGIN.top - MARGIN.bottom;
  #room = (): number => pageSize(this.#orientation).height - MARGIN.bottom - this.#y;
}

/** Height that a block needs where it begins. */
const leastOf = (block: Block): number => {
  const height = heightOf(block);
  return block.whole && height <= HIGHEST_WHOLE ? height : sum(block.parts.slice(0, LEAST_LINES));
};
