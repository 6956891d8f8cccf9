import { type IDBPDatabase, openDB } from 'idb';
import type { readModel } from '../../core/codec/index.ts';
import type { Model } from '../../core/document/index.ts';
import type { StoredModel2, StoredModel4, Stores } from './records.ts';

/** The document parts of version 3. */
const PARTS = ['originals', 'templates', 'diagrams', 'threats'] as const;

/** A model of version 3 with its parts. */
export interface Parted {
  readonly record: StoredModel4;
  readonly original: Uint8Array | null;
  readonly parts: Pick<Model, 'template' | 'diagrams' | 'threats'> | null;
}

type StoreName =
  | 'models'
  | 'openTemplates'
  | 'recent'
  | 'library'
  | 'libraryFiles'
  | 'copies'
  | 'changes'
  | 'steps'
  | 'modelHistories'
  | 'revisions'
  | 'revisionFiles'
  | (typeof PARTS)[number];

/** What a migration may do; a part of the database, so that a test can stand in for it. */
export interface Migrated {
  readonly createObjectStore: (name: StoreName, options: { keyPath: string | string[] }) => unknown;
  /** Replaces every record of an open model that is of version 2. */
  readonly changeModels: (change: (stored: StoredModel2) => Parted) => Promise<void>;
}

/** Bytes that cannot be read stay as what the user is offered to download. */
export function withModel({ current, original, ...stored }: StoredModel2, reading: typeof readModel): Parted {
  const read = current === null ? null : reading(current);
  const plain = { ...stored, noteDraft: '' };
  if (read?.ok !== true) {
    const bytes = read?.ok === false ? current : original;
    return { record: { ...plain, rest: null }, original: bytes, parts: null };
  }
  const { template, diagrams, threats, ...rest } = read.value.model;
  return { record: { ...plain, rest }, original, parts: { template, diagrams, threats } };
}

/** Step n leads from version n to version n + 1. Never change one that was released: add the next. */
export const MIGRATIONS: readonly ((
  database: Migrated,
  reading: typeof readModel,
) => void | Promise<void>)[] = [
  (database) => void database.createObjectStore('models', { keyPath: 'id' }),
  (database) => void database.createObjectStore('recent', { keyPath: 'key' }),
  (database, reading) => {
    for (const part of PARTS) database.createObjectStore(part, { keyPath: 'id' });
    return database.changeModels((stored) => withModel(stored, reading));
  },
  (database) => void database.createObjectStore('openTemplates', { keyPath: 'id' }),
  // What is stored stays as it is: one record that the browser cannot read would end the whole migration.
  (database) => {
    for (const name of ['copies', 'changes'] as const)
      database.createObjectStore(name, { keyPath: ['id', 'number', 'part'] });
  },
  (database) => void database.createObjectStore('steps', { keyPath: ['id', 'number', 'part'] }),
  (database) => {
    database.createObjectStore('library', { keyPath: 'key' });
    database.createObjectStore('libraryFiles', { keyPath: 'id' });
  },
  (database) => {
    for (const name of ['modelHistories', 'revisionFiles'] as const)
      database.createObjectStore(name, { keyPath: 'id' });
    database.createObjectStore('revisions', { keyPath: ['id', 'number'] });
  },
];

/** Runs the steps that a database of an older version lacks, in order. Version 0 is an empty one. */
export async function migrate(database: Migrated, from: number, reading: typeof readModel): Promise<void> {
  for (const step of MIGRATIONS.slice(from)) await step(database, reading);
}

const NAME = 'trustline';

/** The version from which on models are stored in parts, not as files. */
const WITH_PARTS = 3;

let opening: Promise<IDBPDatabase<Stores>> | null = null;

/** Whether the database may hold what only a reader of files brings to the form of now. A browser may not say. */
async function mayBeOld(): Promise<boolean> {
  const known = await indexedDB.databases?.().catch(() => undefined);
  return known === undefined || known.some(({ name, version = 0 }) => name === NAME && version < WITH_PARTS);
}

const noReading: typeof readModel = () => {
  throw new Error('The database is not that old');
};

/** The app's database in this browser. Rejects where storage is forbidden (some private windows). */
export function database(): Promise<IDBPDatabase<Stores>> {
  opening ??= openDatabase().catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function openDatabase(): Promise<IDBPDatabase<Stores>> {
  // Before it is opened: a migration cannot wait for anything else.
  const reading = (await mayBeOld()) ? (await import('./old-models.ts')).readModel : noReading;
  return openDB<Stores>(NAME, MIGRATIONS.length, {
    upgrade: (opened, from, _, transaction) =>
      migrate(
        {
          createObjectStore: (name, options) => opened.createObjectStore(name, options),
          changeModels: async (change) => {
            const models = transaction.objectStore('models');
            for (const stored of await models.getAll()) {
              if (!('current' in stored)) continue;
              const { record, original: value, parts } = change(stored);
              const { id } = record;
              if (value !== null) await transaction.objectStore('originals').put({ id, value });
              if (parts !== null)
                await Promise.all([
                  transaction.objectStore('templates').put({ id, value: parts.template }),
                  transaction.objectStore('diagrams').put({ id, value: parts.diagrams }),
                  transaction.objectStore('threats').put({ id, value: parts.threats }),
                ]);
              await models.put(record);
            }
          },
        },
        from,
        reading,
      ),
    // A newer version of the app in another tab waits for this one to let go.
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  });
}
