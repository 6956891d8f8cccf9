import type { Step } from '../../core/edit/index.ts';
import { weigh } from '../ui/pieces.ts';
import type { Steps, StoredHistory, StoredStep } from './records.ts';

/** What is stored of the history of a document: its steps by their numbers, from `from` on without a gap. */
export interface StepLog {
  readonly from: number;
  readonly steps: readonly object[];
}

export const NO_STEPS: StepLog = { from: 0, steps: [] };

/** How much of a history is stored. */
export interface StepLimits {
  /** Steps that can be undone, and those that can be redone. */
  readonly count: number;
  /** Weight of all together, about numbers of values. */
  readonly weight: number;
}

/** The weight is about 5 MB of a database. */
export const STEP_LIMITS: StepLimits = { count: 50, weight: 150_000 };

/** What to write of a history. */
export interface PlannedSteps<S> {
  /** For the record; null when no step is stored. */
  readonly history: StoredHistory | null;
  /** Steps to be put by their numbers; those outside the history are to go. */
  readonly put: readonly { readonly number: number; readonly value: StoredStep<unknown, S> }[];
  readonly log: StepLog;
}

/** A difference and its weight; null when it is too heavy to be stored. A step never changes. */
const known = new WeakMap<object, { readonly diff: unknown; readonly weight: number } | null>();

function weighed<T, S>(
  step: Step<T, S>,
  diffOf: (before: T, after: T) => unknown,
  limit: number,
): { readonly diff: unknown; readonly weight: number } | null {
  const found = known.get(step);
  if (found !== undefined) return found;
  const diff = diffOf(step.before, step.after);
  const weight = weigh([diff, step.selected], limit);
  const result = weight > limit ? null : { diff, weight };
  known.set(step, result);
  return result;
}

/** Place of a document among the steps; null when it is none of theirs. */
function placeOf<T, S>(steps: readonly Step<T, S>[], from: number, document: T | null): number | null {
  if (document === null) return null;
  const index = steps.findIndex((step) => step.before === document);
  if (index >= 0) return from + index;
  return steps.at(-1)?.after === document ? from + steps.length : null;
}

/**
 * The number of the first of these steps, by those that are stored. Those that were left out once stay out, where
 * later ones are stored: there would be a gap.
 */
function numbered<T, S>(past: readonly Step<T, S>[], future: readonly Step<T, S>[], log: StepLog) {
  const numbers = new Map(log.steps.map((step, index) => [step, log.from + index]));
  const all = [...past, ...future];
  const index = all.findIndex((step) => numbers.has(step));
  const step = all[index];
  const first = step === undefined ? log.from : (numbers.get(step) ?? 0) - index;
  const from = Math.max(first, log.from);
  return { numbers, first, from };
}

/** How many of these steps, the nearest first, are light enough together; and what is left of the weight. */
function fitting<T, S>(
  steps: readonly Step<T, S>[],
  diffOf: (before: T, after: T) => unknown,
  limit: number,
  left: number,
): { readonly count: number; readonly left: number } {
  let count = 0;
  for (const step of steps) {
    const weight = weighed(step, diffOf, limit)?.weight;
    if (weight === undefined || weight > left) break;
    left -= weight;
    count++;
  }
  return { count, left };
}

/** What to write of the history of a document. `log` is what the database has confirmed. */
export function plannedSteps<T, S>(
  { past, future, asRead, saved }: Steps<T, S>,
  log: StepLog,
  diffOf: (before: T, after: T) => unknown,
  { count, weight }: StepLimits,
): PlannedSteps<S> {
  const undone = future.toReversed();
  const { numbers, first, from: earliest } = numbered(past, undone, log);
  const nearest = past.slice(Math.max(0, earliest - first, past.length - count)).toReversed();
  const before = fitting(nearest, diffOf, weight, weight);
  const after = fitting(undone.slice(0, count), diffOf, weight, before.left);
  const steps = [...nearest.slice(0, before.count).toReversed(), ...undone.slice(0, after.count)];
  if (steps.length === 0) return { history: null, put: [], log: NO_STEPS };
  const at = first + past.length;
  const from = at - before.count;
  const put = steps.flatMap((step, index) => {
    const number = from + index;
    const diff = numbers.get(step) === number ? undefined : weighed(step, diffOf, weight)?.diff;
    const { label, selected } = step;
    const slim = { label, ...(selected === undefined ? {} : { selected }), diff };
    return diff === undefined ? [] : [{ number, value: slim }];
  });
  const places = { read: placeOf(steps, from, asRead), saved: placeOf(steps, from, saved) };
  const history = { from, at, until: from + steps.length, ...places };
  return { history, put, log: { from, steps } };
}
