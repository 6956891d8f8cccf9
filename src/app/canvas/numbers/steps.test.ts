import { describe, expect, it } from 'vitest';
import { newModel } from '../../../core/document/index.ts';
import { countingGuids, testTemplate } from '../../../core/document/testing/template.ts';
import { chooseNumbers, showsNumbers } from './kept.ts';
import { placeAfter, type Step, stepBy } from './steps.ts';

describe('stepping through flows', () => {
  it.each<[Step, number | null, number]>([
    ['next', null, 0],
    ['next', 0, 1],
    ['next', 4, 4],
    ['previous', null, 4],
    ['previous', 4, 3],
    ['previous', 0, 0],
    ['first', 3, 0],
    ['first', null, 0],
    ['last', 1, 4],
    ['last', null, 4],
  ])('%s from %j of five is %d', (step, place, after) => {
    expect(placeAfter(step, place, 5)).toBe(after);
  });

  it('goes by the keys of slides, and leaves the others to others', () => {
    const keys = ['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'Home', 'End', 'ArrowUp', ' ', 'toString'];
    expect(keys.map(stepBy)).toEqual([
      'next',
      'next',
      'previous',
      'previous',
      'first',
      'last',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('numbers are shown by model, and that is kept', () => {
  const items = new Map<string, string>();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  const [one, other] = [1, 100].map((from) => newModel(testTemplate, countingGuids(from)));
  if (one === undefined || other === undefined) throw new Error('There are no models');
  chooseNumbers(one, true, storage);
  expect([showsNumbers(one), showsNumbers(other)]).toEqual([true, null]);
  expect(items.get('trustline.numbers')).toContain(String(one.diagrams[0]?.id));
  chooseNumbers(one, null, storage);
  expect(showsNumbers(one)).toBeNull();
});
