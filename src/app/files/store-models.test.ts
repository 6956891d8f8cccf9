import type { IDBPDatabase } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeDocuments } from './kept-model.ts';
import type { Stores } from './records.ts';
import { KEPT } from './testing/kept.ts';

const refused = (name: string) => new DOMException(name, name);

/** A database whose calls before the refused one fail with its transaction, as a browser's do. */
function refusing(at: 'threats' | 'commit') {
  let aborted = 0;
  let fail = (_: unknown): void => undefined;
  const ended = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const put = (name: string) => () => {
    if (name === at) throw refused('QuotaExceededError');
    return ended.then(() => undefined);
  };
  const transaction = {
    objectStore: (name: string) => ({ put: put(name), delete: put(name) }),
    done: ended.then(() => undefined),
    commit: () => {
      if (at === 'commit') throw refused('QuotaExceededError');
    },
    abort: () => {
      aborted++;
      fail(refused('AbortError'));
    },
  };
  const database: Pick<IDBPDatabase<Stores>, 'transaction'> = { transaction: (() => transaction) as never };
  ended.catch(() => undefined);
  return { database: database as IDBPDatabase<Stores>, aborted: () => aborted };
}

describe('storeDocuments', () => {
  const unseen: unknown[] = [];
  const note = (reason: unknown): void => void unseen.push(reason);
  beforeEach(() => {
    unseen.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(() => void process.off('unhandledRejection', note));

  it.each(['threats', 'commit'] as const)('tells the cause once when %s is refused', async (at) => {
    const { database, aborted } = refusing(at);
    await expect(storeDocuments(database, [{ kept: KEPT, before: undefined }], [])).rejects.toThrow(
      'QuotaExceededError',
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect(unseen).toEqual([]);
    expect(aborted()).toBe(1);
  });
});
