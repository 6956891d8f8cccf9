/**
 * One undoable step in a document of the kind `T`, where things of the kind `S` are selected. It holds both documents,
 * so undo and redo compute nothing.
 */
export interface Step<T, S> {
  /** What was done, in words for the menu: `Move 3 elements`. */
  readonly label: string;
  readonly before: T;
  readonly after: T;
  readonly mergeKey?: string;
  /** What was selected before and after the step: undo and redo select it again. */
  readonly selected?: Selected<S>;
}

export interface Selected<S> {
  readonly before: readonly S[];
  readonly after: readonly S[];
}

/** Past and future as plain data, the nearest step last in both. */
export interface History<T, S> {
  readonly past: readonly Step<T, S>[];
  readonly future: readonly Step<T, S>[];
  /** The last step is complete: nothing merges into it any more. */
  readonly sealed?: true;
}

/** Of any kind. */
export const emptyHistory: History<never, never> = { past: [], future: [] };

/** How many steps are kept; the oldest go first. Documents share their unchanged parts, so this is cheap. */
export const HISTORY_LIMIT = 1000;

/**
 * Adds a step and forgets what was undone. A step with the merge key of the one just before it continues
 * that step (typing in one field, nudging), and vanishes with it when both together change nothing.
 */
export function record<T, S = never>(
  history: History<T, S>,
  label: string,
  before: T,
  after: T,
  mergeKey?: string,
  selected?: Selected<S>,
): History<T, S> {
  if (before === after) return history;
  const last = history.past.at(-1);
  const continues =
    mergeKey !== undefined &&
    last?.mergeKey === mergeKey &&
    last.after === before &&
    history.sealed !== true &&
    history.future.length === 0;
  const kept = continues ? history.past.slice(0, -1) : history.past;
  const start = continues ? last.before : before;
  // Nothing goes on with the step before either: it ended when this one began.
  if (start === after) return { past: kept, future: [], sealed: true };
  const from = continues ? (last.selected ?? selected) : selected;
  const step: Step<T, S> = {
    label,
    before: start,
    after,
    ...(mergeKey === undefined ? {} : { mergeKey }),
    ...(selected === undefined || from === undefined
      ? {}
      : { selected: { ...selected, before: from.before } }),
  };
  return { past: [...kept, step].slice(-HISTORY_LIMIT), future: [] };
}

/**
 * Ends merging: the next step starts anew even with the same key (the field was left, the file saved). The steps
 * stay the same records, so that what belongs to one of them finds it.
 */
export function seal<T, S>(history: History<T, S>): History<T, S> {
  const last = history.past.at(-1);
  return last?.mergeKey === undefined || history.sealed === true ? history : { ...history, sealed: true };
}

export interface Moved<T, S> {
  readonly history: History<T, S>;
  /** The document to show now: the recorded one itself. */
  readonly value: T;
  /** Label of the step that was undone or redone. */
  readonly label: string;
  /** What to select now; undefined when the step does not say. */
  readonly selected: readonly S[] | undefined;
}

/** Null when there is nothing to undo. */
export function undo<T, S>(history: History<T, S>): Moved<T, S> | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, step], sealed: true },
    value: step.before,
    label: step.label,
    selected: step.selected?.before,
  };
}

/** Null when nothing was undone since the last edit. */
export function redo<T, S>(history: History<T, S>): Moved<T, S> | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  return {
    history: { past: [...history.past, step], future: history.future.slice(0, -1), sealed: true },
    value: step.after,
    label: step.label,
    selected: step.selected?.after,
  };
}

/** Labels for the menu; null when there is nothing to undo or redo. */
export const undoLabel = (history: History<unknown, unknown>): string | null =>
  history.past.at(-1)?.label ?? null;
export const redoLabel = (history: History<unknown, unknown>): string | null =>
  history.future.at(-1)?.label ?? null;
