import { OLD_COPY, type StoredContent } from './records.ts';
import { STEP_LIMITS, type StepLimits } from './step-log.ts';

/** What the changes of a log start from. */
export interface Base<T> {
  /** Number of the full copy; null: the file as it was read. */
  readonly copy: number | null;
  /** Number of the first change. */
  readonly from: number;
  /** The document that was read, where there is no copy. */
  readonly file: T | null;
}

/**
 * What is stored of an edited document: a base and the changes of each write since. The last of them is written
 * again, from where it starts to the document as it then is, until it is heavy: so there are few, and a write that
 * follows one that failed or is still under way needs nothing of it.
 */
export interface Log<T> {
  readonly base: Base<T>;
  /** The document where the next change starts, and its number. */
  readonly start: T;
  readonly next: number;
  /** Weight of the changes before it. */
  readonly weight: number;
}

/** A full copy that was made beside the log. */
export interface Copied {
  readonly copy: number;
  /** Where the log started then, and the number of the change behind what was copied. */
  readonly base: Base<unknown>;
  readonly next: number;
}

/** What to write of a document. */
export interface Planned<T> {
  /** For the record. */
  readonly content: StoredContent | null;
  /** To be written as copy `content.copy`. */
  readonly copy: T | null;
  /** To be written as change `number`. */
  readonly change: { readonly number: number; readonly from: T; readonly to: T } | null;
  /** The log once that is stored, before its change is weighed; null while the document is the one that was read. */
  readonly log: Log<T> | null;
}

/** Weights are about numbers of values that the browser copies. */
export interface Limits {
  /** Of one piece, copied in one task. */
  readonly piece: number;
  /** A change that weighs as much is not written again: the next one follows it. */
  readonly heavy: number;
  /** Changes, and their weight, that a full copy replaces: what a restore has to go through. */
  readonly changes: number;
  readonly weight: number;
  readonly steps: StepLimits;
}

/** A piece takes 2 to 8 ms on a slow machine, a change that is written again a quarter of that. */
export const LIMITS: Limits = {
  piece: 20_000,
  heavy: 5000,
  changes: 16,
  weight: 400_000,
  steps: STEP_LIMITS,
};

/** The log to go on with. A new document without a file needs a copy of its own. */
function logFor<T>(
  edited: T,
  asRead: T | null,
  log: Log<T> | null,
  copied: Copied | null,
): Log<T> & { readonly isNew?: true } {
  if (log !== null && copied?.base === log.base)
    return { ...log, base: { copy: copied.copy, from: copied.next, file: null }, weight: 0 };
  if (log !== null && (log.base.copy !== null || log.base.file === asRead)) return log;
  const next = log?.next ?? 0;
  if (asRead !== null)
    return { base: { copy: null, from: next, file: asRead }, start: asRead, next, weight: 0 };
  const copy = (log?.base.copy ?? -1) + 1;
  return { base: { copy, from: next, file: null }, start: edited, next, weight: 0, isNew: true };
}

/** What to write of a document, and what is stored of it then. `log` is what the database has confirmed. */
export function planned<T>(
  { edited, asRead }: { readonly edited: T | null; readonly asRead: T | null },
  log: Log<T> | null,
  copied: Copied | null,
): Planned<T> {
  if (edited === null) return { content: null, copy: null, change: null, log: null };
  const { isNew = false, ...going } = logFor(edited, asRead, log, copied);
  const { base, start, next } = going;
  const change = edited === start ? null : { number: next, from: start, to: edited };
  return {
    content: { copy: base.copy, from: base.from, until: change === null ? next : next + 1 },
    copy: isNew ? edited : null,
    change,
    log: going,
  };
}

/** The log behind a change of this weight. */
export const withChange = <T>(log: Log<T>, to: T, weight: number, { heavy }: Limits): Log<T> =>
  weight < heavy ? log : { ...log, start: to, next: log.next + 1, weight: log.weight + weight };

/** Whether a log is long enough for a full copy. */
export const isLong = ({ base, next, weight }: Log<unknown>, limits: Limits): boolean =>
  next - base.from >= limits.changes || weight >= limits.weight;

/** The log of an edited document that came back; null when it must begin anew. */
export const restoredLog = <T>(
  { copy, from, until }: StoredContent,
  asRead: T | null,
  edited: T,
): Log<T> | null =>
  copy === OLD_COPY
    ? null
    : {
        base: { copy, from, file: copy === null ? asRead : null },
        start: edited,
        next: until,
        weight: 0,
      };
