import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxIndex, work } from './box-index.ts';
import { type Rect, rectsTouch } from './rect.ts';

const box = fc.record({
  left: fc.integer({ min: -50, max: 50 }),
  top: fc.integer({ min: -50, max: 50 }),
  width: fc.integer({ min: 0, max: 40 }),
  height: fc.integer({ min: 0, max: 40 }),
});

const distance = (a: Rect, b: Rect): number => {
  const x = Math.max(b.left - a.left - a.width, a.left - b.left - b.width, 0);
  const y = Math.max(b.top - a.top - a.height, a.top - b.top - b.height, 0);
  return x * x + y * y;
};

describe('boxIndex', () => {
  it('finds what looking at every box finds', () => {
    fc.assert(
      fc.property(
        fc.array(box, { maxLength: 60 }),
        fc.array(box, { minLength: 1, maxLength: 3 }),
        box,
        fc.integer({ min: 0, max: 70 }),
        (boxes, near, within, most) => {
          const far = (at: Rect) => Math.min(...near.map((other) => distance(at, other)));
          const expected = boxes
            .filter((at) => rectsTouch(at, within))
            .map(far)
            .sort((a, b) => a - b)
            .slice(0, most);
          const found = boxIndex(boxes).nearest(near, within, most);
          expect(new Set(found).size).toBe(found.length);
          const at = found.flatMap((place) => boxes[place] ?? []);
          expect(at.every((one) => rectsTouch(one, within))).toBe(true);
          expect(at.map(far)).toEqual(expected);
          const all = [...boxes.keys()].filter((place) => rectsTouch(boxes[place] ?? within, within));
          const touching = boxIndex(boxes).touching(within, most);
          expect(touching && [...touching].sort((a, b) => a - b)).toEqual(all.length > most ? null : all);
        },
      ),
    );
  });

  it('looks at few boxes, also where all of them lie in one place', () => {
    const everywhere = { left: -1e9, top: -1e9, width: 2e9, height: 2e9 };
    const at = (left: number, top: number): Rect => ({ left, top, width: 90, height: 90 });
    const rows = Array.from({ length: 10_000 }, (_, i) => at((i % 100) * 150, Math.floor(i / 100) * 150));
    for (const boxes of [rows, rows.map(() => at(0, 0))]) {
      const index = boxIndex(boxes);
      const before = work.boxes;
      expect(index.nearest([at(3000, 3000)], everywhere, 32)).toHaveLength(32);
      expect(work.boxes - before).toBeLessThan(600);
      const then = work.boxes;
      expect(index.touching(everywhere, 32)).toBeNull();
      expect(work.boxes - then).toBeLessThan(100);
    }
  });
});
