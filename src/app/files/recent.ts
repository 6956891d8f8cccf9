import { useEffect, useState } from 'react';
import { database } from './database.ts';
import type { StoredRecent } from './records.ts';

const LIMIT = 12;
/** Copies larger than this are not kept: the list is a comfort, not an archive. */
const LARGEST_COPY = 8 * 1024 * 1024;

const listeners = new Set<() => void>();

async function recents(): Promise<readonly StoredRecent[]> {
  const all = await (await database()).getAll('recent');
  return all.sort((a, b) => b.at - a.at);
}

async function keyOf(
  { fileName, handle }: Pick<StoredRecent, 'fileName' | 'handle'>,
  known: readonly StoredRecent[],
): Promise<string> {
  if (handle === null) return `copy ${fileName}`;
  for (const recent of known) {
    if (recent.handle !== null && (await recent.handle.isSameEntry(handle).catch(() => false)))
      return recent.key;
  }
  return `file ${crypto.randomUUID()}`;
}

interface RememberRequest {
  readonly fileName: string;
  readonly handle: FileSystemFileHandle | null;
  readonly bytes: Uint8Array;
}

/** Puts a model at the top of the recent ones. Failing is silent: the autosave tells about a full storage. */
export async function rememberRecent({ fileName, handle, bytes }: RememberRequest): Promise<void> {
  try {
    const known = await recents();
    const copy = handle === null && bytes.length <= LARGEST_COPY ? bytes : null;
    if (handle === null && copy === null) return;
    const key = await keyOf({ fileName, handle }, known);
    const stores = await database();
    await stores.put('recent', { key, fileName, at: Date.now(), handle, bytes: copy });
    const others = known.filter((recent) => recent.key !== key);
    for (const old of others.slice(LIMIT - 1)) await stores.delete('recent', old.key);
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

export async function forgetRecent(key: string): Promise<void> {
  await (await database()).delete('recent', key);
  for (const listener of listeners) listener();
}

/** The recent models, newest first; null while they are fetched. */
export function useRecent(): readonly StoredRecent[] | null {
  const [list, setList] = useState<readonly StoredRecent[] | null>(null);
  useEffect(() => {
    let alive = true;
    const fetch = () =>
      void recents()
        .catch(() => [])
        .then((found) => alive && setList(found));
    fetch();
    listeners.add(fetch);
    return () => {
      alive = false;
      listeners.delete(fetch);
    };
  }, []);
  return list;
}
