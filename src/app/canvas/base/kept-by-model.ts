import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Model } from '../../../core/document/index.ts';
import { readKept, writeKept } from '../../ui/index.ts';

/** Of so many models, the ones for which something was chosen last. */
const MOST = 40;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** A way of looking at a model that is remembered on this machine, and not in the file. */
interface KeptByModel<T> {
  /** What was chosen, by model; what is damaged is left out. */
  readonly read: (storage?: Store) => ReadonlyMap<string, T>;
  /** Null where nothing was chosen. */
  readonly of: (model: Model) => T | null;
  readonly use: (model: Model) => T | null;
  /** Null forgets it. */
  readonly choose: (model: Model, value: T | null, storage?: Store) => void;
}

/** What was kept for a model, by any of its diagrams: what tells models apart that were saved and opened again. */
const keptFor = <T>(all: ReadonlyMap<string, T>, { diagrams }: Model): T | null => {
  const known = diagrams.find(({ id }) => all.has(id));
  return (known && all.get(known.id)) ?? null;
};

/** Keeps one value for each model under a name of the browser's storage. */
export function keptByModel<T>(name: string, isValue: (value: unknown) => value is T): KeptByModel<T> {
  const read = (storage?: Store): ReadonlyMap<string, T> => {
    const stored = readKept(name, storage);
    const pairs: readonly unknown[] = Array.isArray(stored) ? stored : [];
    return new Map(
      pairs.flatMap((pair) => {
        if (!Array.isArray(pair)) return [];
        const [key, value]: readonly unknown[] = pair;
        return typeof key === 'string' && isValue(value) ? [[key, value] as const] : [];
      }),
    );
  };
  const kept = createStore<ReadonlyMap<string, T>>(() => read());
  /** Whether what was chosen here last was stored. */
  let stands = true;
  return {
    read,
    of: (model) => keptFor(kept.getState(), model),
    use: (model) => useStore(kept, (all) => keptFor(all, model)),
    choose: (model, value, storage) => {
      const own = new Set<string>(model.diagrams.map(({ id }) => id));
      // Another window may have chosen something since; where nothing can be stored, this tab knows.
      const all = stands ? read(storage) : kept.getState();
      const others = [...all].filter(([id]) => !own.has(id));
      const key = model.diagrams[0]?.id ?? '';
      const next = [...others, ...(value === null ? [] : [[key, value] as const])].slice(-MOST);
      kept.setState(new Map(next), true);
      stands = writeKept(name, next, storage);
    },
  };
}
