import { describe, expect, it } from 'vitest';
import { type Diagram, diagramId, type Model } from '../../../core/document/index.ts';
import { firstOf, scene } from '../../../core/edit/testing/scene.ts';
import { keptByModel } from './kept-by-model.ts';

const withDiagrams = (...ids: readonly string[]): Model => ({
  ...scene,
  diagrams: ids.map((id): Diagram => ({ ...firstOf(scene), id: diagramId(id) })),
});
const isText = (value: unknown): value is string => typeof value === 'string';

function memory(full = false) {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, text: string) => {
      if (full) throw new DOMException('Full', 'QuotaExceededError');
      items.set(name, text);
    },
  };
}

describe('what is kept by model', () => {
  it('stays with it while any diagram does, wherever that lies', () => {
    const kept = keptByModel('trustline.test-diagrams', isText);
    const storage = memory();
    kept.choose(withDiagrams('a', 'b'), 'red', storage);
    expect(kept.of(withDiagrams('b', 'a'))).toBe('red');
    expect(kept.of(withDiagrams('b'))).toBeNull();
    kept.choose(withDiagrams('b', 'a'), 'blue', storage);
    expect([...kept.read(storage)]).toEqual([['b', 'blue']]);
    kept.choose(withDiagrams('a', 'b'), null, storage);
    expect(kept.of(withDiagrams('a', 'b'))).toBeNull();
  });

  it('of one model says nothing of another where nothing can be stored', () => {
    const kept = keptByModel('trustline.test-full', isText);
    const storage = memory(true);
    kept.choose(withDiagrams('a'), 'red', storage);
    kept.choose(withDiagrams('b'), 'blue', storage);
    expect([kept.of(withDiagrams('a')), kept.of(withDiagrams('b'))]).toEqual(['red', 'blue']);
  });

  it('is what another window left of it', () => {
    const storage = memory();
    const [here, there] = [
      keptByModel('trustline.test-two', isText),
      keptByModel('trustline.test-two', isText),
    ];
    here.choose(withDiagrams('a'), 'red', storage);
    there.choose(withDiagrams('a'), null, storage);
    here.choose(withDiagrams('b'), 'blue', storage);
    expect([...here.read(storage)]).toEqual([['b', 'blue']]);
  });
});
