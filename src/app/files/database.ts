import { type IDBPDatabase, openDB } from 'idb';
import { readModel } from '../../core/codec/index.ts';
import { type DocumentStores, PARTS, putModel } from './kept-model.ts';
import type { KeptModel, StoredModel2, Stores } from './records.ts';

/** What a migration may do; a part of the database, so that a test can stand in for it. */
export interface Migrated {
  readonly createObjectStore: (
    name: keyof DocumentStores | 'recent',
    options: { keyPath: string },
  ) => unknown;
  /** Replaces every record of an open model that is of version 2. */
  readonly changeModels: (change: (stored: StoredModel2) => KeptModel) => Promise<void>;
}

/** Bytes that cannot be read stay as what the user is offered to download. */
export function withModel({ current, ...stored }: StoredModel2): KeptModel {
  const read = current === null ? null : readModel(current);
  return {
    ...stored,
    kind: 'model',
    original: read?.ok === false ? current : stored.original,
    edited: read?.ok === true ? read.value.model : null,
    noteDraft: '',
  };
}

/** Step n leads from version n to version n + 1. Never change one that was released: add the next. */
export const MIGRATIONS: readonly ((database: Migrated) => void | Promise<void>)[] = [
  (database) => void database.createObjectStore('models', { keyPath: 'id' }),
  (database) => void database.createObjectStore('recent', { keyPath: 'key' }),
  (database) => {
    for (const part of PARTS) database.createObjectStore(part, { keyPath: 'id' });
    return database.changeModels(withModel);
  },
  (database) => void database.createObjectStore('openTemplates', { keyPath: 'id' }),
];

/** Runs the steps that a database of an older version lacks, in order. Version 0 is an empty one. */
export async function migrate(database: Migrated, from: number): Promise<void> {
  for (const step of MIGRATIONS.slice(from)) await step(database);
}

let opening: Promise<IDBPDatabase<Stores>> | null = null;

/** The app's database in this browser. Rejects where storage is forbidden (some private windows). */
export function database(): Promise<IDBPDatabase<Stores>> {
  opening ??= openDB<Stores>('trustline', MIGRATIONS.length, {
    upgrade: (opened, from, _, transaction) =>
      migrate(
        {
          createObjectStore: (name, options) => opened.createObjectStore(name, options),
          changeModels: async (change) => {
            const stores = {
              models: transaction.objectStore('models'),
              originals: transaction.objectStore('originals'),
              templates: transaction.objectStore('templates'),
              diagrams: transaction.objectStore('diagrams'),
              threats: transaction.objectStore('threats'),
            };
            for (const stored of await stores.models.getAll())
              if ('current' in stored) await Promise.all(putModel(stores, change(stored)));
          },
        },
        from,
      ),
    // A newer version of the app in another tab waits for this one to let go.
    blocking: (_, __, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}
