import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, type NoticePlace, placeOn } from './notice-place.ts';

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
const meets = (one: Area, other: Area): boolean =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
const holds = (outer: Area, inner: Area): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

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
    ['1024, panels open', scene(box(238, 40, 492, 430)), 'above', 352],
    ['390, a phone', scene(box(0, 76, 390, 736), { width: 114, height: 77 }, 250), 'above', 374],
    ['a legend above', scene(box(0, 40, 390, 400)), 'above', 374],
  ] as const)('%s: clear of its buttons and its map', (_, { canvas, standing }, where, width) => {
    const legend = box(canvas.left + 10, canvas.top + 10, 240, 120);
    const place = placeOn(canvas, [...standing, legend]);
    const area = areaOf(place);
    expect(holds(canvas, area)).toBe(true);
    expect([...standing, legend].filter((one) => meets(one, area))).toEqual([]);
    expect(place.width).toBe(width);
    expect(area.bottom > (standing[0]?.top ?? 0) ? 'beside' : 'above').toBe(where);
    expect(place.height).toBeGreaterThanOrEqual(80);
  });

  it('is a canvas that is low and narrow as a whole', () => {
    const canvas = box(238, 40, 200, 120);
    const place = placeOn(canvas, [box(248, 116, 180, 34)]);
    expect(areaOf(place)).toEqual(box(246, 48, 184, 104));
  });

  it('never leaves the canvas, whatever stands on it', () => {
    const side = fc.integer({ min: 120, max: 1200 });
    const within = fc.integer({ min: 0, max: 1100 });
    const boxes = fc.array(fc.tuple(within, within, side, side), { maxLength: 4 });
    fc.assert(
      fc.property(side, side, boxes, (width, height, given) => {
        const canvas = box(30, 40, width, height);
        const standing = given.map(([left, top, w, h]) =>
          box(30 + (left % width), 40 + (top % height), w % width, h % height),
        );
        const place = placeOn(canvas, standing);
        expect(place.width).toBeGreaterThan(0);
        expect(holds(canvas, areaOf(place))).toBe(true);
      }),
    );
  });
});
