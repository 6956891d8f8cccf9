import type { Area } from '../ui/index.ts';

/** Where notices stand on the canvas: their lower right corner in the window, and the room from there, in pixels. */
export interface NoticePlace {
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels between notices and what they keep clear of; places are looked for in steps of as many. */
export const NOTICE_GAP = 8;
/** Of one notice, in pixels. */
export const NOTICE_WIDTH = 400;
/** Of the canvas's height, which is for the diagram: what does not fit scrolls. */
const MOST = 0.4;
/** Less is not read with ease. */
const LEAST = { width: 280, height: 80 };

/** What notices that are so wide and high take of the canvas, in pixels; null on a canvas that is too small. */
function sizeOn(canvas: Area, wanted: { readonly width: number; readonly height: number }) {
  // Whole cells, see below.
  const wide = (Math.floor((canvas.right - canvas.left) / NOTICE_GAP) - 2) * NOTICE_GAP;
  const high = canvas.bottom - canvas.top;
  const width = Math.min(wanted.width, wide);
  const height = Math.min(wanted.height, Math.max(LEAST.height, MOST * high));
  if (width < Math.min(LEAST.width, wanted.width) || height + 2 * NOTICE_GAP > high) return null;
  return { width, height };
}

/** Whether a place meets none of these areas, the gap between them counted. */
const isClear = ({ right, bottom, width, height }: NoticePlace, areas: readonly Area[]): boolean =>
  !areas.some(
    (one) =>
      one.left < right + NOTICE_GAP &&
      one.right > right - width - NOTICE_GAP &&
      one.top < bottom + NOTICE_GAP &&
      one.bottom > bottom - height - NOTICE_GAP,
  );

/**
 * The canvas in cells as wide as the gap, counted from its lower right corner: how many taken ones there are below and
 * right of each, so that any box of cells is asked at once.
 */
function takenCells(canvas: Area, taken: readonly Area[]) {
  const columns = Math.floor((canvas.right - canvas.left) / NOTICE_GAP);
  const rows = Math.floor((canvas.bottom - canvas.top) / NOTICE_GAP);
  const across = columns + 1;
  const sums = new Uint32Array(across * (rows + 1));
  const at = (column: number, row: number): number => sums[row * across + column] ?? 0;
  const from = (pixels: number) => Math.max(0, Math.floor(pixels / NOTICE_GAP));
  const to = (pixels: number, most: number) => Math.min(most, Math.max(0, Math.ceil(pixels / NOTICE_GAP)));
  for (const one of taken) {
    const until = to(canvas.right - one.left, columns);
    for (let row = from(canvas.bottom - one.bottom); row < to(canvas.bottom - one.top, rows); row++)
      sums.fill(1, (row + 1) * across + from(canvas.right - one.right) + 1, (row + 1) * across + until + 1);
  }
  for (let row = 1; row <= rows; row++)
    for (let column = 1; column <= columns; column++)
      sums[row * across + column] =
        at(column, row) + at(column - 1, row) + at(column, row - 1) - at(column - 1, row - 1);
  const count = (left: number, low: number, right: number, high: number): number =>
    at(right, high) - at(left, high) - at(right, low) + at(left, low);
  return { columns, rows, count };
}

/**
 * Where notices that are `wanted` so large stand on the canvas, clear of what is `taken`: where they are `now` if that
 * still is, else the lowest place, and the rightmost there. Null where nothing is free: they then need room of their own.
 */
export function placeOn(
  canvas: Area,
  taken: readonly Area[],
  wanted: { readonly width: number; readonly height: number },
  now: NoticePlace | null = null,
): NoticePlace | null {
  const size = sizeOn(canvas, wanted);
  if (size === null) return null;
  const same = now !== null && { ...now, ...size };
  if (same && isWithin(same, canvas) && isClear(same, taken)) return same;
  const { columns, rows, count } = takenCells(canvas, taken);
  // One cell around them is the gap.
  const wide = Math.ceil(size.width / NOTICE_GAP) + 2;
  const high = Math.ceil(size.height / NOTICE_GAP) + 2;
  for (let low = 0; low + high <= rows; low++)
    for (let column = 0; column + wide <= columns; column++)
      if (count(column, low, column + wide, low + high) === 0)
        return {
          right: canvas.right - (column + 1) * NOTICE_GAP,
          bottom: canvas.bottom - (low + 1) * NOTICE_GAP,
          ...size,
        };
  return null;
}

const isWithin = ({ right, bottom, width, height }: NoticePlace, canvas: Area): boolean =>
  right + NOTICE_GAP <= canvas.right &&
  bottom + NOTICE_GAP <= canvas.bottom &&
  right - width - NOTICE_GAP >= canvas.left &&
  bottom - height - NOTICE_GAP >= canvas.top;
