import { CANVAS_START, type ElementId, type Model, type Shape } from '../../../core/document/index.ts';
import { drawnBox, INSET } from '../../../core/drawing/index.ts';
import { LEAST_SIZE, placeElements } from '../../../core/edit/index.ts';
import { insetRect, type Rect, rectUnion } from '../../../core/geometry/index.ts';
import { GRID, session } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Corner, Gesture } from '../base/gesture.ts';
import { NO_SNAP } from '../base/guides.ts';
import { previewEdit } from '../base/showing.ts';
import { currentZoom } from '../base/view.ts';
import { guidesOf, type Sides, snapTo, toGrid } from './snap.ts';

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
/** The least size as drawn, in model units. */
export const LEAST_DRAWN = LEAST_SIZE - 2 * INSET;

/**
 * Drags one side or corner of a shape, or of the frame around several that are selected: those grow and move in
 * proportion. Shift keeps the proportions, Alt keeps the centre.
 */
export function resizeGesture(canvas: Canvas, id: ElementId, corner: Corner, start: At): Gesture {
  const diagram = canvas.diagram();
  const selection = canvas.open()?.selection;
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
    const keeping = { centre: at.alt, proportions: at.shift, least };
    const rough = resized(frame, corner, dx, dy, { ...keeping, proportions: false });
    if (settings.snapToGrid) {
      if (sides.x[0] !== undefined)
        dx += toGrid(sides.x[0] === 'start' ? rough.left : rough.left + rough.width, GRID);
      if (sides.y[0] !== undefined)
        dy += toGrid(sides.y[0] === 'start' ? rough.top : rough.top + rough.height, GRID);
    } else if (settings.smartGuides) {
      const snap = snapTo(rough, others, CATCH / currentZoom(canvas), sides);
      dx += snap.dx;
      dy += snap.dy;
    }
    return resized(frame, corner, dx, dy, keeping);
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
      previewEdit(canvas, command(box));
      const guides = settings.smartGuides ? guidesOf(box, others, sides) : [];
      canvas.live.setState({ snap: { ...NO_SNAP, guides, size: box } });
    },
    end: (at) => {
      const box = boxAt(at);
      if (box !== null) canvas.commit(words.canvas.steps.resize, command(box));
    },
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const SMALLEST: Size = { width: LEAST_DRAWN, height: LEAST_DRAWN };

/** How small the frame may get, so that the smallest of what is in it can still be read. */
function leastOf(shapes: readonly Shape[], frame: Rect | undefined): Size {
  if (frame === undefined || shapes.length < 2) return SMALLEST;
  const boxes = shapes.map(drawnBox);
  const share = (side: 'width' | 'height') =>
    frame[side] * Math.min(1, LEAST_DRAWN / Math.min(...boxes.map((box) => box[side])));
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

interface Keeping {
  /** Both sides move, so that the middle stays. */
  readonly centre: boolean;
  readonly proportions: boolean;
  /** What the box gets no smaller than. */
  readonly least: Size;
}

/** The left and upper edge of the canvas, as far as something is drawn. */
const EDGE = CANVAS_START + INSET;

/** `from` with one side or corner moved, not beyond the edge of the canvas. */
export function resized(from: Rect, corner: Corner, dx: number, dy: number, keeping: Keeping): Rect {
  const { centre, proportions, least } = keeping;
  const [west, north] = [corner.includes('w'), corner.includes('n')];
  const x = pulled(from.left, from.width, west ? -1 : corner.includes('e') ? 1 : 0, dx, centre);
  const y = pulled(from.top, from.height, north ? -1 : corner.includes('s') ? 1 : 0, dy, centre);
  let width = held(x.wanted, Math.min(least.width, from.width), x.most);
  let height = held(y.wanted, Math.min(least.height, from.height), y.most);
  if (proportions) {
    const [wide, high] = [x.wanted / from.width, y.wanted / from.height];
    const wanted = y.side === 0 || (x.side !== 0 && wide > high) ? wide : high;
    const smallest = Math.max(least.width / from.width, least.height / from.height);
    const largest = Math.min(x.most / from.width, y.most / from.height);
    const scale = held(wanted, Math.min(smallest, 1), largest);
    width = from.width * scale;
    height = from.height * scale;
  }
  return { left: x.startOf(width), top: y.startOf(height), width, height };
}

const held = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** One axis of a box whose `side` is dragged by `way`: -1 is its start, 1 its end, 0 neither. */
function pulled(start: number, length: number, side: -1 | 0 | 1, way: number, centre: boolean) {
  const room = Math.max(0, start - EDGE);
  return {
    side,
    wanted: length + side * way * (centre ? 2 : 1),
    /** The length that reaches the edge of the canvas. */
    most: centre ? length + 2 * room : side === -1 ? length + room : Number.POSITIVE_INFINITY,
    /** Where the box starts when it has another length. */
    startOf: (next: number): number =>
      start + (centre ? (length - next) / 2 : side === -1 ? length - next : 0),
  };
}
