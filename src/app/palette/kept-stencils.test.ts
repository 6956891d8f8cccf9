import { describe, expect, it } from 'vitest';
import { typeId } from '../../core/document/index.ts';
import { keptFrom, toStored, withFavourite, withUsed } from './kept-stencils.ts';

const ids = (...names: readonly string[]) => names.map(typeId);
const NONE = { favourites: [], recent: [] };

describe('favourites', () => {
  it('are kept in the order of choice, and are no longer when chosen again', () => {
    const two = withFavourite(withFavourite(NONE, typeId('a')), typeId('b'));
    expect(two.favourites).toEqual(['a', 'b']);
    expect(withFavourite(two, typeId('a')).favourites).toEqual(['b']);
  });
});

describe('recently used stencils', () => {
  it('are the last four, the last one first, each once', () => {
    const used = ids('a', 'b', 'a', 'c', 'd', 'e').reduce(withUsed, NONE);
    expect(used.recent).toEqual(['e', 'd', 'c', 'a']);
    expect(withUsed(used, typeId('c')).recent).toEqual(['c', 'e', 'd', 'a']);
  });

  it('are the same object when the last one is used again', () => {
    const used = withUsed(NONE, typeId('a'));
    expect(withUsed(used, typeId('a'))).toBe(used);
  });
});

describe('what is stored', () => {
  it('is read back, of each template by itself', () => {
    const all = new Map([
      ['one', { favourites: ids('a'), recent: ids('b', 'c') }],
      ['two', { favourites: [], recent: ids('a') }],
    ]);
    expect(keptFrom(JSON.parse(JSON.stringify(toStored(all))))).toEqual(all);
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['something else', { one: 1 }],
    ['no template', [[1, [], []], 'x', null]],
  ])('is nothing when it is damaged: %s', (_, stored) => {
    expect(keptFrom(stored).size).toBe(0);
  });

  it('is kept as far as it can be read, within its limits', () => {
    const many = Array.from({ length: 100 }, (_, n) => `t${n}`);
    const kept = keptFrom([['one', ['a', 5, 'a', null, 'b'], many]]).get('one');
    expect(kept?.favourites).toEqual(['a', 'b']);
    expect(kept?.recent).toHaveLength(4);
  });
});
