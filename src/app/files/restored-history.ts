import type { History, Step } from '../../core/edit/index.ts';
import type { StoredHistory, StoredStep } from './records.ts';
import { NO_STEPS, type StepLog } from './step-log.ts';

/** How the documents of a kind are walked through. */
export interface Walk<T, D> {
  readonly patch: (document: T, diff: D) => T;
  readonly invert: (diff: D) => D;
  /** Whether what came out is a whole document. */
  readonly isWhole: (document: T) => boolean;
}

/** What is known without the history. */
interface Known<T> {
  /** The document as it is. */
  readonly content: T;
  readonly asRead: T | null;
}

/** A history that came back. */
export interface RestoredHistory<T, S> {
  readonly history: History<T, S>;
  /** The document that was saved last, when it is among them. */
  readonly saved: T | null;
  readonly log: StepLog;
}

/** A document that a step leads to; null when the step does not lead to one. */
function reached<T, D>(from: T, diff: D, { patch, isWhole }: Walk<T, D>): T | null {
  try {
    const document = patch(from, diff);
    return isWhole(document) ? document : null;
  } catch {
    return null;
  }
}

/**
 * The steps that can be read, from the document as it is backwards and forwards: each up to the first that cannot.
 * A document that is there already takes the place of its like, so that undo reaches the very one that was read.
 */
export function restoredHistory<T extends object, S, D>(
  { content, asRead }: Known<T>,
  stored: StoredHistory | undefined,
  steps: readonly (StoredStep<D, S> | null)[],
  walk: Walk<T, D>,
): RestoredHistory<T, S> {
  if (stored === undefined) return { history: { past: [], future: [] }, saved: null, log: NO_STEPS };
  const { from, at, until, read } = stored;
  const documents = new Map<number, T>([[at, content]]);
  const found = new Map<number, Step<T, S>>();
  const go = (place: number, by: 1 | -1): boolean => {
    const number = by === 1 ? place : place - 1;
    const here = documents.get(place);
    const step = steps[number - from];
    if (here === undefined || step === undefined || step === null) return false;
    const { label, selected, diff } = step;
    const there = reached(here, by === 1 ? diff : walk.invert(diff), walk);
    if (there === null) return false;
    const document = place + by === read && asRead !== null ? asRead : there;
    documents.set(place + by, document);
    const [before, after] = by === 1 ? [here, document] : [document, here];
    found.set(number, { label, before, after, ...(selected === undefined ? {} : { selected }) });
    return true;
  };
  let first = at;
  while (first > from && go(first, -1)) first--;
  let last = at;
  while (last < until && go(last, 1)) last++;
  const taken = (low: number, high: number): Step<T, S>[] =>
    Array.from({ length: high - low }, (_, index) => found.get(low + index)).filter(
      (step) => step !== undefined,
    );
  const [past, undone] = [taken(first, at), taken(at, last)];
  return {
    history: { past, future: undone.toReversed() },
    saved: (stored.saved === null ? undefined : documents.get(stored.saved)) ?? null,
    log: { from: first, steps: [...past, ...undone] },
  };
}
