import { describe, expect, it } from 'vitest';
import { type ModelStores, putModel, storedModels } from './kept-model.ts';
import type { KeptModel } from './records.ts';
import { KEPT, model } from './testing/kept.ts';

/** The names of the stores that a write reaches. */
function reached(kept: KeptModel, before?: KeptModel): readonly string[] {
  const names: string[] = [];
  const store = (name: string) => ({
    put: async () => names.push(name),
    delete: async () => undefined,
  });
  const stores: ModelStores = {
    models: store('models'),
    originals: store('originals'),
    templates: store('templates'),
    diagrams: store('diagrams'),
    threats: store('threats'),
  };
  putModel(stores, kept, before);
  return names.sort();
}

describe('putModel', () => {
  const information = { ...model.information, owner: 'Ada' };
  const moved = { ...model, diagrams: [...model.diagrams] };
  it.each([
    ['the first time, all of it', KEPT, undefined, 'diagrams models originals templates threats'],
    ['an unedited file, its bytes alone', { ...KEPT, document: null }, undefined, 'models originals'],
    ['another tab in front', { ...KEPT, active: false }, KEPT, 'models'],
    ['a text of the model', { ...KEPT, document: { ...model, information } }, KEPT, 'models'],
    ['a shape that moved', { ...KEPT, document: moved }, KEPT, 'diagrams models'],
    [
      'the first edit of a file',
      { ...KEPT, document: moved },
      { ...KEPT, document: null },
      'diagrams models templates threats',
    ],
    ['all edits undone', { ...KEPT, document: null }, KEPT, 'models'],
  ] as const)('%s', (_, kept, before, stores) => {
    expect(reached(kept, before).join(' ')).toBe(stores);
  });
});

describe('storedModels', () => {
  const { template, diagrams, threats, ...rest } = model;
  const parts: Readonly<Record<string, unknown>> = {
    originals: null,
    templates: template,
    diagrams,
    threats,
  };
  const { original: _, document: __, ...plain } = KEPT;
  const refusing = (what: string) =>
    storedModels({
      ids: async () => ['a', 'b'],
      get: async (store, id) => {
        if (`${store} ${id}` === what) throw new DOMException('cannot be deserialised', 'DataError');
        return store === 'models' ? { ...plain, id, rest } : { id, value: parts[store] };
      },
    });

  it.each(['models a', 'templates a', 'diagrams a', 'threats a'])(
    'brings back the other one when the browser cannot read %s',
    async (what) => {
      const [first, second] = await refusing(what);
      expect(first?.sound).toBe(false);
      expect(second?.sound && second.kept.document).toEqual(model);
    },
  );

  it('brings back all when it can', async () => {
    expect((await refusing('')).map(({ sound }) => sound)).toEqual([true, true]);
  });
});
