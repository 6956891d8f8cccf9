import { describe, expect, it } from 'vitest';
import { choicesFile, choicesOf, forgetChoices, keepChoices } from './kept-kinds.ts';

function storage(text: string | null = null) {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_: string, value: string) => {
      kept = value;
    },
  };
}

describe('what was chosen for kinds', () => {
  it('is remembered for each format, the last choice of a kind', () => {
    const store = storage();
    keepChoices('boxes', { 'unknown:box': { as: 'store', type: 'GE.DS' } }, store);
    keepChoices('arrows', { 'unknown:box': { as: 'process' } }, store);
    keepChoices('boxes', { 'unknown:box': { as: 'ignored' }, 'flow:arrow': { as: 'flow' } }, store);
    expect(choicesOf('boxes', store)).toEqual({
      'unknown:box': { as: 'ignored' },
      'flow:arrow': { as: 'flow' },
    });
    expect(choicesOf('arrows', store)).toEqual({ 'unknown:box': { as: 'process' } });
    forgetChoices('boxes', store);
    expect(choicesOf('boxes', store)).toEqual({});
    expect(choicesOf('arrows', store)).toEqual({ 'unknown:box': { as: 'process' } });
  });

  it.each([
    '',
    '[]',
    'null',
    '{"boxes": []}',
    '{"boxes": {"kinds": 3}}',
    '{"boxes": {"kinds": {"a": null, "b": {}}}}',
  ])('is nothing where the storage holds %s', (text) =>
    expect(choicesOf('boxes', storage(text))).toEqual({}),
  );

  it('is nothing, and no harm, where there is no storage', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full');
      },
    };
    keepChoices('boxes', { a: { as: 'store' } }, full);
    expect(choicesOf('__proto__', storage('{}'))).toEqual({});
    expect(choicesOf('boxes', full)).toEqual({});
  });

  it('stops growing', () => {
    const store = storage();
    for (let n = 0; n < 3; n++)
      keepChoices(
        'boxes',
        Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`${n} ${i}`, { as: 'store' }])),
        store,
      );
    const kept = Object.keys(choicesOf('boxes', store));
    expect(kept).toHaveLength(500);
    expect(kept[0]).toBe('1 0');
  });

  it('is a file for the command line', () => {
    const kind = {
      kind: 'box',
      found: 'unknown',
      isLine: false,
      count: 2,
      example: '',
      as: 'ignored',
      type: null,
    } as const;
    expect(JSON.parse(choicesFile([kind]))).toEqual({ kinds: { 'unknown:box': { as: 'ignored' } } });
  });
});
