/** A size in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const LARGE: Size = { width: 168, height: 112 };
const SMALL: Size = { width: 112, height: 75 };
/** A canvas smaller than this gets the small one. */
const ROOMY: Size = { width: 900, height: 620 };

/** Pixels between the map and the edges of the canvas. */
export const MAP_EDGE = 10;

/** The size of the map on a canvas of this size. */
export const mapSize = ({ width, height }: Size): Size =>
  width >= ROOMY.width && height >= ROOMY.height ? LARGE : SMALL;
