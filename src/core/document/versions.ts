import type { Manifest } from './template.ts';

/**
 * Whether two templates are versions of one: their ids tell, which may be written in small or large letters. Of one
 * without an id nothing is known.
 */
export const isSameTemplate = (a: Pick<Manifest, 'id'>, b: Pick<Manifest, 'id'>): boolean =>
  a.id.trim() !== '' && a.id.toLowerCase() === b.id.toLowerCase();

/**
 * Which of two versions is the older one, by their numbers from the left; what is no number counts as 0. Below 0 when
 * it is the first.
 */
export function compareVersions(a: string, b: string): number {
  const [as, bs] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(as.length, bs.length); index++) {
    const difference = (as[index] ?? 0) - (bs[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const numbersOf = (version: string): readonly number[] =>
  version.split('.').map((part) => Number.parseInt(part, 10) || 0);
