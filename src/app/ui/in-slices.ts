import { startTransition, useDeferredValue, useEffect, useReducer, useState } from 'react';
import { whenIdle } from './when-idle.ts';

/** A computation that can be left off after each step. */
type Steps<T> = Generator<undefined, T>;

/** Longest time that the page waits for a computation, in milliseconds: one frame has 16. */
const SLICE = 8;
/** The same for what is worked out anew while it is drawn: several computations may be asked for then. */
const DRAWN_SLICE = 2;
/** Milliseconds that a busy browser is waited for between slices: while there is nothing to show yet, and else. */
const SOON = 50;
const LATER = 200;

/** Takes steps until there are none or a slice is over: then null. */
function takeSlice<T>(steps: Steps<T>, time: number): { readonly value: T } | null {
  const end = performance.now() + time;
  do {
    const step = steps.next();
    if (step.done === true) return step;
  } while (performance.now() < end);
  return null;
}

/** The steps in slices between which the page does what else it has to do. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const done = takeSlice(steps, SLICE);
    if (done !== null) return done.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** The steps until nobody wants what they come to. */
export function* whileWanted(
  steps: Generator<undefined, unknown>,
  isWanted: () => boolean,
): Generator<undefined, void> {
  while (isWanted() && steps.next().done !== true) yield;
}

/** What was worked out of a document. */
export interface Found<K, T> {
  readonly of: K;
  readonly value: T;
}

/** Works something out of each document once, a slice at each call. */
export interface Sliced<K extends object, T> {
  readonly has: (key: K) => boolean;
  /** Null while it is not done after  milliseconds. Throws what a step has thrown, at each call. */
  readonly slice: (key: K, time?: number) => Found<K, T> | null;
  /** Drops what has been begun. */
  readonly leave: (key: K) => void;
}

export function sliced<K extends object, T>(stepsOf: (key: K) => Steps<T>): Sliced<K, T> {
  const done = new WeakMap<K, Found<K, T> | { readonly fault: unknown }>();
  const begun = new WeakMap<K, Steps<T>>();
  const slice = (key: K, time = SLICE): Found<K, T> | null => {
    const before = done.get(key);
    if (before !== undefined) {
      if ('fault' in before) throw before.fault;
      return before;
    }
    const steps = begun.get(key) ?? stepsOf(key);
    begun.set(key, steps);
    try {
      const taken = takeSlice(steps, time);
      if (taken === null) return null;
      const found = { of: key, value: taken.value };
      done.set(key, found);
      begun.delete(key);
      return found;
    } catch (fault) {
      done.set(key, { fault });
      throw fault;
    }
  };
  return { has: (key) => done.has(key), slice, leave: (key) => void begun.delete(key) };
}

/**
 * What is worked out of a document, beside everything that is more urgent: what was known last until it is done, null
 * before. What was known of another `scope` is nothing to this one. Of a small document it is there at once.
 */
export function useSliced<K extends object, T>(
  work: Sliced<K, T>,
  key: K | null,
  scope: string | null,
): Found<K, T> | null {
  const wanted = useDeferredValue(key, key !== null && work.has(key) ? key : null);
  const [last, setLast] = useState<{ readonly found: Found<K, T>; readonly scope: string | null } | null>(
    null,
  );
  const [, goOn] = useReducer((turn: number) => turn + 1, 0);
  // A document that was left is no longer of this scope, though it may still be the one that is deferred.
  const isKnown = last?.scope === scope;
  const found = wanted === null || wanted !== key ? null : work.slice(wanted, isKnown ? DRAWN_SLICE : SLICE);
  if (found !== null && (found !== last?.found || last.scope !== scope)) setLast({ found, scope });
  const due = found === null && wanted !== null && wanted === key;
  useEffect(() => {
    if (!due) return;
    let callOff = (): void => undefined;
    const next = (): void => {
      callOff = whenIdle(
        () => {
          if (isSettled(work, wanted)) startTransition(goOn);
          else next();
        },
        isKnown ? LATER : SOON,
      );
    };
    next();
    return () => {
      callOff();
      work.leave(wanted);
    };
  }, [due, wanted, work, isKnown]);
  if (found !== null) return found;
  return isKnown ? last.found : null;
}

/** Takes a slice; true when nothing is left to do. What went wrong is told where the result is asked for. */
function isSettled<K extends object>(work: Sliced<K, unknown>, key: K): boolean {
  try {
    return work.slice(key) !== null;
  } catch {
    return true;
  }
}
