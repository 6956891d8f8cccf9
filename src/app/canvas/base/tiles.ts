import type { Rect } from '../../../core/geometry/index.ts';

/** The view is looked at in tiles of this many screen pixels: panning within one draws nothing anew. */
const TILE = 512;

/** Below this zoom names are smaller than 3 px. */
const FAR = 0.25;

/** Whether the view is so far away that elements are drawn all at once; names are a layer of their own. */
export const isFar = (zoom: number): boolean => zoom < FAR;

/** From these zooms on a view has so few elements that they can be made in a frame; so many that they cannot. */
const FEW = 1;
const MANY = 0.75;
/** By how much a view that is zoomed has another zoom than at first. */
const ZOOMED = 1.5;

/**
 * Whether the elements of a large diagram are drawn all at once in a view that moves from a zoom, or rests (null), and
 * in which they `were` so before: while it is zoomed, too. To make hundreds of elements takes longer than a frame.
 */
export function isDrawnFar(zoom: number, movingFrom: number | null, were: boolean): boolean {
  if (movingFrom === null || zoom < FAR) return zoom < FAR;
  return were ? zoom < FEW : zoom < MANY && Math.max(zoom / movingFrom, movingFrom / zoom) > ZOOMED;
}

/** The view of React Flow's store. */
export interface ViewState {
  readonly transform: readonly [number, number, number];
  readonly width: number;
  readonly height: number;
}

/** The tiles in view as text, so that a selector returns an equal value while the view stays among them. */
export function tilesIn({ transform: [x, y, zoom], width, height }: ViewState): string {
  const tile = TILE / 2 ** Math.floor(Math.log2(zoom));
  const low = (at: number) => Math.floor(at / tile) * tile;
  const high = (at: number) => Math.ceil(at / tile) * tile;
  const left = low(-x / zoom);
  const top = low(-y / zoom);
  return [left, top, high((width - x) / zoom) - left, high((height - y) / zoom) - top].join(' ');
}

/** The tiles as a box in model units. */
export function tilesRect(tiles: string): Rect {
  const [left = 0, top = 0, width = 0, height = 0] = tiles.split(' ').map(Number);
  return { left, top, width, height };
}
