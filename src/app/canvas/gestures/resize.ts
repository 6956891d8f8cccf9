import { type ElementId, findShape } from '../../../core/document/index.ts';
import { resizeShape } from '../../../core/edit/index.ts';
import type { Rect } from '../../../core/geometry/index.ts';
import { activeDiagram, commit, GRID, session } from '../../store/index.ts';
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

/** Drags one side or corner of a shape. Shift keeps the proportions, Alt keeps the centre. */
export function resizeGesture(id: ElementId, corner: Corner, start: At): Gesture {
  const diagram = activeDiagram();
  const shape = diagram === null ? undefined : findShape(diagram, id);
  const { settings } = session.getState();
  const others = (diagram?.shapes ?? []).filter((other) => other.id !== id).map(drawnBox);
  const sides: Sides = {
    x: corner.includes('w') ? ['start'] : corner.includes('e') ? ['end'] : [],
    y: corner.includes('n') ? ['start'] : corner.includes('s') ? ['end'] : [],
  };

  function boxAt(at: At): Rect | null {
    if (shape === undefined) return null;
    const from = drawnBox(shape);
    let dx = at.point.x - start.point.x;
    let dy = at.point.y - start.point.y;
    const rough = resized(from, corner, dx, dy, at.alt);
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
    const drawn = resized(from, corner, dx, dy, at.alt);
    return at.shift ? inProportion(drawn, from, corner) : drawn;
  }

  const command = (box: Rect) => (model: Parameters<typeof resizeShape>[0]) =>
    resizeShape(model, id, {
      left: Math.round(box.left - INSET),
      top: Math.round(box.top - INSET),
      width: Math.round(box.width + 2 * INSET),
      height: Math.round(box.height + 2 * INSET),
    });

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

/** `from` with one side or corner moved; never smaller than `MIN_SIZE`. */
export function resized(from: Rect, corner: Corner, dx: number, dy: number, centred: boolean): Rect {
  const horizontal = along(
    from.left,
    from.width,
    corner.includes('w') ? -1 : corner.includes('e') ? 1 : 0,
    dx,
    centred,
  );
  const vertical = along(
    from.top,
    from.height,
    corner.includes('n') ? -1 : corner.includes('s') ? 1 : 0,
    dy,
    centred,
  );
  return { left: horizontal.start, top: vertical.start, width: horizontal.length, height: vertical.length };
}

function along(start: number, length: number, side: -1 | 0 | 1, by: number, centred: boolean) {
  if (side === 0) return { start, length };
  const wanted = length + side * by * (centred ? 2 : 1);
  const next = Math.max(wanted, Math.min(MIN_SIZE, length));
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
