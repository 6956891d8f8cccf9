import type { ReactFlowInstance, Viewport } from '@xyflow/react';
import type { Point, Rect } from '../../core/geometry/index.ts';
import type { ShapeNode } from './project.ts';

/** The mounted canvas as commands and gestures see it. */
export interface CanvasPort {
  readonly flow: ReactFlowInstance<ShapeNode>;
  readonly element: HTMLElement;
}

let port: CanvasPort | null = null;

/** Where the pointer was last over the canvas, in client pixels; null when it is elsewhere. */
let pointer: Point | null = null;

/** Called by the canvas when it mounts and unmounts. */
export function setCanvasPort(next: CanvasPort | null): void {
  port = next;
  pointer = null;
}

export const canvasPort = (): CanvasPort | null => port;

export function rememberPointer(client: Point | null): void {
  pointer = client;
}

export const pointerOnCanvas = (): boolean => pointer !== null;

/** Client pixels to model units. */
export function toModel(client: Point): Point {
  return port?.flow.screenToFlowPosition(client) ?? client;
}

/** Model units to client pixels. */
export function toClient(point: Point): Point {
  return port?.flow.flowToScreenPosition(point) ?? point;
}

export const currentZoom = (): number => port?.flow.getZoom() ?? 1;

/** Where something new belongs when nothing says so: under the pointer, else in the middle of the view. */
export function insertionPoint(): Point {
  if (pointer !== null) return toModel(pointer);
  return viewCentre();
}

export function viewCentre(): Point {
  const box = port?.element.getBoundingClientRect();
  if (box === undefined) return { x: 200, y: 200 };
  return toModel({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
}

/** The part of the diagram on the screen, in model units. */
export function visibleRect(): Rect {
  const box = port?.element.getBoundingClientRect();
  if (box === undefined) return { left: 0, top: 0, width: 1280, height: 800 };
  const from = toModel({ x: box.left, y: box.top });
  const to = toModel({ x: box.right, y: box.bottom });
  return { left: from.x, top: from.y, width: to.x - from.x, height: to.y - from.y };
}

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 4;

function duration(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180;
}

/** Pixels around what is fitted; below lie the zoom buttons and the map. */
const MARGIN = { side: 40, top: 32, bottom: 64 };

/** Brings a rectangle of the diagram into view. */
export function showRect(rect: Rect, maxZoom: number, animate = true): void {
  const element = port?.element.getBoundingClientRect();
  if (element === undefined || port === null) return;
  const { side, top, bottom } = MARGIN;
  const zoom = Math.min(
    maxZoom,
    MAX_ZOOM,
    Math.max(MIN_ZOOM, (element.width - 2 * side) / Math.max(rect.width, 1)),
    Math.max(MIN_ZOOM, (element.height - top - bottom) / Math.max(rect.height, 1)),
  );
  const centre = {
    x: rect.left + rect.width / 2,
    y: rect.top + rect.height / 2 + (bottom - top) / 2 / zoom,
  };
  void port.flow.setCenter(centre.x, centre.y, { zoom, duration: animate ? duration() : 0 });
}

export const zoomIn = (): void => void port?.flow.zoomIn({ duration: duration() });
export const zoomOut = (): void => void port?.flow.zoomOut({ duration: duration() });
export const zoomTo = (zoom: number): void => void port?.flow.zoomTo(zoom, { duration: duration() });

/** Moves the view by client pixels. */
export function panBy(dx: number, dy: number): void {
  if (port === null) return;
  const view = port.flow.getViewport();
  void port.flow.setViewport({ ...view, x: view.x + dx, y: view.y + dy });
}

/** Model units that are kept between what must be seen and the edge of the view. */
const EDGE = 24;

/** Moves the view as little as needed for a rectangle to lie in it; one that does not fit is fitted. */
export function ensureVisible(rect: Rect): void {
  const view = visibleRect();
  const wide = rect.width + 2 * EDGE;
  const high = rect.height + 2 * EDGE;
  if (wide > view.width || high > view.height) {
    showRect(rect, currentZoom());
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
  if (dx !== 0 || dy !== 0) panBy(dx * currentZoom(), dy * currentZoom());
}

const remembered = new Map<string, Viewport>();

/** Keeps the view of a diagram while another one is in front; `key` names the tab and the diagram. */
export const rememberView = (key: string, view: Viewport): void => void remembered.set(key, view);
export const recallView = (key: string): Viewport | undefined => remembered.get(key);

/** Gives the canvas the keyboard; `pressed` by a pointer, it needs no ring to be found. */
export const focusCanvas = (pressed = false): void =>
  port?.element.focus({ preventScroll: true, ...(pressed ? { focusVisible: false } : {}) });
