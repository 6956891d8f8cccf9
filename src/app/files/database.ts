import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** An open model as the autosave keeps it. */
export interface StoredModel {
  readonly id: string;
  /** The browser tab that has it open. */
  readonly session: string;
  /** Place among the tabs. */
  readonly order: number;
  readonly fileName: string;
  /** The file as it was read; null for a new model. */
  readonly original: Uint8Array | null;
  /** The document by the format's rules; null while it is the one that was read. */
  readonly current: Uint8Array | null;
  readonly unsaved: boolean;
  readonly untouched: boolean;
  readonly handle: FileSystemFileHandle | null;
  readonly modified: number | null;
  readonly toldNormalises: boolean;
  readonly diagramId: string;
  readonly active: boolean;
}

/** A model that was opened or saved here. */
export interface StoredRecent {
  readonly key: string;
  readonly fileName: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Where the browser can open the file again itself; otherwise `bytes` holds a copy. */
  readonly handle: FileSystemFileHandle | null;
  readonly bytes: Uint8Array | null;
}

export interface Stores extends DBSchema {
  models: { key: string; value: StoredModel };
  recent: { key: string; value: StoredRecent };
}

/** What a migration may do; a part of the database, so that a test can stand in for it. */
export interface Migrated {
  readonly createObjectStore: (name: 'models' | 'recent', options: { keyPath: string }) => unknown;
}

/** Step n leads from version n to version n + 1. Never change one that was released: add the next. */
export const MIGRATIONS: readonly ((database: Migrated) => void)[] = [
  (database) => void database.createObjectStore('models', { keyPath: 'id' }),
  (database) => void database.createObjectStore('recent', { keyPath: 'key' }),
];

/** Runs the steps that a database of an older version lacks, in order. Version 0 is an empty one. */
export function migrate(database: Migrated, from: number): void {
  for (const step of MIGRATIONS.slice(from)) step(database);
}

let opening: Promise<IDBPDatabase<Stores>> | null = null;

/** The app's database in this browser. Rejects where storage is forbidden (some private windows). */
export function database(): Promise<IDBPDatabase<Stores>> {
  opening ??= openDB<Stores>('trustline', MIGRATIONS.length, {
    upgrade: (opened, from) => migrate(opened, from),
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
