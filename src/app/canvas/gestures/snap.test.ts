import { describe, expect, it } from 'vitest';
import { guidesOf, snapTo, toGrid } from './snap.ts';

const box = (left: number, top: number, width = 90, height = 90) => ({ left, top, width, height });

describe('snapTo', () => {
  const cases = [
    ['left edges in line', box(103, 300), [box(100, 0)], -3, 0],
    ['centres in line', box(118, 300, 60, 60), [box(100, 0)], -3, 0],
    ['an edge against an edge', box(192, 300), [box(100, 0)], -2, 0],
    ['top edges in line', box(300, 4), [box(100, 0)], 0, -4],
    ['too far away on both axes', box(120, 220), [box(100, 0)], 0, 0],
    ['no others', box(3, 3), [], 0, 0],
    ['in the middle between two neighbours', box(203, 37), [box(0, 0), box(400, 0)], -3, 0],
    ['as far as the neighbour is from its own', box(293, 37), [box(0, 0), box(145, 0)], -3, 0],
  ] as const;
  for (const [name, moving, others, dx, dy] of cases) {
    it(name, () => {
      const snap = snapTo(moving, others, 5);
      expect([snap.dx, snap.dy]).toEqual([dx, dy]);
    });
  }

  it('takes the nearest of several lines', () => {
    expect(snapTo(box(103, 300), [box(100, 0), box(104, 150)], 5).dx).toBe(1);
  });

  it('shows a guide that spans both boxes, and none when nothing snapped', () => {
    expect(snapTo(box(102, 300), [box(100, 0)], 5).guides).toContainEqual({
      axis: 'x',
      at: 100,
      from: 0,
      to: 390,
    });
    expect(snapTo(box(150, 300), [box(500, 0)], 5).guides).toEqual([]);
  });

  it('measures the distance to the nearest neighbour on each side only', () => {
    const gaps = snapTo(box(300, 0), [box(0, 0), box(160, 0)], 5).gaps;
    expect(gaps.map((gap) => gap.distance)).toEqual([50]);
  });
});

describe('guidesOf', () => {
  it('looks only at the side that is dragged', () => {
    const others = [box(100, 200)];
    expect(guidesOf(box(0, 0, 100, 50), others, { x: ['end'], y: [] })).toHaveLength(1);
    expect(guidesOf(box(0, 0, 100, 50), others, { x: ['start'], y: [] })).toHaveLength(0);
  });
});

describe('toGrid', () => {
  for (const [value, offset] of [
    [13, 0],
    [14, -1],
    [25, 1],
    [-1, 1],
  ] as const) {
    it(`${value} moves by ${offset}`, () => expect(toGrid(value, 13)).toBeCloseTo(offset));
  }
});
