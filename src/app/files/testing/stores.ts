import type { DocumentStores, Writing } from '../document-stores.ts';
import type { StoredPiece } from '../records.ts';

type Records = ReadonlyMap<string, unknown>;
export type Snapshot = ReadonlyMap<string, Records>;

/** What a test makes of the stores. */
export interface Faults {
  /** Throws instead of storing. */
  readonly refuses?: (store: string) => boolean;
  /** Ends transactions without storing. */
  readonly isFull?: () => boolean;
  /** Throws where a record cannot be read. */
  readonly cannotRead?: (store: string, id: string) => boolean;
  readonly stored?: (snapshot: Snapshot) => void;
}

/** What a transaction does to the records of a store, by its name. */
type Step = (store: (name: string) => Map<string, unknown>) => void;

const refused = (name: string) => new DOMException(name, name);
const keyOf = ({ id, number, part }: StoredPiece): string => JSON.stringify([id, number, part]);
const isPieceRecord = (value: unknown): value is StoredPiece =>
  typeof value === 'object' && value !== null && 'part' in value;

/** A transaction over what was there when it began; `ends` puts what it made of it. */
function transaction(faults: Faults, before: Promise<unknown>, ends: (steps: readonly Step[]) => void) {
  const steps: Step[] = [];
  const { promise: done, resolve, reject } = promised();
  let isAborted = false;
  const later = async (): Promise<void> => {
    await Promise.race([new Promise((run) => setImmediate(run)), done]);
  };
  const end = (): void => {
    if (isAborted) return;
    if (faults.isFull?.() === true) reject(refused('QuotaExceededError'));
    else {
      ends(steps);
      resolve();
    }
  };
  const writing: Writing = {
    put: (name, value) => {
      if (faults.refuses?.(name) === true) throw refused('QuotaExceededError');
      const copy: unknown = structuredClone(value);
      steps.push((store) => store(name).set(isPieceRecord(copy) ? keyOf(copy) : idOf(copy), copy));
      return later();
    },
    remove: (name, id) => {
      steps.push((store) => store(name).delete(id));
      return later();
    },
    removePieces: (name, id, from = 0, until = Number.POSITIVE_INFINITY) => {
      steps.push((store) => {
        for (const [key, piece] of store(name))
          if (isPieceRecord(piece) && piece.id === id && piece.number >= from && piece.number < until)
            store(name).delete(key);
      });
      return later();
    },
    commit: () => {
      if (isAborted) throw refused('InvalidStateError');
      if (faults.refuses?.('commit') === true) throw refused('QuotaExceededError');
      void before.then(() => setImmediate(end));
    },
    abort: () => {
      isAborted = true;
      reject(refused('AbortError'));
    },
    done,
  };
  return writing;
}

/** Stands in for the database: copies what it is given at once, and keeps a transaction whole or not at all. */
export function fakeStores(faults: Faults = {}, before: Snapshot = new Map()) {
  let content: Snapshot = before;
  let aborts = 0;
  /** The transaction that was begun last: the next one ends after it. */
  let begun: Promise<unknown> = Promise.resolve();
  const piecesIn = (store: string): readonly StoredPiece[] =>
    [...(content.get(store)?.values() ?? [])].filter(isPieceRecord);

  function ends(steps: readonly Step[]): void {
    const changed = new Map([...content].map(([name, records]) => [name, new Map(records)]));
    const store = (name: string): Map<string, unknown> => {
      const found = changed.get(name) ?? new Map<string, unknown>();
      changed.set(name, found);
      return found;
    };
    for (const step of steps) step(store);
    content = changed;
    faults.stored?.(content);
  }

  const stores: DocumentStores = {
    begin: () => {
      const writing = transaction(faults, begun, ends);
      begun = writing.done.catch(() => undefined);
      return {
        ...writing,
        abort: () => {
          aborts++;
          writing.abort();
        },
      };
    },
    ids: async (store) => [...(content.get(store)?.keys() ?? [])],
    get: async (store, id) => {
      if (faults.cannotRead?.(store, id) === true) throw refused('DataError');
      return structuredClone(content.get(store)?.get(id));
    },
    pieces: async (store, id, from, until) => {
      if (faults.cannotRead?.(store, id) === true) throw refused('DataError');
      return structuredClone(
        piecesIn(store)
          .filter((piece) => piece.id === id && piece.number >= from && piece.number < until)
          .sort((a, b) => a.number - b.number || a.part - b.part),
      );
    },
  };
  return {
    stores,
    aborts: () => aborts,
    /** Every record: its store with its key. */
    keys: () => [...content].flatMap(([name, records]) => [...records.keys()].map((key) => `${name} ${key}`)),
  };
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';

function promised() {
  let resolve: () => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<void>((done, fail) => {
    resolve = done;
    reject = fail;
  });
  return { promise, resolve, reject };
}
