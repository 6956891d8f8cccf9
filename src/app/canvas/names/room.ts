import { type Rect, rectsOverlap } from '../../../core/geometry/index.ts';

/** Cells in a column of the grid: more than a file's coordinates have. */
const COLUMN = 2 ** 26;

/** Boxes that are taken, in cells of a grid: asking whether one is free looks at its neighbours alone. */
export class Room {
  readonly #cells = new Map<number, Rect[]>();
  readonly #cell: number;

  /** `cell`: the side of a cell, about as long as most boxes, in the unit of the boxes. */
  constructor(cell: number) {
    this.#cell = cell;
  }

  take(box: Rect): void {
    for (const key of this.#keysOf(box)) {
      const held = this.#cells.get(key);
      if (held === undefined) this.#cells.set(key, [box]);
      else held.push(box);
    }
  }

  isFree(box: Rect): boolean {
    return this.#keysOf(box).every(
      (key) => this.#cells.get(key)?.some((other) => rectsOverlap(other, box)) !== true,
    );
  }

  #keysOf({ left, top, width, height }: Rect): readonly number[] {
    const keys: number[] = [];
    const at = (place: number) => Math.floor(place / this.#cell);
    for (let x = at(left); x <= at(left + width); x++)
      for (let y = at(top); y <= at(top + height); y++) keys.push(x * COLUMN + y);
    return keys;
  }
}
