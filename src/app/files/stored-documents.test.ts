import { describe, expect, it } from 'vitest';
import { diffModels } from '../../core/compare/index.ts';
import { knownBlob } from '../ui/index.ts';
import { type Piece, piecesOf } from '../ui/pieces.ts';
import { OLD_COPY, type StoredPiece } from './records.ts';
import { bytesOf, contentOfModel, contentOfTemplate } from './restored-content.ts';
import { discardDocuments } from './store-documents.ts';
import { type Found, type Sorted, sortOut, sortOutTemplate } from './stored-document.ts';
import { storedDocuments } from './stored-documents.ts';
import {
  model,
  original,
  PLAIN,
  PLAIN_TEMPLATE,
  templateOriginal,
  template as whole,
} from './testing/kept.ts';
import { type Faults, fakeStores, type Snapshot } from './testing/stores.ts';

const COPIED = { copy: 0, from: 0, until: 0 };
const RECORD = { ...PLAIN, content: COPIED };
const FOUND: Found = { record: RECORD, original, copy: model, changes: [] };
const UNEDITED: Found = { record: { ...RECORD, content: null }, original, copy: undefined, changes: [] };
const named = { ...model, information: { ...model.information, name: 'Other' } };
const CHANGED: Found = {
  record: { ...RECORD, content: { copy: null, from: 0, until: 1 } },
  original,
  copy: undefined,
  changes: [diffModels(model, named)],
};

async function contentOf(sorted: Sorted): Promise<unknown> {
  if (!sorted.sound) return sorted.damaged;
  const { restored } = sorted;
  const found = await (restored.kind === 'model' ? contentOfModel(restored) : contentOfTemplate(restored));
  return 'fault' in found ? found.fault : found.content;
}

describe('sortOut', () => {
  it.each([
    ['a copy', FOUND, model],
    ['a new model, which has no file', { ...FOUND, original: undefined }, model],
    ['a model without diagrams', { ...FOUND, copy: { ...model, diagrams: [] } }, { ...model, diagrams: [] }],
    ['an unedited file', UNEDITED, model],
    ['a file and what changed since', CHANGED, named],
    ['a copy and what changed since', { ...FOUND, changes: CHANGED.changes }, named],
  ])('puts together %s', async (_, found, wanted) => {
    expect(await contentOf(sortOut(found))).toEqual(wanted);
  });

  it.each([
    ['a missing copy', { ...FOUND, copy: undefined }, 'its content'],
    ['a missing template', { ...FOUND, copy: { ...model, template: undefined } }, 'its template'],
    ['missing diagrams', { ...FOUND, copy: { ...model, diagrams: undefined } }, 'its diagrams'],
    ['a diagram that is none', { ...FOUND, copy: { ...model, diagrams: [null] } }, 'its diagrams'],
    [
      'a diagram without shapes',
      { ...FOUND, copy: { ...model, diagrams: [{ id: 'd', lines: [] }] } },
      'its diagrams',
    ],
    ['missing threats', { ...FOUND, copy: { ...model, threats: undefined } }, 'its threats'],
    ['threats that are none', { ...FOUND, copy: { ...model, threats: 'x' } }, 'its threats'],
    ['a model without notes', { ...FOUND, copy: { ...model, notes: undefined } }, 'its content'],
    ['an unedited file without bytes', { ...UNEDITED, original: undefined }, 'the bytes'],
    ['bytes that are none', { ...UNEDITED, original: 'x' }, 'the bytes'],
    ['changes of a file without bytes', { ...CHANGED, original: undefined }, 'the bytes'],
    ['a missing change', { ...CHANGED, changes: [undefined] }, 'its changes'],
    ['changes of another kind', { ...CHANGED, changes: [{ of: 'template', changes: [] }] }, 'its changes'],
    ['changes that are none', { ...CHANGED, changes: [{ of: 'model' }] }, 'its changes'],
    ['a content that is none', { ...FOUND, record: { ...RECORD, content: 7 } }, 'its record'],
    [
      'more changes than there are',
      { ...FOUND, record: { ...RECORD, content: { ...COPIED, until: 1e12 } } },
      'its record',
    ],
    ['a diagram in front that is none', { ...FOUND, record: { ...RECORD, diagramId: 3 } }, 'its record'],
  ])('finds %s', (_, found, fault) => {
    const sorted = sortOut(found);
    if (sorted.sound) throw new Error('taken for sound');
    expect(sorted.damaged.fault).toContain(fault);
    expect(sorted.damaged.fileName).toBe('a.tm7');
    expect(sorted.damaged.session).toBe('s');
    expect(sorted.damaged.original).toBe(found.original instanceof Uint8Array ? original : null);
  });

  it.each([[{ id: 'a' }], [{ ...RECORD, fileName: 7, session: 7 }], [null]])(
    'names what has no name: %#',
    (record) => {
      const bytes = new Uint8Array([1, 2]);
      expect(sortOut({ ...FOUND, original: bytes, record })).toEqual({
        sound: false,
        damaged: {
          session: null,
          fileName: 'A model',
          fault: 'its record is damaged',
          original: bytes,
          rest: null,
        },
      });
    },
  );
});

const TEMPLATE: Found = {
  record: { ...PLAIN_TEMPLATE, content: COPIED },
  original: templateOriginal,
  copy: whole,
  changes: [],
};
const AS_READ: Found = { ...TEMPLATE, record: { ...PLAIN_TEMPLATE, content: null }, copy: undefined };

describe('sortOutTemplate', () => {
  it.each([
    ['an edited file', TEMPLATE, whole],
    ['a copy of the template in a model, which has no file', { ...TEMPLATE, original: undefined }, whole],
    ['an unedited file', AS_READ, whole],
  ])('puts together %s', async (_, found, wanted) => {
    expect(await contentOf(sortOutTemplate(found))).toEqual(wanted);
  });

  it.each([
    ['a missing content', { ...TEMPLATE, copy: undefined }, 'its content'],
    ['a content that is none', { ...TEMPLATE, copy: [] }, 'its content'],
    ['a content without threat types', { ...TEMPLATE, copy: { ...whole, threatTypes: null } }, 'its content'],
    ['an unedited file without bytes', { ...AS_READ, original: undefined }, 'the bytes'],
    ['a missing change', { ...TEMPLATE, changes: [undefined] }, 'its changes'],
    ['a record that does not say what is stored', { ...TEMPLATE, record: PLAIN_TEMPLATE }, 'its record'],
    ['a record that is none', { ...TEMPLATE, record: 7 }, 'its record'],
  ])('finds %s', (_, found, fault) => {
    const sorted = sortOutTemplate(found);
    if (sorted.sound) throw new Error('taken for sound');
    expect(sorted.damaged.fault).toContain(fault);
    expect(sorted.damaged.fileName).toBe(found.record === 7 ? 'A template' : 't.tb7');
    expect(sorted.damaged.original).toBe(found.original === undefined ? null : templateOriginal);
  });
});

const stored = (id: string, number: number, value: unknown): [string, StoredPiece][] =>
  [...piecesOf(value, 300)].map(({ piece }, part) => [
    `${id} ${number} ${part}`,
    { id, number, part, piece },
  ]);

/** Two models, of which one has changes, and a template. */
function profile(): Map<string, Map<string, unknown>> {
  const { until: _, ...content } = COPIED;
  return new Map<string, Map<string, unknown>>([
    [
      'models',
      new Map([
        ['a', { ...RECORD, content: { ...content, until: 1 } }],
        ['b', { ...RECORD, id: 'b' }],
      ]),
    ],
    ['openTemplates', new Map([['t', { ...PLAIN_TEMPLATE, content: COPIED }]])],
    ['originals', new Map([['t', { id: 't', value: templateOriginal }]])],
    ['copies', new Map([...stored('a', 0, model), ...stored('b', 0, model), ...stored('t', 0, whole)])],
    ['changes', new Map(stored('a', 0, diffModels(model, named)))],
  ]);
}

const from = (content: Snapshot, faults: Faults = {}) => storedDocuments(fakeStores(faults, content).stores);

describe('storedDocuments', () => {
  it('brings back all', async () => {
    expect(await Promise.all((await from(profile())).map(contentOf))).toEqual([named, model, whole]);
  });

  it('reads a file that is stored as a blob, and knows that blob again', async () => {
    const blob = new Blob([new Uint8Array(templateOriginal)]);
    const as = (value: Blob) => new Map([...profile(), ['originals', new Map([['t', { id: 't', value }]])]]);
    const [, , found] = await from(as(blob));
    if (found?.sound !== true) throw new Error('The template is damaged');
    const { original } = found.restored;
    expect(original).toEqual(new Uint8Array(templateOriginal));
    expect(original && knownBlob(original)?.size).toBe(blob.size);
  });

  it.each(['models a', 'copies a', 'changes a'])(
    'brings back the others when the browser cannot read %s',
    async (what) => {
      const cannotRead = (store: string, id: string): boolean => `${store} ${id}` === what;
      const [first, ...others] = await from(profile(), { cannotRead });
      expect(first?.sound).toBe(false);
      expect(await Promise.all(others.map(contentOf))).toEqual([model, whole]);
    },
  );

  it.each(['openTemplates t', 'copies t'])(
    'brings back the models when the browser cannot read %s',
    async (what) => {
      const cannotRead = (store: string, id: string): boolean => `${store} ${id}` === what;
      expect((await from(profile(), { cannotRead })).map(({ sound }) => sound)).toEqual([true, true, false]);
    },
  );

  it('has what was before the first change that is torn, and whole ones behind it count no more', async () => {
    const twice = { ...named, information: { ...named.information, owner: 'Ada' } };
    const torn = profile();
    torn.get('models')?.set('a', { ...RECORD, content: { ...COPIED, until: 3 } });
    torn.set('changes', new Map([...stored('a', 0, diffModels(model, named)), ...stored('a', 2, [twice])]));
    // The browser refuses one of them, and with it all that are asked for together.
    const { stores } = fakeStores({}, torn);
    const [first] = await storedDocuments({
      ...stores,
      pieces: (store, id, start, until) =>
        store === 'changes' && start <= 1 && until > 1
          ? Promise.reject(new DOMException('DataError'))
          : stores.pieces(store, id, start, until),
    });
    if (first?.sound !== false || first.damaged.rest?.kind !== 'model') throw new Error('No rest');
    expect(first.damaged.fault).toContain('its changes');
    expect(await contentOfModel(first.damaged.rest)).toMatchObject({ content: named });
    expect(new TextDecoder().decode((await bytesOf(first.damaged.rest)) ?? new Uint8Array())).toContain(
      'Other',
    );
  });

  it('finds every piece that is missing or none', async () => {
    const pieces = [...profile()].flatMap(([store, records]) =>
      store === 'copies' || store === 'changes'
        ? [...records.keys()].map((key) => [store, key] as const)
        : [],
    );
    expect(pieces.length).toBeGreaterThan(8);
    for (const [store, key] of pieces) {
      const missing = profile();
      missing.get(store)?.delete(key);
      expect((await from(missing)).filter(({ sound }) => !sound)).toHaveLength(1);
    }
    const none = profile();
    const [key = '', record] = [...(none.get('changes') ?? [])][0] ?? [];
    none.get('changes')?.set(key, { ...(record as StoredPiece), piece: 7 as unknown as Piece });
    expect((await from(none)).map(({ sound }) => sound)).toEqual([false, true, true]);
  });
});

describe('discardDocuments', () => {
  it('removes all of a document, sound or not, and nothing of others', async () => {
    const cannotRead = (store: string, id: string): boolean => `${store} ${id}` === 'models a';
    const { stores, keys } = fakeStores({ cannotRead }, profile());
    const all = keys();
    const [damaged, ...others] = await storedDocuments(stores);
    expect(damaged).toMatchObject({ sound: false, id: 'a' });
    await discardDocuments(stores, [damaged?.id ?? '']);
    const left = keys();
    const { keys: without } = fakeStores(
      {},
      new Map(
        [...profile()].map(([name, records]) => [
          name,
          new Map([...records].filter(([key]) => !/^a\b/.test(key))),
        ]),
      ),
    );
    expect(left).toEqual(without());
    expect(left.length).toBeLessThan(all.length);
    expect((await storedDocuments(stores)).map(({ id }) => id)).toEqual(others.map(({ id }) => id));
  });
});

describe('what version 4 stored', () => {
  const { template, diagrams, threats, ...rest } = model;
  const old = (edits: { rest: unknown; edited: boolean }, without = ''): Snapshot =>
    new Map(
      Object.entries({
        models: { a: { ...PLAIN, rest: edits.rest } },
        openTemplates: { t: { ...PLAIN_TEMPLATE, edited: edits.edited } },
        originals: { a: { id: 'a', value: original }, t: { id: 't', value: templateOriginal } },
        templates: { a: { id: 'a', value: template }, t: { id: 't', value: whole } },
        diagrams: { a: { id: 'a', value: diagrams } },
        threats: { a: { id: 'a', value: threats } },
      }).map(([name, records]) => [name, new Map(name === without ? [] : Object.entries(records))]),
    );

  it('comes back', async () => {
    expect(await Promise.all((await from(old({ rest, edited: true }))).map(contentOf))).toEqual([
      model,
      whole,
    ]);
    expect(await Promise.all((await from(old({ rest: null, edited: false }))).map(contentOf))).toEqual([
      model,
      whole,
    ]);
  });

  it.each([
    ['templates', 'its template', 'its content'],
    ['diagrams', 'its diagrams', null],
    ['threats', 'its threats', null],
  ])('is told when its %s are missing', async (without, ofModel, ofTemplate) => {
    const faults = (await from(old({ rest, edited: true }, without))).map((one) =>
      one.sound ? null : one.damaged.fault.split(' are')[0]?.split(' is')[0],
    );
    expect(faults).toEqual([ofModel, ofTemplate]);
  });

  it.each([
    { rest: 7, edited: true },
    { rest: undefined, edited: 7 as unknown as boolean },
  ])('is told when its record is none: %#', async (edits) => {
    expect((await from(old(edits)))[0]?.sound).toBe(false);
  });

  it('starts a log of its own', async () => {
    const [first] = await from(old({ rest, edited: true }));
    if (first?.sound !== true || first.restored.kind !== 'model') throw new Error('damaged');
    expect(first.restored.content?.copy).toBe(OLD_COPY);
    expect(await contentOfModel(first.restored)).toMatchObject({ log: null });
  });
});

describe('bytesOf', () => {
  it('are those of an unedited file, else the document as it is', async () => {
    const bytes = async (found: Found): Promise<string> => {
      const sorted = sortOut(found);
      if (!sorted.sound) throw new Error(sorted.damaged.fault);
      return new TextDecoder().decode((await bytesOf(sorted.restored)) ?? new Uint8Array());
    };
    expect((await bytes(UNEDITED)) === new TextDecoder().decode(original)).toBe(true);
    expect(await bytes(CHANGED)).toContain('Other');
  });
});
