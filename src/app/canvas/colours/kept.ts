import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Model } from '../../../core/document/index.ts';
import { readKept, writeKept } from '../../ui/index.ts';
import { type ColourBy, isColourBy } from './groups.ts';

const NAME = 'trustline.colours';
/** Of so many models, the ones whose colours were chosen last. */
const MOST = 40;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** What tells models apart that were saved and opened again: their first diagram. */
const keyOf = (model: Model): string => model.diagrams[0]?.id ?? '';

/** What was chosen, by model; what is damaged is left out. */
export function readColours(storage?: Store): ReadonlyMap<string, ColourBy> {
  const stored = readKept(NAME, storage);
  const pairs: readonly unknown[] = Array.isArray(stored) ? stored : [];
  return new Map(
    pairs.flatMap((pair) => {
      if (!Array.isArray(pair)) return [];
      const [key, by]: readonly unknown[] = pair;
      return typeof key === 'string' && isColourBy(by) ? [[key, by] as const] : [];
    }),
  );
}

const kept = createStore<ReadonlyMap<string, ColourBy>>(() => readColours());

/** What the elements of a model get their colour by; null for no colours. */
export const coloursOf = (model: Model): ColourBy | null => kept.getState().get(keyOf(model)) ?? null;

export const useColours = (model: Model): ColourBy | null =>
  useStore(kept, (all) => all.get(keyOf(model)) ?? null);

/** Chooses the colours of a model and remembers that on this machine. */
export function chooseColours(model: Model, by: ColourBy | null, storage?: Store): void {
  const key = keyOf(model);
  // Another window may have chosen something since; where nothing can be stored, this tab knows.
  const stored = readColours(storage);
  const all = stored.size === 0 ? kept.getState() : stored;
  const others = [...all].filter(([id]) => id !== key);
  const next = [...others, ...(by === null ? [] : [[key, by] as const])].slice(-MOST);
  kept.setState(new Map(next), true);
  writeKept(NAME, next, storage);
}
