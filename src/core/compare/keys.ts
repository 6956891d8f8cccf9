import type { ListField } from './table.ts';

const known = new WeakMap<readonly object[], readonly string[]>();

/**
 * A key of its own for each record of the list. The first record with a key has it as it is; another with the same
 * one (in a hostile file, or notes of one moment) gets it with the smallest number from 2 that makes it its own, so
 * that it is matched with its like by their turn and nothing is lost.
 */
export function keysOf(field: ListField, items: readonly object[]): readonly string[] {
  const cached = known.get(items);
  if (cached !== undefined) return cached;
  const taken = new Set<string>();
  const turns = new Map<string, number>();
  const keys = items.map((item) => {
    const key = field.keyOf(item);
    let own = key;
    let turn = turns.get(key) ?? 1;
    while (taken.has(own)) own = `${key}\u0000${++turn}`;
    turns.set(key, turn);
    taken.add(own);
    return own;
  });
  known.set(items, keys);
  return keys;
}

const indexed = new WeakMap<readonly object[], ReadonlyMap<string, object>>();

/** The list's entries as records by key, in the list's order; each list is looked through once. */
export function byKey(field: ListField, items: readonly object[]): ReadonlyMap<string, object> {
  const cached = indexed.get(items);
  if (cached !== undefined) return cached;
  const records = openAll(field, items);
  const keys = keysOf(field, records);
  const index = new Map(records.map((item, at) => [keys[at] ?? '', item]));
  indexed.set(items, index);
  return index;
}

/** Entries that are no records as records. */
export const openAll = (field: ListField, items: readonly object[]): readonly object[] => {
  const { form } = field;
  return form === undefined ? items : items.map((item) => form.open(item));
};

export const closeAll = (field: ListField, records: readonly object[]): readonly object[] => {
  const { form } = field;
  return form === undefined ? records : records.map((item) => form.close(item));
};
