import type { Point, Rect } from '../../../core/geometry/index.ts';

/** A line shown while what is dragged is in line with something else, in model units. */
export interface Guide {
  /** `x`: a vertical line at that x; `y`: a horizontal one. */
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A measured distance between two boxes. */
export interface Gap {
  readonly from: Point;
  readonly to: Point;
  readonly distance: number;
}

/** Where what is dragged goes by itself, and what is shown of why. */
export interface Snap {
  readonly dx: number;
  readonly dy: number;
  readonly guides: readonly Guide[];
  readonly gaps: readonly Gap[];
  /** The box whose width and height are told; null when nothing changes its size. */
  readonly size: Rect | null;
}

export const NO_SNAP: Snap = { dx: 0, dy: 0, guides: [], gaps: [], size: null };
