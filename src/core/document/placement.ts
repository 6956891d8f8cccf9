import type { Point, Rect } from '../geometry/index.ts';
import type { ElementId } from './ids.ts';

/** Where a layout wants the elements of a diagram, in model units. What it does not name stays. */
export interface Placement {
  readonly boxes: ReadonlyMap<ElementId, Rect>;
  readonly handles: ReadonlyMap<ElementId, Point>;
  /** New places of free ends. */
  readonly sources?: ReadonlyMap<ElementId, Point>;
  readonly targets?: ReadonlyMap<ElementId, Point>;
}
