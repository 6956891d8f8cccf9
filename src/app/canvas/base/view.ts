import { boundsOf } from '../../../core/drawing/index.ts';
import {
  type ClientPoint,
  clientPoint,
  type ModelPoint,
  modelPoint,
  type Rect,
} from '../../../core/geometry/index.ts';
import { session } from '../../store/index.ts';
import type { Canvas } from './canvas.ts';
import type { CanvasPort } from './port.ts';

/** Called by the canvas when it comes to the page and leaves it. */
export function setPort(canvas: Canvas, port: CanvasPort | null): void {
  canvas.port = port;
  canvas.pointer = null;
}

export const toModel = ({ port }: Canvas, client: ClientPoint): ModelPoint =>
  port === null ? modelPoint(client.x, client.y) : port.toModel(client);

export const toClient = ({ port }: Canvas, point: ModelPoint): ClientPoint =>
  port === null ? clientPoint(point.x, point.y) : port.toClient(point);

export const currentZoom = ({ port }: Canvas): number => port?.viewport().zoom ?? 1;

/** Where something new belongs when nothing says so: under the pointer, else in the middle of the view. */
export function insertionPoint(canvas: Canvas): ModelPoint {
  return canvas.pointer === null ? viewCentre(canvas) : toModel(canvas, canvas.pointer);
}

export function viewCentre(canvas: Canvas): ModelPoint {
  const frame = canvas.port?.frame();
  if (frame === undefined) return modelPoint(200, 200);
  return toModel(canvas, clientPoint(frame.left + frame.width / 2, frame.top + frame.height / 2));
}

/** The part of the diagram on the screen, in model units. */
export function visibleRect(canvas: Canvas): Rect {
  const frame = canvas.port?.frame();
  if (frame === undefined) return { left: 0, top: 0, width: 1280, height: 800 };
  const from = toModel(canvas, clientPoint(frame.left, frame.top));
  const to = toModel(canvas, clientPoint(frame.right, frame.bottom));
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 4;

/** Pixels around what is fitted; below lie the zoom buttons and the map. */
const MARGIN = { side: 40, top: 32, bottom: 64 };

/** Brings a rectangle of the diagram into view. */
export function showRect({ port }: Canvas, rect: Rect, maxZoom: number, animate = true): void {
  if (port === null) return;
  const frame = port.frame();
  const { side, top, bottom } = MARGIN;
  const zoom = Math.min(
    maxZoom,
    MAX_ZOOM,
    Math.max(MIN_ZOOM, (frame.width - 2 * side) / Math.max(rect.width, 1)),
    Math.max(MIN_ZOOM, (frame.height - top - bottom) / Math.max(rect.height, 1)),
  );
  const centre = modelPoint(
    rect.left + rect.width / 2,
    rect.top + rect.height / 2 + (bottom - top) / 2 / zoom,
  );
  port.setCentre(centre, zoom, animate);
}

/** From the back of a room a small diagram may be larger than life. */
const LARGEST_PRESENTED = 2.5;

/** The whole diagram; while editing never larger than life. */
export function fitDiagram(canvas: Canvas, animate = true): void {
  const diagram = canvas.diagram();
  const template = canvas.open()?.model.template;
  const bounds = diagram === null || template === undefined ? null : boundsOf(diagram, template);
  if (bounds !== null)
    showRect(canvas, bounds, session.getState().presenting ? LARGEST_PRESENTED : 1, animate);
  else canvas.port?.setViewport({ x: 0, y: 0, zoom: 1 });
}

/** Moves the view by client pixels. */
export function panBy({ port }: Canvas, dx: number, dy: number): void {
  if (port === null) return;
  const view = port.viewport();
  port.setViewport({ ...view, x: view.x + dx, y: view.y + dy });
}

/** Model units that are kept between what must be seen and the edge of the view. */
const EDGE = 24;

/** Moves the view as little as needed for a rectangle to lie in it; one that does not fit is fitted. */
export function ensureVisible(canvas: Canvas, rect: Rect): void {
  const view = visibleRect(canvas);
  const zoom = currentZoom(canvas);
  const wide = rect.width + 2 * EDGE;
  const high = rect.height + 2 * EDGE;
  if (wide > view.width || high > view.height) {
    showRect(canvas, rect, zoom);
    return;
  }
  const short = (low: number, length: number, viewLow: number, viewLength: number) =>
    low - EDGE < viewLow
      ? viewLow - low + EDGE
      : low + length + EDGE > viewLow + viewLength
        ? viewLow + viewLength - low - length - EDGE
        : 0;
  const dx = short(rect.left, rect.width, view.left, view.width);
  const dy = short(rect.top, rect.height, view.top, view.height);
  if (dx !== 0 || dy !== 0) panBy(canvas, dx * zoom, dy * zoom);
}

/** Gives the canvas the keyboard; `pressed` by a pointer, it needs no ring to be found. */
export const focusCanvas = ({ port }: Canvas, pressed = false): void => port?.focus(pressed);
