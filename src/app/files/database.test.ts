import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../../core/codec/index.ts';
import { MIGRATIONS, migrate, type Parted, withModel } from './database.ts';
import type { StoredModel2 } from './records.ts';

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
function fake(existing: readonly string[], models: (Parted | StoredModel2)[] = []) {
  const stores = new Map(existing.map((name) => [name, '']));
  return {
    stores,
    createObjectStore: (name: string, { keyPath }: { keyPath: string | string[] }) => {
      if (stores.has(name)) throw new Error(`${name} exists`);
      stores.set(name, String(keyPath));
    },
    changeModels: async (change: (stored: StoredModel2) => Parted) => {
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
        ['copies', 'id,number,part'],
        ['changes', 'id,number,part'],
        ['steps', 'id,number,part'],
        ['library', 'key'],
        ['libraryFiles', 'id'],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
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
        ['copies', 'id,number,part'],
        ['changes', 'id,number,part'],
        ['steps', 'id,number,part'],
        ['library', 'key'],
        ['libraryFiles', 'id'],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
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
        ['copies', 'id,number,part'],
        ['changes', 'id,number,part'],
        ['steps', 'id,number,part'],
        ['library', 'key'],
        ['libraryFiles', 'id'],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
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
        ['copies', 'id,number,part'],
        ['changes', 'id,number,part'],
        ['steps', 'id,number,part'],
        ['library', 'key'],
        ['libraryFiles', 'id'],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
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
        ['copies', 'id,number,part'],
        ['changes', 'id,number,part'],
        ['steps', 'id,number,part'],
        ['library', 'key'],
        ['libraryFiles', 'id'],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
      ],
    ],
    [
      5,
      ['models', 'copies', 'changes'],
      [
        ['models', ''],
        ['copies', ''],
        ['changes', ''],
        ['steps', 'id,number,part'],
        ['library', 'key'],
        ['libraryFiles', 'id'],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
      ],
    ],
    [
      6,
      ['models', 'steps'],
      [
        ['models', ''],
        ['steps', ''],
        ['library', 'key'],
        ['libraryFiles', 'id'],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
      ],
    ],
    [
      7,
      ['models', 'library'],
      [
        ['models', ''],
        ['library', ''],
        ['modelHistories', 'id'],
        ['revisionFiles', 'id'],
        ['revisions', 'id,number'],
      ],
    ],
    [
      8,
      ['models', 'revisions'],
      [
        ['models', ''],
        ['revisions', ''],
      ],
    ],
  ] as const)('brings version %i up to date', async (from, existing, stores) => {
    const database = fake(existing);
    await migrate(database, from, readModel);
    expect([...database.stores]).toEqual(stores);
  });

  it('has a case above for every step', () => {
    expect(MIGRATIONS).toHaveLength(8);
  });

  it('turns the bytes of version 2 into the document, and reads no newer record again', async () => {
    const models: (Parted | StoredModel2)[] = [OLD];
    await migrate(fake(['models', 'recent'], models), 2, readModel);
    const read = readModel(bytes);
    if (!read.ok) throw new Error('Our sample cannot be read');
    const { template, diagrams, threats, ...rest } = read.value.model;
    const { current: _, original, ...record } = OLD;
    expect(models).toEqual([
      { record: { ...record, rest, noteDraft: '' }, original, parts: { template, diagrams, threats } },
    ]);
    const [first] = models;
    await migrate(fake(['models', 'recent'], models), 3, readModel);
    expect(models[0]).toBe(first);
  });

  it('keeps unedited models as their file, and bytes that cannot be read for the user', () => {
    expect(withModel({ ...OLD, original: bytes, current: null }, readModel)).toMatchObject({
      original: bytes,
      parts: null,
    });
    const damaged = new TextEncoder().encode('<ThreatModel>');
    expect(withModel({ ...OLD, original: bytes, current: damaged }, readModel)).toMatchObject({
      original: damaged,
      parts: null,
    });
  });
});
