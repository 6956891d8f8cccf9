import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** How much is kept. What has a name is kept beyond it. */
export interface HistoryLimits {
  /** States without a name of each model. */
  readonly most: number;
  /** Megabytes of all models together, as they are stored. */
  readonly megabytes: number;
}

export const DEFAULT_LIMITS: HistoryLimits = { most: 50, megabytes: 200 };

/** The least and the most that can be chosen. */
export const BOUNDS = {
  most: { least: 1, greatest: 500 },
  megabytes: { least: 10, greatest: 4000 },
} as const;

const KEY = 'trustline.history';
const VERSION = 1;

const isLimit = (value: unknown, name: keyof HistoryLimits): value is number =>
  typeof value === 'number' &&
  Number.isInteger(value) &&
  value >= BOUNDS[name].least &&
  value <= BOUNDS[name].greatest;

/** Limits with one of them changed to what lies nearest within its bounds; the same for what is no number. */
export function withLimit(limits: HistoryLimits, name: keyof HistoryLimits, value: number): HistoryLimits {
  if (Number.isNaN(value)) return limits;
  const { least, greatest } = BOUNDS[name];
  return { ...limits, [name]: Math.min(greatest, Math.max(least, Math.round(value))) };
}

/** The limits that were stored; the default of each that is none, or that another version has stored. */
export function limitsFrom(stored: string | null): HistoryLimits {
  try {
    const kept: unknown = JSON.parse(stored ?? 'null');
    if (typeof kept !== 'object' || kept === null || Reflect.get(kept, 'version') !== VERSION)
      return DEFAULT_LIMITS;
    const most: unknown = Reflect.get(kept, 'most');
    const megabytes: unknown = Reflect.get(kept, 'megabytes');
    return {
      most: isLimit(most, 'most') ? most : DEFAULT_LIMITS.most,
      megabytes: isLimit(megabytes, 'megabytes') ? megabytes : DEFAULT_LIMITS.megabytes,
    };
  } catch {
    return DEFAULT_LIMITS;
  }
}

/** Null until they are asked for. */
const chosen = createStore<{ readonly limits: HistoryLimits | null }>(() => ({ limits: null }));

function storedLimits(): HistoryLimits {
  try {
    return limitsFrom(localStorage.getItem(KEY));
  } catch {
    // No storage (Node), or it is forbidden.
    return DEFAULT_LIMITS;
  }
}

export function historyLimits(): HistoryLimits {
  const limits = chosen.getState().limits ?? storedLimits();
  if (chosen.getState().limits === null) chosen.setState({ limits });
  return limits;
}

export const useLimits = (): HistoryLimits => useStore(chosen, ({ limits }) => limits) ?? historyLimits();

/** Changes the limits and remembers them on this machine. They hold from the next state that is kept. */
export function changeLimits(limits: HistoryLimits): void {
  chosen.setState({ limits });
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...limits }));
  } catch {
    // Private windows refuse storage: the choice then lasts for this tab.
  }
}
