/** A row of a list: an item that can be selected, or a heading over the items below it. */
export type ListRow<Key extends string> =
  | { readonly kind: 'group'; readonly key: string }
  | { readonly kind: 'item'; readonly key: Key };

/** Where the reader stands in the list: what is ringed, where a range grows from, what is selected. */
export interface Cursor<Key extends string> {
  /** `rowKey` of the ringed row; the first row when it is none of the list. */
  readonly active: string;
  readonly anchor: string;
  readonly selected: ReadonlySet<Key>;
}

/** `only` selects the row alone, `range` all from the anchor, `toggle` adds or takes away. */
export type Choice = 'only' | 'range' | 'toggle';

/**
 * Why rows left the list: an edit, a filter of the list, or what is selected on the diagram. The last says itself
 * what is looked at, so nothing is selected in the place of a row that it hides.
 */
export type Cause = 'edit' | 'filter' | 'diagram';

export const cursorAtStart = <Key extends string>(): Cursor<Key> => ({
  active: '',
  anchor: '',
  selected: new Set(),
});

/** Keys of headings and of items may be the same text. */
export const rowKey = (row: ListRow<string>): string => `${row.kind} ${row.key}`;
export const itemRowKey = (key: string): string => `item ${key}`;

const itemsOf = <Key extends string>(rows: readonly ListRow<Key>[]): Key[] =>
  rows.flatMap((row) => (row.kind === 'item' ? [row.key] : []));

/** The place of the ringed row; -1 in an empty list. */
export function activeIndex(
  rows: readonly ListRow<string>[],
  { active }: Pick<Cursor<string>, 'active'>,
): number {
  const index = rows.findIndex((row) => rowKey(row) === active);
  return index < 0 ? Math.min(0, rows.length - 1) : index;
}

/** What a key or a field changes: the selected items that the list shows, in its order. */
export const seen = <Key extends string>(
  rows: readonly ListRow<Key>[],
  selected: ReadonlySet<Key>,
): readonly Key[] => itemsOf(rows).filter((key) => selected.has(key));

/** Rings a row and selects by it. A heading alone leaves the selection; toggled, it stands for its items. */
export function choose<Key extends string>(
  rows: readonly ListRow<Key>[],
  cursor: Cursor<Key>,
  index: number,
  choice: Choice,
): Cursor<Key> {
  const row = rows[index];
  if (row === undefined) return cursor;
  const active = rowKey(row);
  if (choice === 'range') {
    const anchored = rows.findIndex((candidate) => rowKey(candidate) === cursor.anchor);
    const from = anchored < 0 ? activeIndex(rows, cursor) : anchored;
    const start = rows[from] ?? row;
    const range = rows.slice(Math.min(from, index), Math.max(from, index) + 1);
    return { active, anchor: rowKey(start), selected: new Set(itemsOf(range)) };
  }
  if (choice === 'only') {
    return { active, anchor: active, selected: row.kind === 'item' ? new Set([row.key]) : cursor.selected };
  }
  const members = row.kind === 'item' ? [row.key] : itemsOf(membersOf(rows, index));
  const selected = new Set(cursor.selected);
  const all = members.every((key) => selected.has(key));
  for (const key of members) {
    if (all) selected.delete(key);
    else selected.add(key);
  }
  return { active, anchor: active, selected };
}

/** The rows under a heading. */
function membersOf<Key extends string>(
  rows: readonly ListRow<Key>[],
  heading: number,
): readonly ListRow<Key>[] {
  const next = rows.findIndex((row, index) => index > heading && row.kind === 'group');
  return rows.slice(heading + 1, next < 0 ? rows.length : next);
}

export const chooseAll = <Key extends string>(
  rows: readonly ListRow<Key>[],
  cursor: Cursor<Key>,
): Cursor<Key> => ({
  ...cursor,
  selected: new Set(itemsOf(rows)),
});

/**
 * The cursor after the rows changed. What is hidden is selected no longer. When nothing selected is left, the row
 * that takes the place of the one that went is ringed and selected: the next one that stayed, else the last before
 * it. Several that a filter hides together have no such place, and are let go.
 */
export function follow<Key extends string>(
  before: readonly ListRow<Key>[],
  rows: readonly ListRow<Key>[],
  cursor: Cursor<Key>,
  cause: Cause,
): Cursor<Key> {
  const kept = new Set(seen(rows, cursor.selected));
  const here = new Set(rows.map(rowKey));
  const stands = cursor.active === '' || here.has(cursor.active);
  if (stands && kept.size === cursor.selected.size) return cursor;

  const ringed = before.findIndex((row) => rowKey(row) === cursor.active);
  const gone = before.findIndex((row) => row.kind === 'item' && cursor.selected.has(row.key));
  const lost = cursor.selected.size > 0 && kept.size === 0;
  const from = (lost && stands) || ringed < 0 ? gone : ringed;
  const near = (fits: (row: ListRow<Key>) => boolean): ListRow<Key> | undefined =>
    before.slice(from + 1).find(fits) ?? before.slice(0, Math.max(0, from)).findLast(fits) ?? rows.find(fits);
  const stays = (row: ListRow<Key>): boolean => row.kind === 'item' && here.has(rowKey(row));

  const anchorOr = (active: string): string => (here.has(cursor.anchor) ? cursor.anchor : active);
  if (lost) {
    const next = near(stays);
    const active = next === undefined ? '' : rowKey(next);
    const takes = cause === 'edit' || (cause === 'filter' && cursor.selected.size === 1);
    const selected = new Set(takes && next?.kind === 'item' ? [next.key] : []);
    return { active, anchor: active, selected };
  }
  const selected = kept.size === cursor.selected.size ? cursor.selected : kept;
  if (stands) return { ...cursor, anchor: anchorOr(cursor.active), selected };
  const next = near((row) => stays(row) && (kept.size === 0 || (row.kind === 'item' && kept.has(row.key))));
  const active = next === undefined ? '' : rowKey(next);
  return { active, anchor: anchorOr(active), selected };
}
