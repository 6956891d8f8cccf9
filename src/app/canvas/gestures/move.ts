import { changedCrossings, type ElementId } from '../../../core/document/index.ts';
import { boundsOf, drawnBox } from '../../../core/drawing/index.ts';
import { duplicateElements, type Edit, moveElements } from '../../../core/edit/index.ts';
import { type Rect, rectUnion } from '../../../core/geometry/index.ts';
import { GRID, session } from '../../store/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';
import { NO_SNAP, type Snap } from '../base/guides.ts';
import type { Live } from '../base/live.ts';
import { previewEdit } from '../base/showing.ts';
import { currentZoom, visibleRect } from '../base/view.ts';
import { withContents } from './contents.ts';
import { boundaryAround } from './enclosing.ts';
import { snapTo, toGrid } from './snap.ts';
import { stableGuids } from './stable-guids.ts';

/** Screen pixels within which a guide catches. */
const CATCH = 6;
/** Guides look at no more boxes than this: beyond, lines everywhere help nobody. */
const MOST_BOXES = 400;
const NONE: ReadonlySet<ElementId> = new Set();

/**
 * Drags elements. Shift keeps to one axis, Ctrl/Cmd turns round whether boundaries carry what is inside,
 * Alt leaves the originals and drags copies.
 */
export function moveGesture(canvas: Canvas, ids: readonly ElementId[], start: At): Gesture {
  const { live } = canvas;
  const open = canvas.open();
  const diagram = canvas.diagram() ?? undefined;
  const { settings } = session.getState();
  const carried = diagram === undefined ? ids : withContents(diagram, ids);
  const guids = stableGuids();
  const box = diagram === undefined ? null : boundsOfShapes(new Set(ids));
  const others = diagram === undefined ? [] : otherBoxes(new Set(carried));

  const taken = new Set(carried);
  const home = diagram === undefined ? null : boundaryAround(diagram, new Set(ids), taken);

  /**
   * The boundary that the elements would come into, and those that other flows would cross than before: other threats
   * follow from that.
   */
  function touched(copies: readonly ElementId[] | null): Pick<Live, 'aim' | 'crossed'> {
    const { preview } = live.getState();
    if (preview === null || diagram === undefined) return { aim: null, crossed: NONE };
    const moved = new Set(copies ?? ids);
    const around = boundaryAround(preview, moved, copies === null ? taken : moved);
    return { aim: around === home ? null : around, crossed: changedCrossings(diagram, preview) };
  }

  function boundsOfShapes(moved: ReadonlySet<ElementId>): Rect | null {
    const template = open?.model.template;
    const boxes = (diagram?.shapes ?? []).filter((shape) => moved.has(shape.id)).map(drawnBox);
    if (boxes.length === 0)
      return diagram === undefined || template === undefined ? null : boundsOf(diagram, template, moved);
    return rectUnion(boxes) ?? null;
  }

  function otherBoxes(moved: ReadonlySet<ElementId>): Rect[] {
    const view = visibleRect(canvas);
    const near = (diagram?.shapes ?? []).filter(
      (shape) =>
        !moved.has(shape.id) &&
        shape.left < view.left + view.width &&
        shape.top < view.top + view.height &&
        shape.left + shape.width > view.left &&
        shape.top + shape.height > view.top,
    );
    return near.slice(-MOST_BOXES).map(drawnBox);
  }

  function offset(at: At): { dx: number; dy: number; snap: Snap } {
    let dx = at.point.x - start.point.x;
    let dy = at.point.y - start.point.y;
    if (at.shift) {
      if (Math.abs(dx) > Math.abs(dy)) dy = 0;
      else dx = 0;
    }
    if (box === null) return { dx: Math.round(dx), dy: Math.round(dy), snap: NO_SNAP };
    const moved = { ...box, left: box.left + dx, top: box.top + dy };
    if (settings.snapToGrid) {
      if (dx !== 0) dx += toGrid(moved.left, GRID);
      if (dy !== 0) dy += toGrid(moved.top, GRID);
      const placed = { ...box, left: box.left + dx, top: box.top + dy };
      // The grid decides the place; guides and distances only tell what it is in line with.
      const snap = settings.smartGuides ? snapTo(placed, others, 0.5) : NO_SNAP;
      return { dx: Math.round(dx), dy: Math.round(dy), snap };
    }
    const snap = settings.smartGuides ? snapTo(moved, others, CATCH / currentZoom(canvas)) : NO_SNAP;
    const free = !at.shift;
    dx += free || dx !== 0 ? snap.dx : 0;
    dy += free || dy !== 0 ? snap.dy : 0;
    return { dx: Math.round(dx), dy: Math.round(dy), snap };
  }

  function command(at: At, dx: number, dy: number): Edit {
    const moved = settings.boundariesCarry !== at.mod ? carried : ids;
    return at.alt
      ? (model) => duplicateElements(model, moved, dx, dy, guids())
      : (model) => moveElements(model, moved, dx, dy);
  }

  return {
    kind: 'move',
    cursor: 'move',
    move: (at) => {
      const { dx, dy, snap } = offset(at);
      const copies = previewEdit(canvas, command(at, dx, dy));
      live.setState({ snap, ...touched(copies) });
    },
    end: (at) => {
      const { dx, dy } = offset(at);
      canvas.commit(at.alt ? 'Duplicate' : 'Move', command(at, dx, dy));
    },
  };
}
