import type { Choice } from './list-cursor.ts';

/** Rows that PageUp and PageDown pass. */
const PAGE = 10;

/** The keys that hold while a list is walked or clicked. */
interface Modifiers {
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a click chooses in a list of several: Shift a range, Ctrl or Command one more. */
export function choiceOf({ shiftKey, ctrlKey, metaKey }: Modifiers): Choice {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : 'only';
}

/**
 * Where a key leads in a list of `count` rows from the row `at` (-1: from before the first), or null where it leads
 * nowhere: another key, or nothing to stand on.
 */
export function walk(key: string, at: number, count: number): number | null {
  const to = stepOf(key, at, count);
  return to === null || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}

function stepOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + PAGE;
    case 'PageUp':
      return at - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** A row of a tree; `expanded` is null where nothing is below. */
interface TreeRow {
  readonly level: number;
  readonly expanded: boolean | null;
}

/** What a key does in a tree: it goes to a row, or folds or unfolds the one it stands on. */
export type TreeStep =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'fold'; readonly away: boolean }
  | { readonly kind: 'stay' };

/** As `walk`, and Left and Right: they fold and unfold, from there to the row above and to the first below. */
export function walkTree(key: string, at: number, rows: readonly TreeRow[]): TreeStep | null {
  const to = walk(key, at, rows.length);
  if (to !== null) return { kind: 'go', to };
  const row = rows[at];
  if (row === undefined) return null;
  if (key === 'ArrowLeft') {
    if (row.expanded === true) return { kind: 'fold', away: true };
    const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
    return parent < 0 ? { kind: 'stay' } : { kind: 'go', to: parent };
  }
  if (key !== 'ArrowRight') return null;
  if (row.expanded === false) return { kind: 'fold', away: false };
  return row.expanded === true ? { kind: 'go', to: at + 1 } : { kind: 'stay' };
}

/** Letters typed in a list, and when, in milliseconds. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

/** How long letters belong to one word, in milliseconds. */
const PAUSE = 1000;

/** What is typed after one more letter. */
export const typedOn = (before: Typed, letter: string, now: number): Typed => ({
  text: (now - before.at > PAUSE ? '' : before.text) + letter.toLowerCase(),
  at: now,
});

/**
 * The row whose text begins with what was typed, from the one at `at` on and round; a first letter leads on to the
 * next such row. -1 when there is none.
 */
export function typedRow(texts: readonly string[], at: number, { text }: Typed): number {
  const start = at + (text.length === 1 ? 1 : 0);
  const order = texts.map((_, index) => (start + index) % texts.length);
  return order.find((index) => texts[index]?.toLowerCase().startsWith(text)) ?? -1;
}

/** The set with a value put in, or taken out where it was in. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
