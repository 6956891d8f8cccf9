import { useEffect, useState } from 'react';
import { database } from './database.ts';
import type { Stores } from './records.ts';

type ListName = 'recent' | 'library';
type Kept<N extends ListName> = Stores[N]['value'];

export interface KeptList<T> {
  /** The newest first. */
  readonly all: () => Promise<readonly T[]>;
  /** Puts one at the top, in the place of one with its key; what is beyond the limit goes. */
  readonly put: (one: T) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** The list on screen; null while it is fetched. What cannot be read is an empty one. */
  readonly use: () => readonly T[] | null;
}

/** A short list that this browser keeps, with a limit. Its methods reject where storage is forbidden. */
export function keptList<N extends ListName>(name: N, limit: number): KeptList<Kept<N>> {
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const all = async (): Promise<readonly Kept<N>[]> =>
    (await (await database()).getAll(name)).sort((a, b) => b.at - a.at);
  return {
    all,
    put: async (one) => {
      const others = (await all()).filter(({ key }) => key !== one.key);
      const stores = await database();
      // A clock that was put back takes nothing from the top.
      await stores.put(name, { ...one, at: Math.max(one.at, (others[0]?.at ?? 0) + 1) });
      for (const old of others.slice(limit - 1)) await stores.delete(name, old.key);
      tell();
    },
    remove: async (key) => {
      await (await database()).delete(name, key);
      tell();
    },
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
