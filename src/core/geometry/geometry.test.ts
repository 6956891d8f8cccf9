import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { work } from './crossing.ts';
import {
  type Curve,
  curveBounds,
  curveCrossesRect,
  curvesIntersect,
  curveThrough,
  defaultHandle,
  handleAfterMove,
  nearestPort,
  nearestT,
  pointAt,
  portPoint,
  type Rect,
  rectContains,
  rectUnion,
  splitCurve,
} from './index.ts';

const p = (x: number, y: number) => ({ x, y });
const straight = (x1: number, y1: number, x2: number, y2: number): Curve =>
  curveThrough(p(x1, y1), p((x1 + x2) / 2, (y1 + y2) / 2), p(x2, y2));
const coordinate = fc.integer({ min: 0, max: 2000 });
const point = fc.record({ x: coordinate, y: coordinate });
const curve = fc.tuple(point, point, point).map(([a, b, c]) => curveThrough(a, b, c));

describe('curves', () => {
  it('pass through source, handle and target', () => {
    fc.assert(
      fc.property(point, point, point, (source, handle, target) => {
        const through = curveThrough(source, handle, target);
        expect(pointAt(through, 0)).toEqual(source);
        expect(pointAt(through, 0.5)).toEqual(handle);
        expect(pointAt(through, 1)).toEqual(target);
      }),
    );
  });

  it('lie in their bounds, and the bounds touch them', () => {
    fc.assert(
      fc.property(curve, fc.double({ min: 0, max: 1, noNaN: true }), (any, t) => {
        const { left, top, width, height } = curveBounds(any);
        const at = pointAt(any, t);
        expect(at.x).toBeGreaterThanOrEqual(left - 1e-6);
        expect(at.x).toBeLessThanOrEqual(left + width + 1e-6);
        expect(at.y).toBeGreaterThanOrEqual(top - 1e-6);
        expect(at.y).toBeLessThanOrEqual(top + height + 1e-6);
      }),
    );
  });

  it('split into halves that are the curve', () => {
    const whole = curveThrough(p(0, 0), p(50, 90), p(100, 0));
    const [first, second] = splitCurve(whole, 0.25);
    expect(pointAt(first, 0.5)).toEqual(pointAt(whole, 0.125));
    expect(pointAt(second, 1)).toEqual(p(100, 0));
  });

  it('know the nearest place to a point', () => {
    expect(nearestT(straight(0, 0, 100, 0), p(25, 40))).toBeCloseTo(0.25, 3);
    expect(nearestT(straight(0, 0, 100, 0), p(-30, 0))).toBeCloseTo(0, 3);
  });
});

describe('curvesIntersect', () => {
  const bow = curveThrough(p(0, 100), p(50, 0), p(100, 100));
  it.each([
    ['a cross', straight(0, 0, 100, 100), straight(0, 100, 100, 0)],
    ['a line through a bow', bow, straight(0, 50, 100, 50)],
    ['a line that touches the top of a bow', bow, straight(0, 0, 100, 0)],
    ['an end on the other curve', straight(0, 0, 100, 0), straight(50, 0, 50, 80)],
    ['a common end', straight(0, 0, 100, 0), straight(100, 0, 150, 80)],
    ['overlap on one line', straight(0, 0, 100, 0), straight(60, 0, 160, 0)],
    ['the same curve', bow, bow],
    ['a point on a line', straight(50, 0, 50, 0), straight(0, 0, 100, 0)],
    ['two equal points', straight(5, 5, 5, 5), straight(5, 5, 5, 5)],
  ])('%s meets', (_, a, b) => {
    expect(curvesIntersect(a, b)).toBe(true);
    expect(curvesIntersect(b, a)).toBe(true);
  });

  it.each([
    ['parallel lines', straight(0, 0, 100, 0), straight(0, 10, 100, 10)],
    ['a line under a bow that only its control point crosses', bow, straight(0, -20, 100, -20)],
    ['the chord of a bow seen from far', bow, straight(0, 101, 100, 101)],
    ['pieces of one line', straight(0, 0, 40, 0), straight(60, 0, 100, 0)],
    ['a point beside a line', straight(50, 1, 50, 1), straight(0, 0, 100, 0)],
    ['two points', straight(5, 5, 5, 5), straight(6, 5, 6, 5)],
  ])('%s do not meet', (_, a, b) => {
    expect(curvesIntersect(a, b)).toBe(false);
    expect(curvesIntersect(b, a)).toBe(false);
  });

  it.each([1_000, 50_000, 2_147_483_647])(
    'curves of %d units that run beside each other cost little, and still meet where they do',
    (size) => {
      const arc = (offset: number): Curve => ({
        from: p(0, offset),
        control: p(size, size + offset),
        to: p(size, offset),
      });
      const before = work.pairs;
      expect(curvesIntersect(arc(0), arc(1))).toBe(false);
      expect(work.pairs - before).toBeLessThan(20_000);
      expect(curvesIntersect(arc(0), straight(0, size / 4, size, size / 4))).toBe(true);
      expect(curvesIntersect(arc(0), straight(0, size, size, size))).toBe(false);
    },
  );

  it('finds what dense sampling finds', () => {
    fc.assert(
      fc.property(curve, curve, (a, b) => {
        const SAMPLES = 64;
        let apart = Number.POSITIVE_INFINITY;
        for (let i = 0; i <= SAMPLES; i++) {
          for (let j = 0; j <= SAMPLES; j++) {
            const [at, to] = [pointAt(a, i / SAMPLES), pointAt(b, j / SAMPLES)];
            apart = Math.min(apart, Math.hypot(at.x - to.x, at.y - to.y));
          }
        }
        // Samples that coincide prove a crossing; curves that meet have samples near each other.
        if (apart < 0.01) expect(curvesIntersect(a, b)).toBe(true);
        if (curvesIntersect(a, b)) expect(apart).toBeLessThan(200);
      }),
      { numRuns: 60 },
    );
  });
});

describe('boxes', () => {
  const box: Rect = { left: 100, top: 100, width: 200, height: 100 };
  it.each([
    ['through', straight(0, 150, 400, 150), true],
    ['in from outside', straight(0, 150, 200, 150), true],
    ['along an edge', straight(120, 100, 180, 100), true],
    ['inside', straight(150, 150, 250, 150), false],
    ['outside', straight(0, 50, 400, 50), false],
    ['leaving and coming back', curveThrough(p(150, 150), p(200, 20), p(250, 150)), true],
  ])('a curve %s', (_, line, crosses) => {
    expect(curveCrossesRect(line, box)).toBe(crosses);
  });

  it('contain their edge and nothing beyond', () => {
    expect(rectContains(box, p(100, 200))).toBe(true);
    expect(rectContains(box, p(99.9, 150))).toBe(false);
    expect(rectUnion([])).toBeUndefined();
    expect(rectUnion([box, { left: 0, top: 150, width: 10, height: 100 }])).toEqual({
      left: 0,
      top: 100,
      width: 300,
      height: 150,
    });
  });
});

describe('ports (format 1.6)', () => {
  const hundred: Rect = { left: 0, top: 0, width: 100, height: 100 };
  it.each([
    ['North', [50, 5], [50, 6]],
    ['NorthEast', [95, 5], [81, 18]],
    ['East', [95, 50], [95, 50]],
    ['SouthEast', [95, 95], [81, 81]],
    ['South', [50, 95], [50, 95]],
    ['SouthWest', [5, 95], [18, 81]],
    ['West', [5, 50], [5, 50]],
    ['NorthWest', [5, 5], [18, 18]],
    ['None', [50, 50], [50, 50]],
  ] as const)('%s', (port, [rx, ry], [ex, ey]) => {
    expect(portPoint(hundred, 'rectangle', port)).toEqual(p(rx, ry));
    expect(portPoint(hundred, 'ellipse', port)).toEqual(p(ex, ey));
  });

  it('scale with the ellipse, and halves round down', () => {
    expect(portPoint({ left: 10, top: 20, width: 130, height: 132 }, 'ellipse', 'SouthEast')).toEqual(
      p(116, 128),
    );
    expect(portPoint({ left: 0, top: 0, width: 131, height: 101 }, 'rectangle', 'North')).toEqual(p(65, 5));
  });

  it('the nearest one looks at the point', () => {
    expect(nearestPort(hundred, 'ellipse', p(400, 50)).port).toBe('East');
    expect(nearestPort(hundred, 'rectangle', p(50, -300)).port).toBe('North');
    expect(nearestPort(hundred, 'ellipse', p(300, 300)).port).toBe('SouthEast');
  });
});

describe('handles', () => {
  it('keep flows between the same two elements apart, whole and finite', () => {
    const handles = [0, 1, 2, 3].map((index) => defaultHandle(p(0, 100), p(300, 100), index));
    for (const [i, a] of handles.entries()) {
      for (const b of handles.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(28);
    }
    fc.assert(
      fc.property(point, point, fc.nat(5), (a, b, index) => {
        const handle = defaultHandle(a, b, index);
        expect(Number.isInteger(handle.x) && Number.isInteger(handle.y)).toBe(true);
      }),
    );
  });

  it('loop out of an element for a self flow', () => {
    const handle = defaultHandle(p(195, 150), p(150, 195), 0, p(150, 150));
    expect(Math.hypot(handle.x - 150, handle.y - 150)).toBeGreaterThan(80);
  });

  it('go along when both ends move alike', () => {
    const ends = { source: p(10, 10), target: p(110, 60) };
    const moved = { source: p(15, 3), target: p(115, 53) };
    expect(handleAfterMove(ends, p(70, 5), moved)).toEqual(p(75, -2));
  });

  it('keep the form of the curve when one end moves', () => {
    // Twice as long and turned by a quarter: the bow doubles and turns along.
    const before = { source: p(0, 0), target: p(200, 0) };
    expect(handleAfterMove(before, p(100, -20), { source: p(0, 0), target: p(0, 400) })).toEqual(p(40, 200));
  });

  it('bow as a new flow does when elements side by side are dragged apart, and back', () => {
    const near = { source: p(500, 500), target: p(520, 500) };
    const far = { source: p(500, 500), target: p(1000, 500) };
    const handle = handleAfterMove(near, defaultHandle(near.source, near.target), far);
    expect(handle).toEqual(defaultHandle(far.source, far.target));
    expect(handleAfterMove(far, handle, near)).toEqual(defaultHandle(near.source, near.target));
  });

  it('survive ends that fall together', () => {
    const point = { source: p(50, 50), target: p(50, 50) };
    expect(handleAfterMove(point, p(50, 0), { source: p(0, 50), target: p(100, 50) })).toEqual(p(50, 0));
    expect(handleAfterMove({ source: p(0, 50), target: p(100, 50) }, p(50, 0), point)).toEqual(p(50, 0));
  });
});
