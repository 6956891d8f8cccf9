import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../core/codec/index.ts';
import { MIGRATIONS, migrate, withModel } from './database.ts';
import type { KeptModel, StoredModel2 } from './records.ts';

const bytes = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '../../../templates/docker-sample.tm7')),
);

const OLD: StoredModel2 = {
  id: 'a',
  session: 's',
  order: 0,
  fileName: 'a.tm7',
  original: null,
  current: bytes,
  unsaved: true,
  untouched: false,
  handle: null,
  modified: null,
  toldNormalises: true,
  diagramId: 'd',
  active: true,
};

/** Stands in for the database: remembers the stores that were made and refuses to make one twice. */
function fake(existing: readonly string[], models: (KeptModel | StoredModel2)[] = []) {
  const stores = new Map(existing.map((name) => [name, '']));
  return {
    stores,
    createObjectStore: (name: string, { keyPath }: { keyPath: string }) => {
      if (stores.has(name)) throw new Error(`${name} exists`);
      stores.set(name, keyPath);
    },
    changeModels: async (change: (stored: StoredModel2) => KeptModel) => {
      for (const [index, stored] of models.entries()) if ('current' in stored) models[index] = change(stored);
    },
  };
}

describe('migrate', () => {
  it.each([
    [
      0,
      [],
      [
        ['models', 'id'],
        ['recent', 'key'],
        ['originals', 'id'],
        ['templates', 'id'],
        ['diagrams', 'id'],
        ['threats', 'id'],
        ['openTemplates', 'id'],
      ],
    ],
    [
      1,
      ['models'],
      [
        ['models', ''],
        ['recent', 'key'],
        ['originals', 'id'],
        ['templates', 'id'],
        ['diagrams', 'id'],
        ['threats', 'id'],
        ['openTemplates', 'id'],
      ],
    ],
    [
      2,
      ['models', 'recent'],
      [
        ['models', ''],
        ['recent', ''],
        ['originals', 'id'],
        ['templates', 'id'],
        ['diagrams', 'id'],
        ['threats', 'id'],
        ['openTemplates', 'id'],
      ],
    ],
    [
      3,
      ['models', 'recent', 'originals', 'templates', 'diagrams', 'threats'],
      [
        ['models', ''],
        ['recent', ''],
        ['originals', ''],
        ['templates', ''],
        ['diagrams', ''],
        ['threats', ''],
        ['openTemplates', 'id'],
      ],
    ],
    [
      4,
      ['models', 'recent', 'originals', 'templates', 'diagrams', 'threats', 'openTemplates'],
      [
        ['models', ''],
        ['recent', ''],
        ['originals', ''],
        ['templates', ''],
        ['diagrams', ''],
        ['threats', ''],
        ['openTemplates', ''],
      ],
    ],
  ] as const)('brings version %i up to date', async (from, existing, stores) => {
    const database = fake(existing);
    await migrate(database, from);
    expect([...database.stores]).toEqual(stores);
  });

  it('has a case above for every step', () => {
    expect(MIGRATIONS).toHaveLength(4);
  });

  it('turns the bytes of version 2 into the document, and reads no newer record again', async () => {
    const models: (KeptModel | StoredModel2)[] = [OLD];
    await migrate(fake(['models', 'recent'], models), 2);
    const read = readModel(bytes);
    const { current: _, ...kept } = OLD;
    expect(models).toEqual([{ ...kept, kind: 'model', edited: read.ok && read.value.model, noteDraft: '' }]);
    const [first] = models;
    await migrate(fake(['models', 'recent'], models), 3);
    expect(models[0]).toBe(first);
  });

  it('keeps unedited models as their file, and bytes that cannot be read for the user', () => {
    expect(withModel({ ...OLD, original: bytes, current: null })).toMatchObject({
      original: bytes,
      edited: null,
    });
    const damaged = new TextEncoder().encode('<ThreatModel>');
    expect(withModel({ ...OLD, original: bytes, current: damaged })).toMatchObject({
      original: damaged,
      edited: null,
    });
  });
});
