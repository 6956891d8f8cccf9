import type { Steps } from '../../core/base/index.ts';
import type { Built } from '../../core/codec/index.ts';
import { importDraft, type PlannedDraft } from '../../core/session/index.ts';
import { sliced } from '../ui/index.ts';
import type { Host } from './host.ts';

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

/** What `importDraft` makes of what was built, in slices; null once nobody wants it: then no layout goes on. */
export async function importInTime(
  planned: PlannedDraft,
  built: Built,
  engine: Host['engine'],
  isWanted: () => boolean,
): Promise<Built | null> {
  const run = async <T>(steps: Steps<T>): Promise<T> => {
    const found = await stepsInTime(wrapped(steps), isWanted);
    if (found === null) throw new Error('nobody wants the import any longer');
    return found.value;
  };
  try {
    const done = await importDraft(planned, () => engine(isWanted), built, run);
    return isWanted() ? done : null;
  } catch (error) {
    if (!isWanted()) return null;
    throw error;
  }
}

/** Tells what steps come to from what nobody wants. */
function* wrapped<T>(steps: Steps<T>): Steps<{ readonly value: T }> {
  return { value: yield* steps };
}
