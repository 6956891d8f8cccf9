import type { ElementId, Model, Shape } from '../../../core/document/index.ts';
import { placeElements } from '../../../core/edit/index.ts';
import { insetRect, type Rect, rectUnion } from '../../../core/geometry/index.ts';
import { activeDiagram, activeModel, commit, GRID, session } from '../../store/index.ts';
import { live, previewEdit } from '../live.ts';
import { drawnBox, INSET } from '../nodes/inset.ts';
import type { Corner } from '../overlay/handles.tsx';
import { currentZoom } from '../view.ts';
import type { At, Gesture } from './controller.ts';
import { guidesOf, NO_SNAP, type Sides, snapTo, toGrid } from './snap.ts';

const CATCH = 6;
const CURSORS: Readonly<Record<Corner, string>> = {
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
};
/** Smaller shapes cannot be read or grabbed, in model units. */
export const MIN_SIZE = 30;

/**
 * Drags one side or corner of a shape, or of the frame around several that are selected: those grow and move in
 * proportion. Shift keeps the proportions, Alt keeps the centre.
 */
export function resizeGesture(id: ElementId, corner: Corner, start: At): Gesture {
  const diagram = activeDiagram();
  const selection = activeModel()?.selection;
  const ids = selection?.has(id) ? selection : new Set([id]);
  const shapes = (diagram?.shapes ?? []).filter((shape) => ids.has(shape.id));
  const frame = rectUnion(shapes.map(drawnBox));
  const least = leastOf(shapes, frame);
  const { settings } = session.getState();
  const others = (diagram?.shapes ?? []).filter((other) => !ids.has(other.id)).map(drawnBox);
  const sides: Sides = {
    x: corner.includes('w') ? ['start'] : corner.includes('e') ? ['end'] : [],
    y: corner.includes('n') ? ['start'] : corner.includes('s') ? ['end'] : [],
  };

  function boxAt(at: At): Rect | null {
    if (frame === undefined) return null;
    let dx = at.point.x - start.point.x;
    let dy = at.point.y - start.point.y;
    const rough = resized(frame, corner, dx, dy, at.alt, least);
    if (settings.snapToGrid) {
      if (sides.x[0] !== undefined)
        dx += toGrid(sides.x[0] === 'start' ? rough.left : rough.left + rough.width, GRID);
      if (sides.y[0] !== undefined)
        dy += toGrid(sides.y[0] === 'start' ? rough.top : rough.top + rough.height, GRID);
    } else if (settings.smartGuides) {
      const snap = snapTo(rough, others, CATCH / currentZoom(), sides);
      dx += snap.dx;
      dy += snap.dy;
    }
    const drawn = resized(frame, corner, dx, dy, at.alt, least);
    return at.shift ? inProportion(drawn, frame, corner) : drawn;
  }

  const command = (to: Rect) => (model: Model) => {
    if (diagram === null || frame === undefined) return model;
    const boxes = new Map(
      shapes.map((shape) => [shape.id, insetRect(scaled(drawnBox(shape), frame, to), -INSET)]),
    );
    return placeElements(model, diagram.id, { boxes, handles: new Map() });
  };

  return {
    kind: 'resize',
    cursor: CURSORS[corner],
    move: (at) => {
      const box = boxAt(at);
      if (box === null) return;
      previewEdit(command(box));
      const guides = settings.smartGuides ? guidesOf(box, others, sides) : [];
      live.setState({ snap: { ...NO_SNAP, guides, size: box } });
    },
    end: (at) => {
      const box = boxAt(at);
      if (box !== null) commit('Resize', command(box));
    },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST: Size = { width: MIN_SIZE, height: MIN_SIZE };

/** How small the frame may get, so that the smallest of what is in it can still be read. */
function leastOf(shapes: readonly Shape[], frame: Rect | undefined): Size {
  if (frame === undefined || shapes.length < 2) return SMALLEST;
  const boxes = shapes.map(drawnBox);
  const share = (side: 'width' | 'height') =>
    frame[side] * Math.min(1, MIN_SIZE / Math.min(...boxes.map((box) => box[side])));
  return { width: share('width'), height: share('height') };
}

/** Where a box in `from` lies when `from` becomes `to`. */
export function scaled(box: Rect, from: Rect, to: Rect): Rect {
  const x = to.width / Math.max(from.width, 1);
  const y = to.height / Math.max(from.height, 1);
  return {
    left: to.left + (box.left - from.left) * x,
    top: to.top + (box.top - from.top) * y,
    width: box.width * x,
    height: box.height * y,
  };
}

/** `from` with one side or corner moved; never smaller than `least`. */
export function resized(
  from: Rect,
  corner: Corner,
  dx: number,
  dy: number,
  centred: boolean,
  least: Size = SMALLEST,
): Rect {
  const horizontal = along(
    from.left,
    from.width,
    corner.includes('w') ? -1 : corner.includes('e') ? 1 : 0,
    dx,
    centred,
    least.width,
  );
  const vertical = along(
    from.top,
    from.height,
    corner.includes('n') ? -1 : corner.includes('s') ? 1 : 0,
    dy,
    centred,
    least.height,
  );
  return { left: horizontal.start, top: vertical.start, width: horizontal.length, height: vertical.length };
}

function along(start: number, length: number, side: -1 | 0 | 1, by: number, centred: boolean, least: number) {
  if (side === 0) return { start, length };
  const wanted = length + side * by * (centred ? 2 : 1);
  const next = Math.max(wanted, Math.min(least, length));
  if (centred) return { start: start + (length - next) / 2, length: next };
  return { start: side === 1 ? start : start + length - next, length: next };
}

function inProportion(box: Rect, from: Rect, corner: Corner): Rect {
  const ratio = from.width / from.height;
  const wide = corner === 'e' || corner === 'w' || (corner.length === 2 && box.width / box.height > ratio);
  const width = wide ? box.width : box.height * ratio;
  const height = wide ? box.width / ratio : box.height;
  const left = corner.includes('w') ? box.left + box.width - width : box.left;
  const top = corner.includes('n') ? box.top + box.height - height : box.top;
  return { left, top, width, height };
}
