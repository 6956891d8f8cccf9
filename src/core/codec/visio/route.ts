import type { Point } from '../../geometry/index.ts';
import type { Row, Sheet } from './sheet.ts';

/** How a line is drawn between its ends, in inches from the lower left corner of its shape. */
export interface Route {
  readonly bends: readonly Point[];
  /** The control point, where it is one quadratic curve. */
  readonly control?: Point;
}

const STRAIGHT: Route = { bends: [] };

/** Points of one curve that are looked at; more is made to be odd. */
const MOST_POINTS = 200;
/** Letters of all lists of points of one line: many lines may have them from one master. */
const MOST_LISTED = 32_000;

/**
 * The way of a line: what its own geometry draws, else the place of its handle, which the threat modeling stencils keep as
 * a control (exchange 6). What it has from its master alone is drawn between other ends: nothing is made of that.
 */
export function routeOf(sheet: Sheet): Route {
  const width = sheet.number('Width') ?? 0;
  const height = sheet.number('Height') ?? 0;
  if (sheet.geometryKeys().length > 0) {
    const rows = sheet.geometries()[0] ?? [];
    return new Pen(width, height).route(rows);
  }
  const handle = sheet
    .rows('Control')
    .find((row) => !/^text/i.test(row.key) && row.isSet('X') && row.isSet('Y'));
  const [x, y] = [handle?.number('X'), handle?.number('Y')];
  return x === undefined || y === undefined ? STRAIGHT : { bends: [{ x, y }] };
}

/** Ends of a line are at least so far from each other, as a share of its length: what bends more encloses something. */
const APART = 0.5;
/** A band that goes there, and back close beside it, encloses at most so much, as a share of its way squared. */
const BAND = 0.003;

/**
 * The way of a shape that is drawn as a line though it has a box: an open one, or a thin band, whose middle is meant.
 * Null of what encloses something.
 */
export function wayOf(sheet: Sheet): readonly Point[] | null {
  const [rows = [], ...others] = sheet.geometries();
  if (others.length > 0) return null;
  const all = new Pen(sheet.number('Width') ?? 0, sheet.number('Height') ?? 0).way(rows);
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined || all.length < 2) return null;
  const length = lengthOf(all);
  const isBand = enclosedBy(all) <= BAND * length * length && distance(first, last) <= APART * length;
  const way = isBand ? firstHalf(all, length / 2) : all;
  return distance(first, way.at(-1) ?? first) >= APART * lengthOf(way) ? way : null;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const lengthOf = (way: readonly Point[]): number =>
  way.reduce((sum, point, at) => sum + distance(way[at - 1] ?? point, point), 0);

/** The area within a way that ends where it began. */
const enclosedBy = (way: readonly Point[]): number =>
  Math.abs(
    way.reduce((sum, to, at) => {
      const from = way.at(at - 1) ?? to;
      return sum + (from.x * to.y - to.x * from.y) / 2;
    }, 0),
  );

/** The points of a way before it has gone so far. */
function firstHalf(way: readonly Point[], half: number): readonly Point[] {
  let gone = 0;
  return way.filter((point, at) => {
    gone += distance(way[at - 1] ?? point, point);
    return gone <= half;
  });
}

/** Follows the rows of a geometry. */
class Pen {
  readonly #width: number;
  readonly #height: number;
  readonly #points: Point[] = [];
  #spline: Point[] | null = null;
  #control: Point | null = null;
  #curves = 0;
  #room = MOST_LISTED;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** All points that it goes through. */
  way(rows: readonly Row[]): readonly Point[] {
    for (const row of rows.slice(0, MOST_POINTS)) this.#draw(row);
    return this.#points.slice(0, MOST_POINTS);
  }

  route(rows: readonly Row[]): Route {
    this.way(rows);
    const bends = this.#points.slice(1, -1).slice(0, MOST_POINTS);
    const isOne = this.#curves === 1 && this.#control !== null && this.#points.length === 3;
    return isOne && this.#control !== null ? { bends: [], control: this.#control } : { bends };
  }

  #at(row: Row, x = 'X', y = 'Y'): Point {
    const isShare = row.type.startsWith('Rel');
    return {
      x: (row.number(x) ?? 0) * (isShare ? this.#width : 1),
      y: (row.number(y) ?? 0) * (isShare ? this.#height : 1),
    };
  }

  #draw(row: Row): void {
    const from = this.#points.at(-1) ?? { x: 0, y: 0 };
    if (this.#points.length === 0 && !/MoveTo$/.test(row.type)) this.#points.push(from);
    const to = this.#at(row);
    switch (row.type) {
      case 'MoveTo':
      case 'RelMoveTo':
        // A second way is a mark on the line, such as a jump.
        if (this.#points.length === 0) this.#points.push(to);
        return;
      case 'LineTo':
      case 'RelLineTo':
        this.#curve([], to);
        return;
      case 'ArcTo':
        this.#curve([bowed(from, to, row.number('A') ?? 0)], to);
        return;
      case 'EllipticalArcTo':
      case 'RelEllipticalArcTo':
        this.#curve([this.#at(row, 'A', 'B')], to);
        return;
      case 'RelQuadBezTo':
        this.#quadratic(from, this.#at(row, 'A', 'B'), to);
        return;
      case 'RelCubBezTo':
        this.#curve([halfOfCubic(from, this.#at(row, 'A', 'B'), this.#at(row, 'C', 'D'), to)], to);
        return;
      case 'SplineStart':
      case 'SplineKnot':
        this.#splineTo(row.type === 'SplineStart', from, to);
        return;
      case 'NURBSTo':
        this.#curve(softened([from, ...this.#listed(row.text('E') ?? '', 4), to]).slice(1, -1), to);
        return;
      case 'PolylineTo':
        this.#curve(this.#listed(row.text('A') ?? '', 2), to);
        return;
      default:
        return;
    }
  }

  #curve(between: readonly Point[], to: Point): void {
    this.#curves += 1;
    this.#points.push(...between, to);
  }

  #quadratic(from: Point, control: Point, to: Point): void {
    this.#control = control;
    this.#curve([halfOfQuadratic(from, control, to)], to);
  }

  /** The stencils draw a flow as a spline of one point: that is a quadratic curve. */
  #splineTo(isStart: boolean, from: Point, to: Point): void {
    if (isStart) {
      this.#spline = [from, to];
      this.#curve([], to);
      return;
    }
    const [start, control, ...more] = this.#spline ?? [];
    if (start === undefined || control === undefined || more.length > 0) {
      this.#curve([], to);
      return;
    }
    this.#spline?.push(to);
    this.#points.pop();
    this.#curves -= 1;
    this.#quadratic(start, control, to);
  }

  /** The points in `NURBS(knot, degree, xType, yType, x, y, knot, weight, …)` or `POLYLINE(xType, yType, x, y, …)`. */
  #listed(formula: string, step: 2 | 4): readonly Point[] {
    const inner = /\(([^)]*)/.exec(formula.slice(0, this.#room))?.[1] ?? '';
    this.#room -= inner.length;
    const all = inner.split(',', 4 * MOST_POINTS).map(Number);
    const head = step === 4 ? all.slice(2, 4) : all.slice(0, 2);
    const rest = all.slice(step);
    const points: Point[] = [];
    for (let at = 0; at + 1 < rest.length; at += step) {
      // Type 0 is a share of the length, 1 a length.
      const x = (rest[at] ?? 0) * (head[0] === 0 ? this.#width : 1);
      const y = (rest[at + 1] ?? 0) * (head[1] === 0 ? this.#height : 1);
      if (Math.abs(x) < 1e5 && Math.abs(y) < 1e5) points.push({ x, y });
    }
    return points;
  }
}

const halfOfQuadratic = (from: Point, control: Point, to: Point): Point => ({
  x: (from.x + 2 * control.x + to.x) / 4,
  y: (from.y + 2 * control.y + to.y) / 4,
});

const halfOfCubic = (from: Point, one: Point, two: Point, to: Point): Point => ({
  x: (from.x + 3 * one.x + 3 * two.x + to.x) / 8,
  y: (from.y + 3 * one.y + 3 * two.y + to.y) / 8,
});

/** The top of an arc that bows by so much to the right of its way. */
function bowed(from: Point, to: Point, bow: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: (from.x + to.x) / 2 + (dy / length) * bow, y: (from.y + to.y) / 2 - (dx / length) * bow };
}

/** A way with its corners cut twice: about the curve whose control points these are. */
function softened(way: readonly Point[]): readonly Point[] {
  let points = way.slice(0, MOST_POINTS);
  for (let round = 0; round < 2 && points.length > 2; round++) {
    const [first, last] = [points[0], points.at(-1)];
    const cut = points.slice(1).flatMap((to, at) => {
      const from = points[at] ?? to;
      return [between(from, to, 0.25), between(from, to, 0.75)];
    });
    points = [...(first ? [first] : []), ...cut.slice(1, -1), ...(last ? [last] : [])];
  }
  return points;
}

const between = (from: Point, to: Point, share: number): Point => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
});
