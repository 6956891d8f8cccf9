import { describe, expect, it } from 'vitest';
import { inReadingOrder, packRows } from './pack.ts';

const at = (name: string, left: number, top: number, width = 100, height = 100) => ({
  name,
  rect: { left, top, width, height },
});
const names = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name).join(' ');

describe('inReadingOrder', () => {
  it.each([
    ['a row that is not quite level', [at('b', 200, 0), at('c', 400, 30), at('a', 0, 20)], 'a b c'],
    ['rows', [at('d', 200, 200), at('a', 0, 0), at('c', 0, 210), at('b', 200, 10)], 'a b c d'],
    ['a high thing beside low ones', [at('b', 200, 0, 100, 400), at('a', 0, 0), at('c', 400, 0)], 'a b c'],
    ['nothing', [], ''],
  ])('%s', (_, things, order) => expect(names(inReadingOrder(things))).toBe(order));
});

describe('packRows', () => {
  const same = (count: number) => Array.from({ length: count }, () => ({ width: 100, height: 100 }));

  it('makes a grid of about the shape of a screen', () => {
    const { width, height } = packRows(same(24), 40);
    expect(width / height).toBeGreaterThan(1.1);
    expect(width / height).toBeLessThan(2.2);
  });

  it('fills a given width, and gives a wider thing a row of its own', () => {
    expect(packRows(same(4), 20, 230).places).toEqual([
      { x: 0, y: 0 },
      { x: 120, y: 0 },
      { x: 0, y: 120 },
      { x: 120, y: 120 },
    ]);
    expect(packRows(same(2), 20, 50)).toMatchObject({ width: 100, height: 220 });
  });

  it('keeps the reading order of what it packed', () => {
    const sizes = [60, 300, 100, 200, 40, 120].map((height, index) => ({ width: 80 + 30 * index, height }));
    const { places } = packRows(sizes, 40);
    const packed = sizes.map((size, index) => {
      const { x, y } = places[index] ?? { x: 0, y: 0 };
      return at(String(index), x, y, size.width, size.height);
    });
    expect(names(inReadingOrder(packed))).toBe('0 1 2 3 4 5');
  });

  it('packs nothing into nothing', () =>
    expect(packRows([], 40)).toEqual({ places: [], width: 0, height: 0 }));
});
