import type { Diagram, Template } from '../../../core/document/index.ts';
import { boundsOf, drawnBox, flowDrawing, labelShifts } from '../../../core/drawing/index.ts';
import {
  type ClientPoint,
  clientPoint,
  type ModelPoint,
  modelPoint,
  type Rect,
  rectCentre,
  rectContainsRect,
  rectsOverlap,
} from '../../../core/geometry/index.ts';
import { session } from '../../store/index.ts';
import type { Canvas } from './canvas.ts';
import { MAP_EDGE, mapSize } from './map-size.ts';
import type { CanvasPort, Frame } from './port.ts';

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

/** Pixels that are kept free at each side. */
interface Margin {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Around what is fitted; below lie the zoom buttons. */
const MARGIN: Margin = { left: 40, right: 40, top: 32, bottom: 64 };

interface Aim {
  readonly centre: ModelPoint;
  readonly zoom: number;
}

/** The view in which a rectangle of the diagram fills what the margin leaves of a frame. */
function aimAt(frame: Frame, rect: Rect, maxZoom: number, { left, right, top, bottom }: Margin): Aim {
  const zoom = Math.min(
    maxZoom,
    MAX_ZOOM,
    Math.max(MIN_ZOOM, (frame.width - left - right) / Math.max(rect.width, 1)),
    Math.max(MIN_ZOOM, (frame.height - top - bottom) / Math.max(rect.height, 1)),
  );
  const { x, y } = rectCentre(rect);
  return { centre: modelPoint(x + (right - left) / 2 / zoom, y + (bottom - top) / 2 / zoom), zoom };
}

/** Brings a rectangle of the diagram into view, above what covers so many pixels at the bottom. */
export function showRect({ port }: Canvas, rect: Rect, maxZoom: number, animate = true, covered = 0): void {
  if (port === null) return;
  const margin = { ...MARGIN, bottom: Math.max(MARGIN.bottom, covered + MARGIN.top) };
  const { centre, zoom } = aimAt(port.frame(), rect, maxZoom, margin);
  port.setCentre(centre, zoom, animate);
}

/** From the back of a room a small diagram may be larger than life. */
const LARGEST_PRESENTED = 2.5;

/** The whole diagram; while editing never larger than life, and with no element, border or label under the map. */
export function fitDiagram(canvas: Canvas, animate = true): void {
  const { port } = canvas;
  const diagram = canvas.diagram();
  const template = canvas.open()?.model.template;
  if (port === null) return;
  const bounds = diagram === null || template === undefined ? null : boundsOf(diagram, template);
  if (diagram === null || template === undefined || bounds === null) {
    port.setViewport({ x: 0, y: 0, zoom: 1 });
    return;
  }
  const { presenting, settings } = session.getState();
  const frame = port.frame();
  const most = presenting ? LARGEST_PRESENTED : 1;
  let aim = aimAt(frame, bounds, most, MARGIN);
  const map = settings.showMinimap && !presenting ? mapSize(frame) : null;
  if (map !== null && reaches(diagram, template, underMap(frame, map, aim))) {
    const beside = aimAt(frame, bounds, most, { ...MARGIN, right: map.width + 2 * MAP_EDGE });
    const above = aimAt(frame, bounds, most, { ...MARGIN, bottom: map.height + 2 * MAP_EDGE });
    aim = beside.zoom > above.zoom ? beside : above;
  }
  const { centre, zoom } = aim;
  port.setCentre(centre, zoom, animate);
  // The view of a presentation ends with it.
  if (presenting) return;
  canvas.fitted.set(fitKey(canvas, diagram), {
    width: frame.width,
    height: frame.height,
    x: frame.width / 2 - centre.x * zoom,
    y: frame.height / 2 - centre.y * zoom,
    zoom,
  });
}

/** Copies of one file have the same ids: the tab tells them apart. */
const fitKey = (canvas: Canvas, { id }: Diagram): string => `${canvas.open()?.id} ${id}`;

/** The part of the diagram behind the map, in model units. */
function underMap(frame: Frame, map: { width: number; height: number }, { centre, zoom }: Aim): Rect {
  const [width, height] = [(map.width + MAP_EDGE) / zoom, (map.height + MAP_EDGE) / zoom];
  return {
    left: centre.x + frame.width / 2 / zoom - width,
    top: centre.y + frame.height / 2 / zoom - height,
    width,
    height,
  };
}

/** Whether something of a diagram is drawn in a box: an element, the border of a boundary, a label. */
function reaches({ shapes, lines }: Diagram, template: Template, box: Rect): boolean {
  const shifts = labelShifts(lines, template);
  return (
    shapes.some((shape) => {
      const drawn = drawnBox(shape);
      return rectsOverlap(drawn, box) && !(shape.kind === 'borderBoundary' && rectContainsRect(drawn, box));
    }) ||
    lines.some((line) => {
      const { label } = flowDrawing(line, template);
      if (label === null) return false;
      return rectsOverlap({ ...label.box, top: label.box.top + (shifts.get(line.id) ?? 0) }, box);
    })
  );
}

/** Fits the diagram again if the view is still as it was fitted last, and nothing is dragged: for a canvas that gets another size. */
export function keepFit(canvas: Canvas): void {
  const { port, running } = canvas;
  const diagram = canvas.diagram();
  const fitted = diagram === null ? undefined : canvas.fitted.get(fitKey(canvas, diagram));
  if (port === null || fitted === undefined || running !== null) return;
  const { x, y, zoom } = port.viewport();
  const { width, height } = port.frame();
  if (width === fitted.width && height === fitted.height) return;
  if (Math.abs(x - fitted.x) + Math.abs(y - fitted.y) < 1 && Math.abs(zoom - fitted.zoom) < 1e-3)
    fitDiagram(canvas, false);
}

/** Moves the view by client pixels. */
export function panBy({ port }: Canvas, dx: number, dy: number): void {
  if (port === null) return;
  const view = port.viewport();
  port.setViewport({ ...view, x: view.x + dx, y: view.y + dy });
}

/** Model units that are kept between what must be seen and the edge of the view. */
const EDGE = 24;

/**
 * Moves the view as little as needed for a rectangle to lie in it, above what covers so many pixels at the bottom; one
 * that does not fit is fitted.
 */
export function ensureVisible(canvas: Canvas, rect: Rect, covered = 0): void {
  const zoom = currentZoom(canvas);
  const all = visibleRect(canvas);
  const view = { ...all, height: all.height - covered / zoom };
  const wide = rect.width + 2 * EDGE;
  const high = rect.height + 2 * EDGE;
  if (wide > view.width || high > view.height) {
    showRect(canvas, rect, zoom, true, covered);
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
