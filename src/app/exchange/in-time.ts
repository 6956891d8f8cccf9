import type { Steps } from '../../core/base/index.ts';
import { sliced } from '../ui/index.ts';

type Work<K extends object, T> = Pick<ReturnType<typeof sliced<K, T>>, 'slice'>;

/** What is worked out of a key, in slices between which the page stays usable; null once nobody wants it. */
export async function inTime<K extends object, T>(
  work: Work<K, T>,
  key: K,
  isWanted: () => boolean,
): Promise<T | null> {
  while (isWanted()) {
    const found = work.slice(key);
    if (found !== null) return found.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return null;
}

/** The same of steps that nobody else takes. */
export const stepsInTime = <T>(steps: Steps<T>, isWanted: () => boolean): Promise<T | null> =>
  inTime(
    sliced(() => steps),
    {},
    isWanted,
  );
