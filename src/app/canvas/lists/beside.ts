import {
  CANVAS_START,
  type Diagram,
  type ElementId,
  type Shape,
  type TypeId,
  takesFlows,
} from '../../../core/document/index.ts';
import { boundsOf, INSET } from '../../../core/drawing/index.ts';
import { type ModelPoint, modelPoint, type Rect } from '../../../core/geometry/index.ts';
import type { Canvas } from '../base/canvas.ts';
import { canvasInFront } from '../base/front.ts';
import { openPopup } from '../base/showing.ts';
import { focusCanvas, insertionPoint, viewCentre } from '../base/view.ts';
import { placeAt } from '../gestures/place.ts';

/** Between the centres of an element and a new one beside it, in model units. */
const STEP = 200;
const HALF = 50;

/** The centre of a free place for a new element: right of this one, below, above, left, then further off. */
export function placeBeside(shape: Shape, diagram: Diagram): ModelPoint {
  const centre = { x: shape.left + shape.width / 2, y: shape.top + shape.height / 2 };
  const dx = STEP + shape.width / 2 - HALF;
  // As far as beside it: the flow's label needs its room between arrow head and element.
  const dy = STEP + shape.height / 2 - HALF;
  for (const far of [1, 2, 3]) {
    const tries = [
      modelPoint(centre.x + dx * far, centre.y),
      modelPoint(centre.x, centre.y + dy * far),
      modelPoint(centre.x, centre.y - dy * far),
      modelPoint(centre.x - dx * far, centre.y),
      modelPoint(centre.x + dx * far, centre.y + dy * far),
    ];
    const found = tries.find(
      (at) => at.x - HALF >= CANVAS_START && at.y - HALF >= CANVAS_START && isFree(at, diagram),
    );
    if (found !== undefined) return found;
  }
  return modelPoint(centre.x + dx, centre.y);
}

function isFree(at: ModelPoint, diagram: Diagram): boolean {
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
export function selectedShape(canvas: Canvas): Shape | null {
  const diagram = canvas.diagram();
  const open = canvas.open();
  if (diagram === null || open === null || open.selection.size !== 1) return null;
  const { template } = open.model;
  return diagram.shapes.find((shape) => open.selection.has(shape.id) && takesFlows(template, shape)) ?? null;
}

/** Room that a boundary drawn around elements leaves on each side; more at the top, where its name stands. */
const ROOM = 20;
const ROOM_ABOVE = 36;

function aroundSelection(canvas: Canvas, diagram: Diagram): Rect | null {
  const open = canvas.open();
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

/** Whether a line has its handle, and its name, about there. */
const hasLine = (at: ModelPoint, { lines }: Diagram): boolean =>
  lines.some(({ handle }) => Math.abs(handle.x - at.x) < HALF && Math.abs(handle.y - at.y) < HALF);

/** The free place nearest to a point, on rings around it. */
export function freeNear(at: ModelPoint, diagram: Diagram): ModelPoint {
  for (let ring = 0; ring < 8; ring++) {
    for (let x = -ring; x <= ring; x++) {
      for (let y = -ring; y <= ring; y++) {
        if (Math.max(Math.abs(x), Math.abs(y)) !== ring) continue;
        const place = modelPoint(at.x + x * STEP * 0.75, at.y + y * STEP * 0.75);
        const isOn = place.x - HALF >= CANVAS_START && place.y - HALF >= CANVAS_START;
        if (isOn && isFree(place, diagram) && !hasLine(place, diagram)) return place;
      }
    }
  }
  return at;
}

/** Adds what a stencil makes at a free place near the middle of the canvas in front, which gets the focus. */
export function addInView(type: TypeId): void {
  const canvas = canvasInFront();
  const diagram = canvas.diagram();
  if (diagram === null) return;
  focusCanvas(canvas);
  placeAt(canvas, type, freeNear(viewCentre(canvas), diagram));
}

/**
 * Opens the searchable stencil list: beside the selected element, which it can connect, else at the pointer,
 * else at a free place in view. A boundary chosen there is drawn around what is selected.
 */
export function quickInsert(canvas: Canvas, query: string): void {
  const diagram = canvas.diagram();
  if (diagram === null) return;
  const shape = selectedShape(canvas);
  const at =
    shape !== null
      ? placeBeside(shape, diagram)
      : canvas.pointer === null
        ? freeNear(viewCentre(canvas), diagram)
        : insertionPoint(canvas);
  const from: ElementId | null = shape === null ? null : shape.id;
  const around = aroundSelection(canvas, diagram);
  openPopup(canvas, { kind: 'insert', at, query, from, port: null, around, optional: true });
}
