import { afterEach, describe, expect, it, vi } from 'vitest';
import { typeId } from '../../core/document/index.ts';
import { keptFrom, noteUsed, toggleFavourite, toStored, withFavourite, withUsed } from './kept-stencils.ts';

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

describe('a change', () => {
  afterEach(() => vi.unstubAllGlobals());

  function storage() {
    const texts = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => texts.get(name) ?? null,
      setItem: (name: string, text: string) => void texts.set(name, text),
    });
    return {
      kept: () => {
        const { kept } = JSON.parse(texts.get('trustline.stencils') ?? '{}');
        return keptFrom(kept);
      },
      write: (all: ReturnType<typeof keptFrom>) =>
        texts.set('trustline.stencils', JSON.stringify({ version: 1, kept: toStored(all) })),
    };
  }

  it('keeps what another window chose meanwhile, of this template too', () => {
    const { kept, write } = storage();
    noteUsed('one', typeId('a'));
    write(new Map([['one', { favourites: ids('x'), recent: ids('a') }]]));
    noteUsed('one', typeId('b'));
    expect(kept().get('one')).toEqual({ favourites: ['x'], recent: ['b', 'a'] });
  });

  it('lasts for the tab where nothing can be stored, with those of other templates', () => {
    vi.stubGlobal('localStorage', undefined);
    toggleFavourite('two', typeId('c'));
    noteUsed('three', typeId('d'));
    const { kept } = storage();
    noteUsed('two', typeId('e'));
    expect(kept().get('two')).toEqual({ favourites: ['c'], recent: ['e'] });
    expect(kept().has('three')).toBe(true);
  });
});
