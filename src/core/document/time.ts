import { NEVER } from './model.ts';

/**
 * Whether a stored time is later than another: as moments, since files of several people have several offsets. One
 * without an offset counts as UTC, on every machine. `NEVER` is before all others, then comes what cannot be read.
 */
export const isLaterTime = (one: string, other: string): boolean => momentOf(one) > momentOf(other);

/** The order of two stored times, the earlier first: negative, 0 or positive, as sorting asks. */
export const byTime = (one: string, other: string): number =>
  Number(isLaterTime(one, other)) - Number(isLaterTime(other, one));

/** Milliseconds since 1970. */
function momentOf(stored: string): number {
  if (stored === NEVER) return -Infinity;
  const moment = Date.parse(/T[^Z+-]*$/.test(stored) ? `${stored}Z` : stored);
  return Number.isNaN(moment) ? Number.MIN_SAFE_INTEGER : moment;
}
