import type { Clock } from '../write-pace.ts';

/** Milliseconds of work between two states that are kept by themselves. */
export const BETWEEN = 10 * 60 * 1000;

/**
 * When the work in between is kept: ten minutes after the first edit since a state was kept. So there is at most one
 * for ten minutes, and none while nobody works.
 */
export function workPace(keep: (tab: string) => void, { after }: Pick<Clock, 'after'>) {
  const due = new Map<string, () => void>();
  return {
    edited: (tab: string): void => {
      if (due.has(tab)) return;
      const callOff = after(BETWEEN, () => {
        due.delete(tab);
        keep(tab);
      });
      due.set(tab, callOff);
    },
    /** A state was kept, or the tab is closed: nothing is due. */
    kept: (tab: string): void => {
      due.get(tab)?.();
      due.delete(tab);
    },
  };
}
