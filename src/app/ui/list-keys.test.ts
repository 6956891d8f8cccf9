import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { choiceOf, toggled, typedOn, typedRow, walk, walkTree } from './list-keys.ts';

describe('walk', () => {
  test.each([
    ['ArrowDown', 3, 4],
    ['ArrowDown', -1, 0],
    ['ArrowDown', 29, 29],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 13],
    ['PageDown', 25, 29],
    ['PageUp', 15, 5],
    ['Home', 7, 0],
    ['End', 7, 29],
    ['a', 7, null],
    ['Enter', 7, null],
    ['ArrowLeft', 7, null],
  ])('%s from %i of 30 leads to %j', (key, at, to) => expect(walk(key, at, 30)).toBe(to));

  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
  it('never leaves the list, and leads nowhere in an empty one', () => {
    fc.assert(
      fc.property(fc.array(keys), fc.nat(50), (pressed, count) => {
        let at = -1;
        for (const key of pressed) {
          const to = walk(key, at, count);
          if (count === 0) expect(to).toBeNull();
          else {
            expect(to).toBeGreaterThanOrEqual(0);
            expect(to).toBeLessThan(count);
            at = to ?? at;
          }
        }
      }),
    );
  });
});

test.each([
  [{ shiftKey: false, ctrlKey: false, metaKey: false }, 'only'],
  [{ shiftKey: true, ctrlKey: true, metaKey: false }, 'range'],
  [{ shiftKey: false, ctrlKey: true, metaKey: false }, 'toggle'],
  [{ shiftKey: false, ctrlKey: false, metaKey: true }, 'toggle'],
])('a click with %j chooses %s', (keys, choice) => expect(choiceOf(keys)).toBe(choice));

describe('walkTree', () => {
  const rows = [
    { level: 1, expanded: true },
    { level: 2, expanded: false },
    { level: 2, expanded: null },
    { level: 1, expanded: null },
  ];
  test.each([
    ['ArrowDown', 0, { kind: 'go', to: 1 }],
    ['End', 0, { kind: 'go', to: 3 }],
    ['ArrowLeft', 0, { kind: 'fold', away: true }],
    ['ArrowLeft', 2, { kind: 'go', to: 0 }],
    ['ArrowLeft', 3, { kind: 'stay' }],
    ['ArrowRight', 0, { kind: 'go', to: 1 }],
    ['ArrowRight', 1, { kind: 'fold', away: false }],
    ['ArrowRight', 2, { kind: 'stay' }],
    ['x', 2, null],
    ['ArrowRight', 9, null],
  ])('%s on row %i', (key, at, step) => expect(walkTree(key, at, rows)).toEqual(step));
});

describe('letters', () => {
  const texts = ['Api', 'Browser', 'Backend', 'api cache'];
  const type = (at: number, ...letters: readonly string[]): number =>
    typedRow(
      texts,
      at,
      letters.reduce((typed, letter, index) => typedOn(typed, letter, index * 100), {
        text: '',
        at: Number.NEGATIVE_INFINITY,
      }),
    );
  test.each([
    [0, ['b'], 1],
    [1, ['b'], 2],
    [2, ['B'], 1],
    [1, ['b', 'a'], 2],
    [0, ['a'], 3],
    [3, ['a'], 0],
    [0, ['x'], -1],
  ] as const)('from row %i %j leads to row %i', (at, letters, to) => expect(type(at, ...letters)).toBe(to));
  it('apart by more than a second begin anew', () => {
    expect(typedOn({ text: 'a', at: 0 }, 'B', 1001)).toEqual({ text: 'b', at: 1001 });
    expect(typedOn({ text: 'a', at: 0 }, 'B', 1000)).toEqual({ text: 'ab', at: 1000 });
  });
  it('lead nowhere in an empty list', () => expect(typedRow([], 0, { text: 'a', at: 0 })).toBe(-1));
});

it('what is toggled twice is as it was', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(9)), fc.nat(9), (values, value) => {
      const set = new Set(values);
      expect(toggled(set, value).has(value)).toBe(!set.has(value));
      expect(toggled(toggled(set, value), value)).toEqual(set);
    }),
  );
});
