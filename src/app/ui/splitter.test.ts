import { describe, expect, it } from 'vitest';
import { draggedTo, sizeByKey, within } from './splitter.ts';

const limits = { min: 170, max: 360 };

describe('within', () => {
  it.each([
    [560, 360],
    [100, 170],
    [200.4, 200],
  ])('%d: %d', (size, fits) => {
    expect(within(size, limits)).toBe(fits);
  });
});

describe('draggedTo', () => {
  it.each([
    [300, 300],
    [900, 360],
    [120, 170],
    [85, 170],
    [84, null],
    [-40, null],
  ])('%d: %j', (size, drawn) => {
    expect(draggedTo(size, limits)).toBe(drawn);
  });
});

describe('sizeByKey', () => {
  it.each([
    ['ArrowRight', 'x', 1, 200, 216],
    ['ArrowLeft', 'x', 1, 200, 184],
    ['ArrowRight', 'x', -1, 200, 184],
    ['ArrowUp', 'y', -1, 200, 216],
    ['ArrowRight', 'x', 1, 355, 360],
    ['ArrowLeft', 'x', 1, 170, 170],
    ['Home', 'x', 1, 200, 170],
    ['End', 'x', 1, 200, 360],
    ['Enter', 'x', 1, 200, null],
    ['Enter', 'x', 1, null, 360],
    ['ArrowRight', 'x', 1, null, 170],
    ['ArrowLeft', 'x', 1, null, null],
    ['ArrowUp', 'x', 1, 200, undefined],
    ['a', 'x', 1, 200, undefined],
  ] as const)('%s along %s (%d) from %j: %j', (key, axis, direction, size, next) => {
    expect(sizeByKey(key, axis, direction, { size, stored: 560, limits })).toBe(next);
  });
});
