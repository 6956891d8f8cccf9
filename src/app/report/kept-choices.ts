import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Model } from '../../core/document/index.ts';
import { DEFAULT_CHOICES, type ReportChoices, readChoices } from '../../core/report/index.ts';
import { browserStorage } from '../ui/index.ts';

const NAME = 'trustline.report-options';
/** Of so many models, the ones whose options were changed last. */
const MOST = 40;

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** What tells models apart that were saved and opened again: their first diagram. */
const keyOf = (model: Model): string => model.diagrams[0]?.id ?? '';

/** The options that were kept, by model; what is damaged is left out. */
export function readKept(storage: Store | undefined = browserStorage()): ReadonlyMap<string, ReportChoices> {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(NAME) ?? '[]');
    const pairs = Array.isArray(stored) ? stored : [];
    return new Map(
      pairs.flatMap((pair: unknown) => {
        if (!Array.isArray(pair) || pair.length < 2 || typeof pair[0] !== 'string') return [];
        const read = readChoices(pair[1]);
        return read.ok ? [[pair[0], read.value] as const] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

const kept = createStore<ReadonlyMap<string, ReportChoices>>(() => readKept());

/** The options of the report of a model. */
export const choicesOf = (model: Model): ReportChoices =>
  kept.getState().get(keyOf(model)) ?? DEFAULT_CHOICES;

export const useChoices = (model: Model | null): ReportChoices =>
  useStore(kept, (all) => (model === null ? undefined : all.get(keyOf(model))) ?? DEFAULT_CHOICES);

/** Changes the options of a model's report, and keeps them on this machine. */
export function keepChoices(
  model: Model,
  change: Partial<ReportChoices>,
  storage: Store | undefined = browserStorage(),
): void {
  const key = keyOf(model);
  const before = kept.getState();
  const others = [...before].filter(([id]) => id !== key);
  const next = [...others, [key, { ...choicesOf(model), ...change }] as const].slice(-MOST);
  kept.setState(new Map(next), true);
  try {
    storage?.setItem(NAME, JSON.stringify(next));
  } catch {
    // A full or forbidden storage: the choice then lasts for this tab.
  }
}
