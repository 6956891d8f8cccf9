import { describe, expect, it } from 'vitest';
import { type Rect, rectContainsRect, rectsOverlap, rectsTouch } from './rect.ts';

const box: Rect = { left: 10, top: 10, width: 20, height: 10 };
const at = (left: number, top: number, width = 5, height = 5): Rect => ({ left, top, width, height });

describe('two boxes', () => {
  it.each<readonly [string, Rect, { touch: boolean; overlap: boolean; hold: boolean }]>([
    ['the same', box, { touch: true, overlap: true, hold: true }],
    ['one inside the other', at(12, 12), { touch: true, overlap: true, hold: true }],
    ['one inside at the edge', at(10, 15), { touch: true, overlap: true, hold: true }],
    ['one that sticks out', at(28, 12), { touch: true, overlap: true, hold: false }],
    ['side by side', at(30, 12), { touch: true, overlap: false, hold: false }],
    ['corner to corner', at(5, 5), { touch: true, overlap: false, hold: false }],
    ['beside each other', at(31, 12), { touch: false, overlap: false, hold: false }],
    ['above each other', at(12, 4), { touch: false, overlap: false, hold: false }],
    ['a point inside', at(15, 15, 0, 0), { touch: true, overlap: true, hold: true }],
    ['a point on the edge', at(10, 15, 0, 0), { touch: true, overlap: false, hold: true }],
  ])('%s', (_, other, { touch, overlap, hold }) => {
    expect([rectsTouch(box, other), rectsTouch(other, box)]).toEqual([touch, touch]);
    expect([rectsOverlap(box, other), rectsOverlap(other, box)]).toEqual([overlap, overlap]);
    expect(rectContainsRect(box, other)).toBe(hold);
  });
});
