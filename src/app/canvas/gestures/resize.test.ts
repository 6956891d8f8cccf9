import { describe, expect, it } from 'vitest';
import { resized, scaled } from './resize.ts';

const from = { left: 100, top: 100, width: 100, height: 80 };

describe('resized', () => {
  const cases = [
    ['e', 20, 99, false, { left: 100, top: 100, width: 120, height: 80 }],
    ['w', 20, 99, false, { left: 120, top: 100, width: 80, height: 80 }],
    ['n', 99, -20, false, { left: 100, top: 80, width: 100, height: 100 }],
    ['s', 99, -20, false, { left: 100, top: 100, width: 100, height: 60 }],
    ['se', 10, 10, false, { left: 100, top: 100, width: 110, height: 90 }],
    ['nw', 10, 10, false, { left: 110, top: 110, width: 90, height: 70 }],
    ['se', 10, 10, true, { left: 90, top: 90, width: 120, height: 100 }],
    ['e', -500, 0, false, { left: 100, top: 100, width: 30, height: 80 }],
    ['w', 500, 0, false, { left: 170, top: 100, width: 30, height: 80 }],
  ] as const;
  for (const [corner, dx, dy, centred, box] of cases) {
    it(`${corner} by ${dx}, ${dy}${centred ? ' around the centre' : ''}`, () => {
      expect(resized(from, corner, dx, dy, centred)).toEqual(box);
    });
  }

  it('does not grow what was smaller than the least size', () => {
    expect(resized({ ...from, width: 20 }, 'e', -5, 0, false).width).toBe(20);
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
