import type { Diagram, ElementId } from '../../../core/document/index.ts';
import { drawnBox } from '../../../core/drawing/index.ts';
import { type ModelPoint, type Rect, rectsOverlap } from '../../../core/geometry/index.ts';
import { GRID, session } from '../../store/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At } from '../base/gesture.ts';
import { NO_SNAP, type Snap } from '../base/guides.ts';
import { currentZoom, visibleRect } from '../base/view.ts';
import { snapTo, toGrid } from './snap.ts';

/** Screen pixels within which a guide catches. */
const CATCH = 6;
/** Guides look at no more boxes than this: beyond, lines everywhere help nobody. */
const MOST_BOXES = 400;

/** How far a drag has gone, in whole units of the model, and what caught it. */
export interface Travel {
  readonly dx: number;
  readonly dy: number;
  readonly snap: Snap;
}

/** The boxes that a dragged one can get in line with: those in view, but for the dragged ones. */
export function restingBoxes(
  canvas: Canvas,
  diagram: Diagram,
  dragged: ReadonlySet<ElementId>,
): readonly Rect[] {
  const view = visibleRect(canvas);
  const near = diagram.shapes.filter((shape) => !dragged.has(shape.id) && rectsOverlap(shape, view));
  return near.slice(-MOST_BOXES).map(drawnBox);
}

/** From the start of a drag to the pointer; Shift keeps to the longer axis. */
function pulled(start: ModelPoint, { point, shift }: At): { readonly dx: number; readonly dy: number } {
  const dx = point.x - start.x;
  const dy = point.y - start.y;
  if (!shift) return { dx, dy };
  return Math.abs(dx) > Math.abs(dy) ? { dx, dy: 0 } : { dx: 0, dy };
}

const whole = (dx: number, dy: number, snap: Snap): Travel => ({
  dx: Math.round(dx),
  dy: Math.round(dy),
  snap,
});

/**
 * How far a box goes with the pointer: to the grid, or where guides and even distances catch it, by the settings when
 * the drag began. Without a box nothing catches.
 */
export function travelOf(
  canvas: Canvas,
  box: Rect | null,
  others: readonly Rect[],
  start: ModelPoint,
): (at: At) => Travel {
  const { snapToGrid, smartGuides } = session.getState().settings;
  return (at) => {
    const { dx, dy } = pulled(start, at);
    if (box === null) return whole(dx, dy, NO_SNAP);
    const moved = { ...box, left: box.left + dx, top: box.top + dy };
    if (snapToGrid) {
      const gridX = dx === 0 ? 0 : dx + toGrid(moved.left, GRID);
      const gridY = dy === 0 ? 0 : dy + toGrid(moved.top, GRID);
      const placed = { ...box, left: box.left + gridX, top: box.top + gridY };
      // The grid decides the place; guides and distances only tell what it is in line with.
      return whole(gridX, gridY, smartGuides ? snapTo(placed, others, 0.5) : NO_SNAP);
    }
    const snap = smartGuides ? snapTo(moved, others, CATCH / currentZoom(canvas)) : NO_SNAP;
    const free = !at.shift;
    return whole(dx + (free || dx !== 0 ? snap.dx : 0), dy + (free || dy !== 0 ? snap.dy : 0), snap);
  };
}
