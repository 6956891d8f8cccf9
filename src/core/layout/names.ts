import { displayName, type Shape } from '../document/index.ts';
import { boundaryNameLines, lineLabel, WIDER_FONT } from '../drawing/index.ts';
import type { Point, Rect } from '../geometry/index.ts';

/** From the edge of the box to its name. */
const EDGE = 4;

/** Where the label of a line boundary with this handle is drawn, with room for a picture; null without a name. */
export const nameBox = (name: string, handle: Point): Rect | null =>
  lineLabel({ kind: 'lineBoundary', handle }, name, true)?.box ?? null;

/** Where the name of a border boundary lies, inside its top right corner. `drawn` is the box that the eye sees. */
export function boxNameBox(shape: Shape, drawn: Rect): Rect {
  const lines = boundaryNameLines(displayName(shape), drawn);
  const width = WIDER_FONT * lines.width + EDGE;
  return { left: drawn.left + drawn.width - width, top: drawn.top, width, height: lines.height + EDGE };
}
