import { describe, expect, it } from 'vitest';
import { spread } from './label-places.ts';

const box = (left: number, top: number) => ({ left, top, width: 60, height: 30 });

describe('spread', () => {
  it('leaves labels alone that do not touch', () => {
    expect(
      spread([
        [1, box(0, 0)],
        [2, box(60, 0)],
        [3, box(0, 30)],
      ]).size,
    ).toBe(0);
  });

  it('moves the later of two by the shorter way', () => {
    expect(
      spread([
        [1, box(0, 0)],
        [2, box(10, 20)],
      ]),
    ).toEqual(new Map([[2, 12]]));
    expect(
      spread([
        [1, box(0, 0)],
        [2, box(10, -20)],
      ]),
    ).toEqual(new Map([[2, -12]]));
  });

  it('finds places for several at one point, none hiding another', () => {
    const labels = [1, 2, 3, 4, 5].map((id) => [id, box(100, 100)] as const);
    const shifts = spread(labels);
    const tops = labels.map(([id, at]) => at.top + (shifts.get(id) ?? 0)).sort((a, b) => a - b);
    for (const [index, top] of tops.entries()) {
      const before = tops[index - 1];
      if (before !== undefined) expect(top - before).toBeGreaterThanOrEqual(30);
    }
  });

  it('sees labels across the cells of its hash', () => {
    expect(
      spread([
        [1, box(150, 150)],
        [2, box(170, 150)],
      ]).size,
    ).toBe(1);
    expect(
      spread([
        [1, box(-30, -10)],
        [2, box(-5, -5)],
      ]).size,
    ).toBe(1);
  });

  it('gives up rather than move a label far away', () => {
    const labels = Array.from({ length: 40 }, (_, id) => [id, box(0, 0)] as const);
    for (const shift of spread(labels).values()) expect(Math.abs(shift)).toBeLessThan(8 * 32);
  });
});
