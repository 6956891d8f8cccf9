import type { Point, Rect } from '../geometry/index.ts';

/** Width by height of a group that nothing else shapes: that of a screen. */
export const ASPECT = 1.6;

/** How much an empty row end weighs against the aspect. */
const EMPTINESS = 2;

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Packing extends Size {
  /** The top left corner of each item, in the order of the items. */
  readonly places: readonly Point[];
}

/**
 * Things in the order in which a person reads their places: row by row, each from left to right. A row is what
 * lies beside its first thing: its middle between that one's top and bottom, or their tops at about one height.
 */
export function inReadingOrder<T extends { readonly rect: Rect }>(things: readonly T[]): readonly T[] {
  const middle = ({ rect }: T): number => rect.top + rect.height / 2;
  let left = things.toSorted((a, b) => a.rect.top - b.rect.top || a.rect.left - b.rect.left);
  const ordered: T[] = [];
  while (left[0] !== undefined) {
    const { top, height } = left[0].rect;
    const first = left[0];
    const inRow = (thing: T): boolean =>
      thing === first ||
      (middle(thing) >= top && middle(thing) <= top + height) ||
      thing.rect.top - top < Math.min(height, thing.rect.height) / 2;
    ordered.push(
      ...left.filter(inRow).toSorted((a, b) => a.rect.left - b.rect.left || middle(a) - middle(b)),
    );
    left = left.filter((thing) => !inRow(thing));
  }
  return ordered;
}

/** Sets items in rows, in their order; a row is as wide as `width` allows, without it as `ASPECT` wants. */
export function packRows(items: readonly Size[], gap: number, width?: number): Packing {
  if (width !== undefined) return wrapped(items, gap, width);
  let best = wrapped(items, gap, 0);
  const filled = items.reduce((sum, { width, height }) => sum + (width + gap) * (height + gap), 0);
  const badness = (packing: Packing): number => {
    const { width, height } = packing;
    return (
      Math.abs(Math.log(width / height / ASPECT)) - (EMPTINESS * filled) / ((width + gap) * (height + gap))
    );
  };
  let room = 0;
  for (const item of items) {
    room += item.width + (room === 0 ? 0 : gap);
    const packing = wrapped(items, gap, room);
    if (badness(packing) < badness(best)) best = packing;
  }
  return best;
}

function wrapped(items: readonly Size[], gap: number, room: number): Packing {
  const places: Point[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const item of items) {
    if (x > 0 && x + item.width > room) {
      y += rowHeight + gap;
      [x, rowHeight] = [0, 0];
    }
    places.push({ x, y });
    width = Math.max(width, x + item.width);
    rowHeight = Math.max(rowHeight, item.height);
    x += item.width + gap;
  }
  return { places, width, height: y + rowHeight };
}
