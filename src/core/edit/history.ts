import type { ElementId, Model } from '../document/index.ts';

/** One undoable step. It holds both documents, so undo and redo compute nothing. */
export interface Step {
  /** What was done, in words for the menu: `Move 3 elements`. */
  readonly label: string;
  readonly before: Model;
  readonly after: Model;
  readonly mergeKey?: string;
  /** What was selected before and after the step: undo and redo select it again. */
  readonly selected?: Selected;
}

export interface Selected {
  readonly before: readonly ElementId[];
  readonly after: readonly ElementId[];
}

/** Past and future as plain data, the nearest step last in both. */
export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** The last step is complete: nothing merges into it any more. */
  readonly sealed?: true;
}

export const emptyHistory: History = { past: [], future: [] };

/** How many steps are kept; the oldest go first. Documents share their unchanged parts, so this is cheap. */
export const HISTORY_LIMIT = 1000;

/**
 * Adds a step and forgets what was undone. A step with the merge key of the one just before it continues
 * that step (typing in one field, nudging), and vanishes with it when both together change nothing.
 */
export function record(
  history: History,
  label: string,
  before: Model,
  after: Model,
  mergeKey?: string,
  selected?: Selected,
): History {
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
  const step: Step = {
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
export function seal(history: History): History {
  const last = history.past.at(-1);
  return last?.mergeKey === undefined || history.sealed === true ? history : { ...history, sealed: true };
}

export interface Moved {
  readonly history: History;
  /** The document to show now: the recorded one itself. */
  readonly model: Model;
  /** Label of the step that was undone or redone. */
  readonly label: string;
  /** What to select now; undefined when the step does not say. */
  readonly selected: readonly ElementId[] | undefined;
}

/** Null when there is nothing to undo. */
export function undo(history: History): Moved | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [...history.future, step], sealed: true },
    model: step.before,
    label: step.label,
    selected: step.selected?.before,
  };
}

/** Null when nothing was undone since the last edit. */
export function redo(history: History): Moved | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  return {
    history: { past: [...history.past, step], future: history.future.slice(0, -1), sealed: true },
    model: step.after,
    label: step.label,
    selected: step.selected?.after,
  };
}

/** Labels for the menu; null when there is nothing to undo or redo. */
export const undoLabel = (history: History): string | null => history.past.at(-1)?.label ?? null;
export const redoLabel = (history: History): string | null => history.future.at(-1)?.label ?? null;
