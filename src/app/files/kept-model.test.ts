import { describe, expect, it } from 'vitest';
import { type DocumentStores, putModel, putTemplate, storedDocuments } from './kept-model.ts';
import type { KeptTemplate } from './records.ts';
import {
  KEPT,
  KEPT_TEMPLATE,
  template as kept,
  model,
  PLAIN_TEMPLATE,
  templateOriginal,
} from './testing/kept.ts';

/** The names of the stores that a write reaches. */
function reached(put: (stores: DocumentStores) => unknown): readonly string[] {
  const names: string[] = [];
  const store = (name: string) => ({
    put: async () => names.push(name),
    delete: async () => undefined,
  });
  const stores: DocumentStores = {
    models: store('models'),
    openTemplates: store('openTemplates'),
    originals: store('originals'),
    templates: store('templates'),
    diagrams: store('diagrams'),
    threats: store('threats'),
  };
  put(stores);
  return names.sort();
}

describe('putModel', () => {
  const information = { ...model.information, owner: 'Ada' };
  const moved = { ...model, diagrams: [...model.diagrams] };
  it.each([
    ['the first time, all of it', KEPT, undefined, 'diagrams models originals templates threats'],
    ['an unedited file, its bytes alone', { ...KEPT, edited: null }, undefined, 'models originals'],
    ['another tab in front', { ...KEPT, active: false }, KEPT, 'models'],
    ['a text of the model', { ...KEPT, edited: { ...model, information } }, KEPT, 'models'],
    ['a shape that moved', { ...KEPT, edited: moved }, KEPT, 'diagrams models'],
    [
      'the first edit of a file',
      { ...KEPT, edited: moved },
      { ...KEPT, edited: null },
      'diagrams models templates threats',
    ],
    ['all edits undone', { ...KEPT, edited: null }, KEPT, 'models'],
  ] as const)('%s', (_, kept, before, stores) => {
    expect(reached((all) => putModel(all, kept, before)).join(' ')).toBe(stores);
  });
});

describe('putTemplate', () => {
  const named = { ...kept, manifest: { ...kept.manifest, name: 'x' } };
  it.each<readonly [string, KeptTemplate, KeptTemplate | undefined, string]>([
    ['the first time, all of it', KEPT_TEMPLATE, undefined, 'openTemplates originals templates'],
    [
      'an unedited file, its bytes alone',
      { ...KEPT_TEMPLATE, edited: null },
      undefined,
      'openTemplates originals',
    ],
    ['another tab in front', { ...KEPT_TEMPLATE, active: false }, KEPT_TEMPLATE, 'openTemplates'],
    ['an edit', { ...KEPT_TEMPLATE, edited: named }, KEPT_TEMPLATE, 'openTemplates templates'],
    ['all edits undone', { ...KEPT_TEMPLATE, edited: null }, KEPT_TEMPLATE, 'openTemplates'],
  ])('%s', (_, now, before, stores) => {
    expect(reached((all) => putTemplate(all, now, before)).join(' ')).toBe(stores);
  });
});

describe('storedDocuments', () => {
  const { template, diagrams, threats, ...rest } = model;
  const parts: Readonly<Record<string, unknown>> = {
    originals: null,
    templates: template,
    diagrams,
    threats,
  };
  const { kind: ___, original: _, edited: __, ...plain } = KEPT;
  const refusing = (what: string) =>
    storedDocuments({
      ids: async (store) => (store === 'models' ? ['a', 'b'] : ['t']),
      get: async (store, id) => {
        if (`${store} ${id}` === what) throw new DOMException('cannot be deserialised', 'DataError');
        if (store === 'openTemplates') return { ...PLAIN_TEMPLATE, id, edited: true };
        if (store === 'models') return { ...plain, id, rest };
        const ofTemplate: Readonly<Record<string, unknown>> = {
          originals: templateOriginal,
          templates: kept,
        };
        return { id, value: (id === 't' ? ofTemplate : parts)[store] };
      },
    });

  it.each(['models a', 'templates a', 'diagrams a', 'threats a'])(
    'brings back the other one when the browser cannot read %s',
    async (what) => {
      const [first, second, third] = await refusing(what);
      expect(first?.sound).toBe(false);
      expect(second?.sound && second.kept.edited).toEqual(model);
      expect(third?.sound && third.kept.edited).toBe(kept);
      expect(third?.sound && third.kept.original).toBe(templateOriginal);
    },
  );

  it.each(['openTemplates t', 'templates t'])(
    'brings back the models when the browser cannot read %s',
    async (what) => {
      expect((await refusing(what)).map(({ sound }) => sound)).toEqual([true, true, false]);
    },
  );

  it('brings back all when it can', async () => {
    expect((await refusing('')).map(({ sound }) => sound)).toEqual([true, true, true]);
  });
});
