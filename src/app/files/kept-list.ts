import { useEffect, useState } from 'react';
import { knownBlob } from '../ui/index.ts';
import { database } from './database.ts';
import type { Stores } from './records.ts';

type ListName = 'recent' | 'library';
type Kept<N extends ListName> = Stores[N]['value'];

export interface KeptList<T> {
  /** The newest first. */
  readonly all: () => Promise<readonly T[]>;
  /** Puts one at the top, in the place of one with its key, with its file; what is beyond the limits goes. */
  readonly put: (one: T, file?: Uint8Array) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** Hears of each change. */
  readonly watch: (listener: () => void) => void;
  /** The list on screen; null while it is fetched. What cannot be read is an empty one. */
  readonly use: () => readonly T[] | null;
}

interface Limits<T> {
  readonly most: number;
  /** What all together may weigh, in the unit of `weightOf`. */
  readonly heaviest?: number;
  readonly weightOf?: (one: T) => number;
  /** Where the files of the records are, by their keys: a list is read without them. */
  readonly files?: 'libraryFiles';
}

/** A short list that this browser keeps, with limits. Its methods reject where storage is forbidden. */
export function keptList<N extends ListName>(
  name: N,
  { most, heaviest = Number.POSITIVE_INFINITY, weightOf = () => 0, files }: Limits<Kept<N>>,
): KeptList<Kept<N>> {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const all = async (): Promise<readonly Kept<N>[]> =>
    (await (await database()).getAll(name)).sort((a, b) => b.at - a.at);
  const remove = async (key: string): Promise<void> => {
    const stores = await database();
    await stores.delete(name, key);
    if (files !== undefined) await stores.delete(files, key);
  };
  return {
    all,
    put: async (one, file) => {
      const others = (await all()).filter(({ key }) => key !== one.key);
      const stores = await database();
      // The file first: no record is without it.
      if (files !== undefined && file !== undefined)
        await stores.put(files, { id: one.key, value: knownBlob(file) ?? file });
      // A clock that was put back takes nothing from the top.
      await stores.put(name, { ...one, at: Math.max(one.at, (others[0]?.at ?? 0) + 1) });
      let weight = weightOf(one);
      for (const [index, old] of others.entries()) {
        weight += weightOf(old);
        if (index >= most - 1 || weight > heaviest) await remove(old.key);
      }
      tell();
    },
    remove: async (key) => {
      await remove(key);
      tell();
    },
    watch: (listener) => void listeners.add(listener),
    use: () => {
      const [list, setList] = useState<readonly Kept<N>[] | null>(null);
      useEffect(() => {
        let alive = true;
        const fetch = () =>
          void all()
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
    },
  };
}
