import type { Loss } from './draft.ts';

/** Losses with those of one sort as one: the first is the example. In the order in which sorts were met. */
export function joinedLosses(losses: readonly Loss[]): readonly Loss[] {
  const known = new Map<string, Loss>();
  for (const loss of losses) {
    const before = known.get(loss.code);
    known.set(loss.code, before === undefined ? loss : { ...before, count: before.count + loss.count });
  }
  return [...known.values()];
}
