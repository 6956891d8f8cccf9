import { describe, expect, it } from 'vitest';
import { resized, scaled } from './resize.ts';

const from = { left: 100, top: 100, width: 100, height: 80 };

describe('resized', () => {
  const plain = { centre: false, proportions: false, least: { width: 30, height: 30 } };
  const cases = [
    ['e', 20, 99, {}, { left: 100, top: 100, width: 120, height: 80 }],
    ['w', 20, 99, {}, { left: 120, top: 100, width: 80, height: 80 }],
    ['n', 99, -20, {}, { left: 100, top: 80, width: 100, height: 100 }],
    ['s', 99, -20, {}, { left: 100, top: 100, width: 100, height: 60 }],
    ['se', 10, 10, {}, { left: 100, top: 100, width: 110, height: 90 }],
    ['nw', 10, 10, {}, { left: 110, top: 110, width: 90, height: 70 }],
    ['se', 10, 10, { centre: true }, { left: 90, top: 90, width: 120, height: 100 }],
    ['e', -500, 0, {}, { left: 100, top: 100, width: 30, height: 80 }],
    ['w', 500, 0, {}, { left: 170, top: 100, width: 30, height: 80 }],
    ['se', 100, 10, { proportions: true }, { left: 100, top: 100, width: 200, height: 160 }],
    ['nw', -10, -40, { proportions: true }, { left: 50, top: 60, width: 150, height: 120 }],
    ['e', 50, 0, { proportions: true }, { left: 100, top: 100, width: 150, height: 120 }],
    ['se', 25, 0, { proportions: true, centre: true }, { left: 75, top: 80, width: 150, height: 120 }],
    ['e', 25, 0, { proportions: true, centre: true }, { left: 75, top: 80, width: 150, height: 120 }],
    // Neither side gets too small to be grabbed.
    ['e', -500, 0, { proportions: true }, { left: 100, top: 100, width: 37.5, height: 30 }],
    // The canvas begins at 10, what is drawn on it at 15: the other side stays where it is.
    ['nw', -500, -500, {}, { left: 15, top: 15, width: 185, height: 165 }],
    ['e', 500, 0, { centre: true }, { left: 15, top: 100, width: 270, height: 80 }],
    ['w', -500, 0, { proportions: true }, { left: 15, top: 100, width: 185, height: 148 }],
  ] as const;
  for (const [corner, dx, dy, keeping, box] of cases) {
    it(`${corner} by ${dx}, ${dy} ${Object.keys(keeping).join()}`, () => {
      expect(resized(from, corner, dx, dy, { ...plain, ...keeping })).toEqual(box);
    });
  }

  it('does not grow what was smaller than the least size', () => {
    expect(resized({ ...from, width: 20 }, 'e', -5, 0, plain).width).toBe(20);
  });
});

describe('scaled', () => {
  it('keeps a box where it lies in its frame', () => {
    const to = { left: 0, top: 50, width: 200, height: 40 };
    expect(scaled({ left: 150, top: 100, width: 50, height: 20 }, from, to)).toEqual({
      left: 100,
      top: 50,
      width: 100,
      height: 10,
    });
    expect(scaled(from, from, to)).toEqual(to);
    expect(scaled(from, from, from)).toEqual(from);
  });
});
