import {
  CANVAS_START,
  type Diagram,
  type ElementId,
  type Shape,
  takesFlows,
} from '../../../core/document/index.ts';
import { boundsOf, INSET } from '../../../core/drawing/index.ts';
import type { Point, Rect } from '../../../core/geometry/index.ts';
import { activeDiagram, activeModel } from '../../store/index.ts';
import { openPopup } from '../live.ts';
import { insertionPoint, pointerOnCanvas, viewCentre } from '../view.ts';

/** Between the centres of an element and a new one beside it, in model units. */
const STEP = 200;
const HALF = 50;

/** The centre of a free place for a new element: right of this one, below, above, left, then further off. */
export function placeBeside(shape: Shape, diagram: Diagram): Point {
  const centre = { x: shape.left + shape.width / 2, y: shape.top + shape.height / 2 };
  const dx = STEP + shape.width / 2 - HALF;
  // As far as beside it: the flow's label needs its room between arrow head and element.
  const dy = STEP + shape.height / 2 - HALF;
  for (const far of [1, 2, 3]) {
    const tries = [
      { x: centre.x + dx * far, y: centre.y },
      { x: centre.x, y: centre.y + dy * far },
      { x: centre.x, y: centre.y - dy * far },
      { x: centre.x - dx * far, y: centre.y },
      { x: centre.x + dx * far, y: centre.y + dy * far },
    ];
    const found = tries.find(
      (at) => at.x - HALF >= CANVAS_START && at.y - HALF >= CANVAS_START && isFree(at, diagram),
    );
    if (found !== undefined) return found;
  }
  return { x: centre.x + dx, y: centre.y };
}

function isFree(at: Point, diagram: Diagram): boolean {
  return diagram.shapes.every(
    (other) =>
      other.kind === 'borderBoundary' ||
      at.x + HALF <= other.left ||
      at.x - HALF >= other.left + other.width ||
      at.y + HALF <= other.top ||
      at.y - HALF >= other.top + other.height,
  );
}

/** The one selected shape that can be connected, if that is what is selected. */
export function selectedShape(): Shape | null {
  const diagram = activeDiagram();
  const open = activeModel();
  if (diagram === null || open === null || open.selection.size !== 1) return null;
  const { template } = open.model;
  return diagram.shapes.find((shape) => open.selection.has(shape.id) && takesFlows(template, shape)) ?? null;
}

/** Room that a boundary drawn around elements leaves on each side; more at the top, where its name stands. */
const ROOM = 20;
const ROOM_ABOVE = 36;

function aroundSelection(diagram: Diagram): Rect | null {
  const open = activeModel();
  if (open === null || open.selection.size === 0) return null;
  const bounds = boundsOf(diagram, open.model.template, open.selection);
  if (bounds === null) return null;
  const left = Math.round(Math.max(CANVAS_START, bounds.left - ROOM - INSET));
  const top = Math.round(Math.max(CANVAS_START, bounds.top - ROOM_ABOVE - INSET));
  return {
    left,
    top,
    width: Math.round(bounds.left + bounds.width + ROOM + INSET) - left,
    height: Math.round(bounds.top + bounds.height + ROOM + INSET) - top,
  };
}

/** The free place nearest to a point, on rings around it. */
export function freeNear(at: Point, diagram: Diagram): Point {
  for (let ring = 0; ring < 8; ring++) {
    for (let x = -ring; x <= ring; x++) {
      for (let y = -ring; y <= ring; y++) {
        if (Math.max(Math.abs(x), Math.abs(y)) !== ring) continue;
        const place = { x: at.x + x * STEP * 0.75, y: at.y + y * STEP * 0.75 };
        if (place.x - HALF >= CANVAS_START && place.y - HALF >= CANVAS_START && isFree(place, diagram))
          return place;
      }
    }
  }
  return at;
}

/**
 * Opens the searchable stencil list: beside the selected element, which it can connect, else at the pointer,
 * else at a free place in view. A boundary chosen there is drawn around what is selected.
 */
export function quickInsert(query: string): void {
  const diagram = activeDiagram();
  if (diagram === null) return;
  const shape = selectedShape();
  const at =
    shape !== null
      ? placeBeside(shape, diagram)
      : pointerOnCanvas()
        ? insertionPoint()
        : freeNear(viewCentre(), diagram);
  const from: ElementId | null = shape === null ? null : shape.id;
  const around = aroundSelection(diagram);
  openPopup({ kind: 'insert', at, query, from, port: null, around, optional: true });
}
