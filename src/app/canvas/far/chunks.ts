import type { Element } from '../../../core/document/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';

/** About so many chunks of elements there are, as long as that makes them neither smaller nor larger than these. */
const CHUNKS = 64;
const LEAST = 32;
const MOST = 128;
/** However many lie in one place, a chunk has no more. */
const LARGEST = 512;

/** Elements that lie near each other, in the order of their diagram. */
export interface Chunk<E extends Element> {
  readonly key: string;
  readonly elements: readonly E[];
}

/**
 * Parts elements by where they lie, so that a browser paints of a large diagram what is in view, and remembers the
 * parts: a chunk is the same object as the last time when it holds the same records. `least`: how many elements are
 * worth a chunk.
 */
export function chunked<E extends Element>(
  boxOf: (element: E) => Rect,
  least = LEAST,
): (elements: readonly E[]) => readonly Chunk<E>[] {
  let last: readonly E[] | undefined;
  let known = new Map<string, Chunk<E>>();
  return (elements) => {
    if (elements === last) return [...known.values()];
    const next = new Map<string, Chunk<E>>();
    for (const [cell, held] of cellsOf(elements, boxOf, least)) {
      for (let from = 0; from < held.length; from += LARGEST) {
        const key = `${cell} ${from}`;
        const chunk = held.length <= LARGEST ? held : held.slice(from, from + LARGEST);
        const before = known.get(key);
        next.set(
          key,
          before !== undefined && same(before.elements, chunk) ? before : { key, elements: chunk },
        );
      }
    }
    last = elements;
    known = next;
    return [...known.values()];
  };
}

const same = (a: readonly Element[], b: readonly Element[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** Cells in a row of the grid, and the one of the middle. */
const ROW = 2 ** 22;
const MIDDLE = ROW / 2;

/**
 * The elements by cells of a grid. What is larger than a cell lies in a grid of larger ones: a flow right across the
 * diagram is to make no small part as large as that.
 */
function cellsOf<E extends Element>(
  elements: readonly E[],
  boxOf: (element: E) => Rect,
  least: number,
): ReadonlyMap<number, readonly E[]> {
  const boxes = elements.map(boxOf);
  const size = cellSize(boxes, least);
  const cells = new Map<number, E[]>();
  elements.forEach((element, index) => {
    const { left, top, width, height } = boxes[index] ?? NOWHERE;
    const level = Math.max(0, Math.ceil(Math.log2(Math.max(width, height, 1) / size)));
    const wide = size * 2 ** level;
    const column = within(Math.floor((left + width / 2) / wide) + MIDDLE);
    const row = within(Math.floor((top + height / 2) / wide) + MIDDLE);
    const key = (level * ROW + column) * ROW + row;
    const held = cells.get(key);
    if (held === undefined) cells.set(key, [element]);
    else held.push(element);
  });
  return cells;
}

const NOWHERE: Rect = { left: 0, top: 0, width: 0, height: 0 };
const within = (cell: number): number => Math.min(ROW - 1, Math.max(0, cell));

/**
 * The side of a cell that would hold a chunk of evenly spread boxes: a power of 2, so that few edits change it. A browser
 * goes over all of a chunk for each tile of the screen that it touches, and React over all chunks.
 */
function cellSize(boxes: readonly Rect[], least: number): number {
  let [left, top, right, bottom] = [0, 0, 1, 1];
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.left);
    bottom = Math.max(bottom, box.top);
  }
  const chunk = Math.min(MOST, Math.max(least, boxes.length / CHUNKS));
  const each = ((right - left) * (bottom - top) * chunk) / Math.max(boxes.length, chunk);
  return 2 ** Math.max(0, Math.round(Math.log2(each) / 2));
}
