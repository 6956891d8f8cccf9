import { type Rect, rectsOverlap } from '../../../core/geometry/index.ts';

/** Cells in a column of the grid: more than a file's coordinates have. */
const COLUMN = 2 ** 26;
/** A box over more cells is held beside the grid: a file may say that a shape is as wide as numbers are. */
const MOST_CELLS = 2_000;
/** Boxes that are held so; a drawing with more hides names behind them. */
const MOST_LARGE = 100;

/** Boxes that are taken, in cells of a grid: asking whether one is free looks at its neighbours alone. */
export class Room {
  readonly #cells = new Map<number, Rect[]>();
  readonly #large: Rect[] = [];
  readonly #cell: number;

  /** `cell`: the side of a cell, about as long as most boxes, in the unit of the boxes. */
  constructor(cell: number) {
    this.#cell = cell;
  }

  take(box: Rect): void {
    if (this.#countOf(box) > MOST_CELLS) {
      if (this.#large.length < MOST_LARGE) this.#large.push(box);
      return;
    }
    for (const key of this.#keysOf(box)) {
      const held = this.#cells.get(key);
      if (held === undefined) this.#cells.set(key, [box]);
      else held.push(box);
    }
  }

  /** Whether nothing is there; what is too large to be asked for has no room. */
  isFree(box: Rect): boolean {
    if (this.#countOf(box) > MOST_CELLS || this.#large.some((other) => rectsOverlap(other, box)))
      return false;
    return this.#keysOf(box).every(
      (key) => this.#cells.get(key)?.some((other) => rectsOverlap(other, box)) !== true,
    );
  }

  #at(place: number): number {
    return Math.floor(place / this.#cell);
  }

  #countOf({ left, top, width, height }: Rect): number {
    const columns = this.#at(left + width) - this.#at(left) + 1;
    return columns * (this.#at(top + height) - this.#at(top) + 1);
  }

  #keysOf({ left, top, width, height }: Rect): readonly number[] {
    const keys: number[] = [];
    for (let x = this.#at(left); x <= this.#at(left + width); x++)
      for (let y = this.#at(top); y <= this.#at(top + height); y++) keys.push(x * COLUMN + y);
    return keys;
  }
}
