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

/** What tells models apart that were saved and opened again: their first diagram. */
const keyOf = (model: Model): string => model.diagrams[0]?.id ?? '';

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
  return {
    read,
    of: (model) => kept.getState().get(keyOf(model)) ?? null,
    use: (model) => useStore(kept, (all) => all.get(keyOf(model)) ?? null),
    choose: (model, value, storage) => {
      const key = keyOf(model);
      // Another window may have chosen something since; where nothing can be stored, this tab knows.
      const stored = read(storage);
      const all = stored.size === 0 ? kept.getState() : stored;
      const others = [...all].filter(([id]) => id !== key);
      const next = [...others, ...(value === null ? [] : [[key, value] as const])].slice(-MOST);
      kept.setState(new Map(next), true);
      writeKept(name, next, storage);
    },
  };
}
