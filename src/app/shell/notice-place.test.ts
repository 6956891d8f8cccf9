import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Area } from '../ui/index.ts';
import { type NoticePlace, placeOn } from './notice-place.ts';

/** What the place takes of the window. */
const areaOf = ({ right, bottom, width, height }: NoticePlace): Area => ({
  left: right - width,
  top: bottom - height,
  right,
  bottom,
});
const box = (left: number, top: number, width: number, height: number): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** Whether there are less than so many pixels between them. */
const meets = (one: Area, other: Area, gap = 0): boolean =>
  one.left < other.right + gap &&
  one.right > other.left - gap &&
  one.top < other.bottom + gap &&
  one.bottom > other.top - gap;
const holds = (outer: Area, inner: Area, gap = 0): boolean =>
  inner.left - gap >= outer.left &&
  inner.right + gap <= outer.right &&
  inner.top - gap >= outer.top &&
  inner.bottom + gap <= outer.bottom;
const ONE = { width: 400, height: 60 };

/** A canvas with its buttons in the lower left corner and its map in the lower right one. */
function scene(canvas: Area, map = { width: 114, height: 77 }, buttons = 290) {
  return {
    canvas,
    standing: [
      box(canvas.left + 10, canvas.bottom - 44, buttons, 34),
      box(canvas.right - 10 - map.width, canvas.bottom - 10 - map.height, map.width, map.height),
    ],
  };
}

describe('the place of notices on the canvas', () => {
  it.each([
    ['1920, panels open', scene(box(238, 40, 1388, 740), { width: 170, height: 114 }), 'beside', 400],
    ['1440, panels open', scene(box(238, 40, 908, 560)), 'beside', 400],
    ['1440, panels closed', scene(box(0, 40, 1440, 828), { width: 170, height: 114 }), 'beside', 400],
    ['1024, panels open', scene(box(238, 40, 492, 430)), 'above', 400],
    ['390, a phone', scene(box(0, 76, 390, 736), { width: 114, height: 77 }, 250), 'above', 368],
    ['a legend above', scene(box(0, 40, 390, 400)), 'above', 368],
  ] as const)('%s: clear of its buttons and its map', (_, { canvas, standing }, where, width) => {
    const legend = box(canvas.left + 10, canvas.top + 10, 240, 120);
    const place = placeOn(canvas, [...standing, legend], ONE);
    if (place === null) throw new Error('There is room');
    const area = areaOf(place);
    expect(holds(canvas, area, 8)).toBe(true);
    expect([...standing, legend].filter((one) => meets(one, area, 8))).toEqual([]);
    expect([place.width, place.height]).toEqual([width, 60]);
    expect(area.bottom > (standing[0]?.top ?? 0) ? 'beside' : 'above').toBe(where);
  });

  it('is what shapes and flows leave, the lowest first and there the rightmost', () => {
    const canvas = box(0, 0, 1000, 600);
    expect(placeOn(canvas, [], ONE)).toEqual({ right: 992, bottom: 592, ...ONE });
    // An element in the corner: beside it. A row of them: above it.
    expect(placeOn(canvas, [box(900, 560, 80, 30)], ONE)).toEqual({ right: 888, bottom: 592, ...ONE });
    const row = [box(900, 560, 80, 30), box(500, 560, 80, 30), box(100, 560, 80, 30)];
    expect(placeOn(canvas, row, ONE)).toEqual({ right: 992, bottom: 552, ...ONE });
    // What lies outside of the canvas takes nothing of it.
    expect(placeOn(canvas, [box(-500, 700, 5000, 90)], ONE)).toEqual({ right: 992, bottom: 592, ...ONE });
  });

  it('stays while it is clear, as more come and go', () => {
    const canvas = box(0, 0, 1000, 600);
    const there = { right: 800, bottom: 400, width: 400, height: 60 };
    expect(placeOn(canvas, [], { width: 400, height: 120 }, there)).toEqual({ ...there, height: 120 });
    expect(placeOn(canvas, [box(500, 310, 50, 40)], ONE, there)).toEqual({
      right: 992,
      bottom: 592,
      ...ONE,
    });
    // Nor outside of a canvas that became smaller.
    expect(placeOn(box(0, 0, 600, 600), [], ONE, there)).toEqual({ right: 592, bottom: 592, ...ONE });
  });

  it('is none where nothing is free: on a diagram that fills the canvas, on a canvas that is too small', () => {
    const canvas = box(238, 40, 492, 430);
    expect(placeOn(canvas, [box(0, 0, 2000, 2000)], ONE)).toBeNull();
    const rows = Array.from({ length: 6 }, (_, row) => box(300, 60 + row * 70, 100, 40));
    expect(placeOn(canvas, rows, ONE)).toBeNull();
    expect(placeOn(box(238, 40, 200, 430), [], ONE)).toBeNull();
    expect(placeOn(box(238, 40, 492, 60), [], ONE)).toBeNull();
  });

  it('leaves the larger part of the canvas to the diagram', () => {
    expect(placeOn(box(0, 0, 1000, 600), [], { width: 400, height: 900 })?.height).toBe(240);
    expect(placeOn(box(0, 0, 1000, 150), [], { width: 400, height: 900 })?.height).toBe(80);
  });

  it('keeps clear of everything wherever it is, and is found if any is there', () => {
    const side = fc.integer({ min: 60, max: 1200 });
    const within = fc.integer({ min: -50, max: 1100 });
    const boxes = fc.array(fc.tuple(within, within, side, fc.integer({ min: 1, max: 300 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(side, side, boxes, fc.integer({ min: 20, max: 400 }), (width, height, given, wanted) => {
        const canvas = box(30, 40, width, height);
        const taken = given.map(([left, top, w, h]) => box(left, top, w % 300, h));
        const place = placeOn(canvas, taken, { width: 400, height: wanted });
        if (place !== null) {
          expect(holds(canvas, areaOf(place), 8)).toBe(true);
          expect(taken.filter((one) => meets(one, areaOf(place), 8))).toEqual([]);
          return;
        }
        // With two steps to spare no place is missed: from each edge of what is taken one is tried.
        const high = Math.min(wanted, Math.max(80, 0.4 * height)) + 16;
        const wide = Math.min(400, width - 16) + 16;
        if (width < 304) return;
        const rights = [canvas.right, ...taken.map(({ left }) => left - 16)];
        const bottoms = [canvas.bottom, ...taken.map(({ top }) => top - 16)];
        const free = bottoms.some((bottom) =>
          rights.some((right) => {
            const tried = box(right - wide - 16, bottom - high - 16, wide + 16, high + 16);
            return holds(canvas, tried) && !taken.some((one) => meets(one, tried));
          }),
        );
        expect(free).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
