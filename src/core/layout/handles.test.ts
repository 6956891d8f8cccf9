import { describe, expect, it } from 'vitest';
import { midpoint } from './handles.ts';
import { isHairpin } from './scene.ts';

const at = (x: number, y: number) => ({ x, y });

describe('isHairpin', () => {
  const cases = [
    ['in the middle', at(50, 40), false],
    ['well off the line but half way', at(50, 300), false],
    ['beside the start', at(10, 20), true],
    ['behind the start', at(-30, 0), true],
    ['beside the end', at(95, 0), true],
  ] as const;
  for (const [name, handle, hairpin] of cases) {
    it(name, () => expect(isHairpin(at(0, 0), handle, at(100, 0))).toBe(hairpin));
  }
  it('is none where both ends are one', () => expect(isHairpin(at(0, 0), at(5, 5), at(0, 0))).toBe(false));
});

describe('midpoint', () => {
  it('of a line', () => expect(midpoint([at(0, 0), at(10, 0)])).toEqual(at(5, 0)));
  it('of a way with a corner', () => expect(midpoint([at(0, 0), at(10, 0), at(10, 30)])).toEqual(at(10, 10)));
  it('of one point, of none', () => {
    expect(midpoint([at(3, 4)])).toEqual(at(3, 4));
    expect(midpoint([])).toBeNull();
  });
});
