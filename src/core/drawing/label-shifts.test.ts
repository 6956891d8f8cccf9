import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../base/index.ts';
import type { Rect } from '../geometry/index.ts';
import { placingLabels, spread, work } from './label-places.ts';

const box = fc.record({
  left: fc.integer({ min: -400, max: 400 }),
  top: fc.integer({ min: -300, max: 300 }),
  width: fc.integer({ min: 1, max: 200 }),
  height: fc.constantFrom(30, 38, 53),
});

const shiftsOf = (boxes: readonly (Rect | undefined)[]): ReadonlyMap<number, number> =>
  spread(boxes.flatMap((one, index) => (one === undefined ? [] : [[index, one] as const])));

describe('labels brought up to date', () => {
  it('lie where they would, laid out from nothing', () => {
    const change = fc.array(fc.tuple(fc.nat(45), fc.option(box, { nil: undefined })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(
        fc.array(fc.option(box, { nil: undefined, freq: 8 }), { maxLength: 40 }),
        fc.array(change, { maxLength: 8 }),
        (start, changes) => {
          const boxes = [...start];
          const places = atOnce(placingLabels(boxes));
          for (const step of changes) {
            const before = boxes.map((_, index) => places.shiftOf(index));
            const moved = new Map(step);
            for (const [index, to] of moved) boxes[index] = to;
            const told = places.change(moved);
            const wanted = shiftsOf(Array.from(boxes));
            const now = Array.from(boxes, (_, index) => places.shiftOf(index));
            expect(now).toEqual(now.map((_, index) => wanted.get(index) ?? 0));
            expect(told).toEqual([...now.keys()].filter((index) => now[index] !== (before[index] ?? 0)));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are few after a small change among many', () => {
    const boxes = Array.from({ length: 3000 }, (_, n) => ({
      left: (n % 50) * 90,
      top: Math.floor(n / 50) * 40,
      width: 80,
      height: 30,
    }));
    const places = atOnce(placingLabels(boxes));
    work.labels = 0;
    const at = boxes[1500] ?? { left: 0, top: 0, width: 0, height: 0 };
    for (let step = 1; step <= 20; step++)
      places.change(new Map([[1500, { ...at, left: at.left + 3 * step }]]));
    expect(work.labels).toBeLessThan(20 * 10);
  });
});
