import { assertNever } from '../../core/base/index.ts';
import { diffModels, diffTemplates } from '../../core/compare/index.ts';
import type { Model, Template } from '../../core/document/index.ts';
import { knownBlob } from '../ui/index.ts';
import { piecesOf } from '../ui/pieces.ts';
import { type Copied, type Limits, type Log, type Planned, planned, withChange } from './change-log.ts';
import { type DocumentStores, OLD, PIECES, type PieceStore, type Writing } from './document-stores.ts';
import type { Kept, KeptDocument, StoredModel } from './records.ts';
import { NO_STEPS, type PlannedSteps, plannedSteps, type StepLog } from './step-log.ts';

/** What the database has confirmed of a document, and a full copy that was made meanwhile. */
interface Confirmed<T> {
  readonly original: Uint8Array | null;
  readonly log: Log<T> | null;
  readonly copied: Copied | null;
  readonly steps: StepLog;
}

export type Stored =
  | ({ readonly kind: 'model' } & Confirmed<Model>)
  | ({ readonly kind: 'template' } & Confirmed<Template>);

export interface Changed {
  readonly kept: KeptDocument;
  readonly stored: Stored | undefined;
}

/** What a write may do. */
export interface WriteOptions {
  /** The page goes: nothing is waited for between two pieces. */
  readonly leaving: boolean;
  readonly limits: Limits;
}

/**
 * A transaction with no promise that can fail unseen, even one given before a call that throws; and such a call ends
 * it, so that no part of a write is ever committed.
 */
function watched(writing: Writing): Writing {
  let ended = false;
  const abort = (): void => {
    if (ended) return;
    ended = true;
    try {
      writing.abort();
    } catch {
      // It ended by itself.
    }
  };
  const seen = <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      const promise = ask();
      promise.catch(() => undefined);
      return promise;
    } catch (error) {
      abort();
      throw error;
    }
  };
  return {
    put: (store, value) => seen(() => writing.put(store, value)),
    remove: (store, id) => seen(() => writing.remove(store, id)),
    removePieces: (store, id, from, until) => seen(() => writing.removePieces(store, id, from, until)),
    commit: () => {
      if (!ended) writing.commit();
    },
    abort,
    done: seen(() => writing.done),
  };
}

/** Runs something in one transaction. When a call is refused, the transaction goes, and the cause is told once. */
export async function inTransaction<T>(
  stores: DocumentStores,
  run: (writing: Writing) => Promise<T>,
): Promise<T> {
  const writing = watched(stores.begin());
  try {
    const result = await run(writing);
    await writing.done;
    return result;
  } catch (error) {
    writing.abort();
    throw error;
  }
}

interface Pieces {
  readonly store: PieceStore;
  readonly id: string;
  readonly number: number;
  readonly value: unknown;
}

/** Puts a value in pieces, each in a task of its own, in the place of what had this number; its weight. */
async function putPieces(
  writing: Writing,
  { store, id, number, value }: Pieces,
  { leaving, limits }: WriteOptions,
): Promise<number> {
  void writing.removePieces(store, id, number, number + 1);
  let total = 0;
  let part = 0;
  let last: Promise<unknown> | null = null;
  for (const { piece, weight } of piecesOf(value, limits.piece)) {
    if (!leaving && last !== null) await last;
    last = writing.put(store, { id, number, part: part++, piece });
    total += weight;
  }
  return total;
}

/** Puts content as it is planned; the log behind it. */
async function putContent<T>(
  writing: Writing,
  id: string,
  { content, copy, change, log }: Planned<T>,
  diff: (before: T, after: T) => unknown,
  options: WriteOptions,
): Promise<Log<T> | null> {
  if (content === null || log === null) return null;
  if (copy !== null && content.copy !== null)
    await putPieces(writing, { store: 'copies', id, number: content.copy, value: copy }, options);
  if (change === null) return log;
  const { number, from, to } = change;
  const value = diff(from, to);
  const weight = await putPieces(writing, { store: 'changes', id, number, value }, options);
  return withChange(log, to, weight, options.limits);
}

/** Puts the steps that are new, in the places of those that are gone. */
async function putSteps(
  writing: Writing,
  id: string,
  { history, put }: PlannedSteps<unknown>,
  before: StepLog,
  options: WriteOptions,
): Promise<void> {
  if (history === null) {
    if (before.steps.length > 0) void writing.removePieces('steps', id);
    return;
  }
  const { from, until } = history;
  // Whatever a history that could not be read has left goes with the first step.
  if (before.steps.length === 0) void writing.removePieces('steps', id);
  if (before.from < from) void writing.removePieces('steps', id, before.from, from);
  if (before.from + before.steps.length > until) void writing.removePieces('steps', id, until);
  for (const { number, value } of put)
    await putPieces(writing, { store: 'steps', id, number, value }, options);
}

/** What the record says of where the rest is. */
type Where = Pick<StoredModel, 'content' | 'history'>;

const recorded = ({ content }: Planned<unknown>, { history }: PlannedSteps<unknown>): Where => ({
  content,
  ...(history === null ? {} : { history }),
});

/** A difference that is asked for twice, for the log and for the steps, is worked out once. */
function once<T>(diff: (before: T, after: T) => unknown): (before: T, after: T) => unknown {
  let last: { readonly before: T; readonly after: T; readonly found: unknown } | undefined;
  return (before, after) => {
    if (last?.before !== before || last.after !== after) last = { before, after, found: diff(before, after) };
    return last.found;
  };
}

interface ToPut<T> {
  readonly stored: Confirmed<T> | undefined;
  readonly diff: (before: T, after: T) => unknown;
  readonly putRecord: (where: Where) => unknown;
}

/** Puts a document of any kind; what is stored of it then. */
async function putKept<T, S>(
  writing: Writing,
  kept: Kept<T, S> & Pick<KeptDocument, 'id'>,
  { stored, diff: between, putRecord }: ToPut<T>,
  options: WriteOptions,
): Promise<Confirmed<T>> {
  const { id, original } = kept;
  const plan = planned(kept, stored?.log ?? null, stored?.copied ?? null);
  const before = stored?.steps ?? NO_STEPS;
  const diff = once(between);
  const steps = plannedSteps(kept, before, diff, options.limits.steps);
  putRecord(recorded(plan, steps));
  if (original !== null && original !== stored?.original)
    void writing.put('originals', { id, value: knownBlob(original) ?? original });
  const log = await putContent(writing, id, plan, diff, options);
  await putSteps(writing, id, steps, before, options);
  return { original: original ?? stored?.original ?? null, log, copied: null, steps: steps.log };
}

/** The small part of a document, which its record is. */
const small = <K extends KeptDocument>(kept: K) => {
  const { kind, original, asRead, edited, saved, past, future, ...record } = kept;
  return record;
};

/** The tab of a document never changes its kind. */
async function putDocument(
  writing: Writing,
  { kept, stored }: Changed,
  options: WriteOptions,
): Promise<Stored> {
  switch (kept.kind) {
    case 'model': {
      const before = stored?.kind === 'model' ? stored : undefined;
      const putRecord = (where: Where) => writing.put('models', { ...small(kept), ...where });
      const to = { stored: before, diff: diffModels, putRecord };
      return { kind: 'model', ...(await putKept(writing, kept, to, options)) };
    }
    case 'template': {
      const before = stored?.kind === 'template' ? stored : undefined;
      const putRecord = (where: Where) => writing.put('openTemplates', { ...small(kept), ...where });
      const to = { stored: before, diff: diffTemplates, putRecord };
      return { kind: 'template', ...(await putKept(writing, kept, to, options)) };
    }
    default:
      return assertNever(kept);
  }
}

/** Removes all that is stored of a document. */
function removeAll(writing: Writing, id: string): void {
  for (const store of ['models', 'openTemplates', 'originals', ...OLD] as const)
    void writing.remove(store, id);
  for (const store of PIECES) void writing.removePieces(store, id);
}

/** Removes all that is stored of some documents, which are not open. */
export const discardDocuments = (stores: DocumentStores, ids: readonly string[]): Promise<void> =>
  inTransaction(stores, async (writing) => {
    for (const id of ids) removeAll(writing, id);
    writing.commit();
  });

/** Writes documents and removes others, all or nothing; what is stored of those that were written, in their order. */
export const storeDocuments = (
  stores: DocumentStores,
  changed: readonly Changed[],
  gone: readonly string[],
  options: WriteOptions,
): Promise<readonly Stored[]> =>
  inTransaction(stores, async (writing) => {
    for (const id of gone) removeAll(writing, id);
    if (options.leaving) {
      // Everything is asked for before anything is waited for.
      const puts = Promise.all(changed.map((one) => putDocument(writing, one, options)));
      puts.catch(() => undefined);
      writing.commit();
      return puts;
    }
    const result: Stored[] = [];
    for (const one of changed) result.push(await putDocument(writing, one, options));
    writing.commit();
    return result;
  });

/** Removes the copies and changes of a document that neither its log nor the copy made for it has a use for. */
export const removeUnused = (
  stores: DocumentStores,
  id: string,
  { log, copied }: Pick<Stored, 'log' | 'copied'>,
): Promise<void> =>
  inTransaction(stores, async (writing) => {
    for (const store of OLD) void writing.remove(store, id);
    if (log === null) {
      void writing.removePieces('copies', id);
      void writing.removePieces('changes', id);
    } else {
      const { copy, from } = log.base;
      void writing.removePieces('changes', id, 0, from);
      // A copy that was made is the next one, and may be the first.
      if (copy !== null) void writing.removePieces('copies', id, 0, copy);
      void writing.removePieces('copies', id, (copied?.copy ?? copy ?? -1) + 1);
    }
    writing.commit();
  });

/** A full copy to be made. */
export interface Copying {
  readonly id: string;
  readonly number: number;
  readonly value: unknown;
}

/** Makes a full copy beside a log, a task and a transaction for each piece; false when it was given up. */
export async function copyBeside(
  stores: DocumentStores,
  { id, number, value }: Copying,
  { piece: limit }: Limits,
  isWanted: () => boolean,
): Promise<boolean> {
  let part = 0;
  for (const { piece } of piecesOf(value, limit)) {
    if (!isWanted()) return false;
    const put = { id, number, part: part++, piece };
    await inTransaction(stores, async (writing) => {
      if (put.part === 0) void writing.removePieces('copies', id, number);
      void writing.put('copies', put);
      writing.commit();
    });
  }
  return isWanted();
}
