import type { IDBPDatabase } from 'idb';
import type { StoredPiece, Stores } from './records.ts';

/** The stores with one record for each document, and those with pieces of several. */
const SINGLE = ['models', 'openTemplates', 'originals'] as const;
export const PIECES = ['copies', 'changes', 'steps'] as const;
/** The parts of documents of version 4. */
export const OLD = ['templates', 'diagrams', 'threats'] as const;
export type OldStore = (typeof OLD)[number];
export type SingleStore = (typeof SINGLE)[number];
export type PieceStore = (typeof PIECES)[number];

/** One transaction: all or nothing. What is put is copied before `put` returns. */
export interface Writing {
  readonly put: <Name extends SingleStore | PieceStore>(
    store: Name,
    value: Stores[Name]['value'],
  ) => Promise<unknown>;
  readonly remove: (store: SingleStore | OldStore, id: string) => Promise<unknown>;
  /** Removes the pieces of a document with these numbers, the last one excluded; all without a range. */
  readonly removePieces: (store: PieceStore, id: string, from?: number, until?: number) => Promise<unknown>;
  /** Ends it. A page that goes takes its open transactions with it, but not those that it asked to commit. */
  readonly commit: () => void;
  readonly abort: () => void;
  readonly done: Promise<unknown>;
}

/** What the autosave needs of the database. A promise fails where the browser cannot read what it stored. */
export interface DocumentStores {
  readonly begin: () => Writing;
  readonly ids: (store: 'models' | 'openTemplates') => Promise<readonly string[]>;
  readonly get: (store: SingleStore | OldStore, id: string) => Promise<unknown>;
  /** In the order of their numbers and parts. */
  readonly pieces: (
    store: PieceStore,
    id: string,
    from: number,
    until: number,
  ) => Promise<readonly StoredPiece[]>;
}

/**
 * Keys of pieces are [id, number, part]; a list is behind all numbers. Null for no number at all, of which the browser
 * makes no range.
 */
function range(id: string, from?: number, until?: number): IDBKeyRange | null {
  if (from === undefined) return IDBKeyRange.bound([id], [id, []]);
  if (until === undefined) return IDBKeyRange.bound([id, from], [id, []]);
  return from < until ? IDBKeyRange.bound([id, from], [id, until], false, true) : null;
}

export const documentStores = (database: IDBPDatabase<Stores>): DocumentStores => ({
  begin: () => {
    const transaction = database.transaction([...SINGLE, ...PIECES, ...OLD], 'readwrite');
    return {
      put: (store, value) => transaction.objectStore(store).put(value),
      remove: (store, id) => transaction.objectStore(store).delete(id),
      removePieces: (store, id, from, until) => {
        const keys = range(id, from, until);
        return keys === null ? Promise.resolve() : transaction.objectStore(store).delete(keys);
      },
      commit: () => transaction.commit(),
      abort: () => transaction.abort(),
      done: transaction.done,
    };
  },
  ids: (store) => database.getAllKeys(store),
  get: (store, id) => database.get(store, id),
  pieces: async (store, id, from, until) => {
    const keys = range(id, from, until);
    return keys === null ? [] : database.getAll(store, keys);
  },
});
