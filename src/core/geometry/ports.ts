import type { Point } from './point.ts';
import type { Rect } from './rect.ts';

/** The eight named ports of a shape, clockwise. A file may also say `None`. */
export const PORTS = [
  'North',
  'NorthEast',
  'East',
  'SouthEast',
  'South',
  'SouthWest',
  'West',
  'NorthWest',
] as const;
export type NamedPort = (typeof PORTS)[number];

/** Which table of port places a shape uses: stores and boxes share the rectangle's. */
export type PortForm = 'rectangle' | 'ellipse';

/** A shape is drawn, and its ports lie, this far inside its box (format 7.1). */
export const SHAPE_INSET = 5;
/** The Windows tool puts an ellipse's northern port one unit lower than the others (format 1.6). */
const ELLIPSE_NORTH = 6;
/** Share of width and height at which an ellipse's diagonal ports lie, fitted to the files (format 1.6). */
const NEAR = 0.1818;
const FAR = 0.8182;

/** Where a port of the shape in this box lies; whole units. `None` is the middle of the box (format 1.6). */
export function portPoint(box: Rect, form: PortForm, port: NamedPort | 'None'): Point {
  const { width, height } = box;
  const ellipse = form === 'ellipse';
  const low = (size: number): number => (ellipse ? Math.floor(NEAR * size) : SHAPE_INSET);
  const high = (size: number): number => (ellipse ? Math.floor(FAR * size) : size - SHAPE_INSET);
  const at = (x: number, y: number): Point => ({ x: box.left + x, y: box.top + y });
  const middleX = Math.floor(width / 2);
  const middleY = Math.floor(height / 2);
  switch (port) {
    case 'North':
      return at(middleX, ellipse ? ELLIPSE_NORTH : SHAPE_INSET);
    case 'NorthEast':
      return at(high(width), low(height));
    case 'East':
      return at(width - SHAPE_INSET, middleY);
    case 'SouthEast':
      return at(high(width), high(height));
    case 'South':
      return at(middleX, height - SHAPE_INSET);
    case 'SouthWest':
      return at(low(width), high(height));
    case 'West':
      return at(SHAPE_INSET, middleY);
    case 'NorthWest':
      return at(low(width), low(height));
    case 'None':
      return at(middleX, middleY);
  }
}

export interface PortPlace {
  readonly port: NamedPort;
  readonly point: Point;
}

/** All eight ports with their places, clockwise from North. */
export function allPorts(box: Rect, form: PortForm): readonly PortPlace[] {
  return PORTS.map((port) => ({ port, point: portPoint(box, form, port) }));
}

/** The port nearest to a point; of equally near ones the first clockwise from North. */
export function nearestPort(box: Rect, form: PortForm, towards: Point): PortPlace {
  const squared = ({ x, y }: Point): number => (x - towards.x) ** 2 + (y - towards.y) ** 2;
  return allPorts(box, form).reduce((best, place) =>
    squared(place.point) < squared(best.point) ? place : best,
  );
}
