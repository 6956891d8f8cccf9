import { type Change, type Path, type Place, setChange } from './change.ts';
import { keysOf, openAll } from './keys.ts';
import { longestRise } from './order.ts';
import { isList, isRecord, member, plain, same } from './plain.ts';
import type { ListField, Table } from './table.ts';

/** Counts what a comparison looked at, for tests of its cost and for benches. */
export interface Work {
  /** Pairs of records whose fields were looked at: not those that both sides share. */
  records: number;
  /** Entries of lists that are not shared. */
  entries: number;
}

export const noWork = (): Work => ({ records: 0, entries: 0 });

/**
 * The changes from one record to another, by its table, in document order. What both sides share by identity is
 * not looked into, so that two neighbouring steps of a history cost what changed and the lists it stands in.
 */
export function changesOf(table: Table, before: object, after: object, work: Work): readonly Change[] {
  const changes: Change[] = [];
  walkRecord({ table, path: [], changes, work }, before, after);
  return changes;
}

interface Walk {
  readonly table: Table;
  readonly path: Path;
  readonly changes: Change[];
  readonly work: Work;
}

function walkRecord(walk: Walk, before: object, after: object): void {
  if (before === after) return;
  const { table, path, changes, work } = walk;
  work.records++;
  for (const [name, field] of Object.entries(table.fields)) {
    const [left, right] = [member(before, name), member(after, name)];
    if (Object.is(left, right)) continue;
    if (field.as === 'record' && isRecord(left) && isRecord(right)) {
      walkRecord({ ...walk, table: field.table, path: [...path, { field: name }] }, left, right);
    } else if (field.as === 'list' && isList(left) && isList(right)) {
      walkList(walk, name, field, left, right);
    } else if (!same(left, right)) {
      changes.push(setChange({ type: 'set', kind: table.kind, path, field: name }, left, right));
    }
  }
}

function walkList(
  walk: Walk,
  name: string,
  field: ListField,
  before: readonly object[],
  after: readonly object[],
): void {
  const { path, changes, work } = walk;
  work.entries += before.length + after.length;
  // Two files share nothing, and most of their lists say the same: that is seen without keys and places.
  const alike = before.length === after.length ? before.map((entry, index) => same(entry, after[index])) : [];
  if (before.length === after.length && !alike.includes(false)) return;
  const [left, right] = [openAll(field, before), openAll(field, after)];
  const [oldKeys, newKeys] = [keysOf(field, left), keysOf(field, right)];
  const oldPlaces = new Map(oldKeys.map((key, index) => [key, index]));
  const newPlaces = new Map(newKeys.map((key, index) => [key, index]));
  const listed = { kind: field.table.kind, path, field: name } as const;
  for (const [key, index] of oldPlaces) {
    const record = left[index];
    if (newPlaces.has(key) || record === undefined) continue;
    changes.push({ type: 'remove', ...listed, key, record: plain(record), place: placeAt(oldKeys, index) });
  }
  const common = newKeys.filter((key) => oldPlaces.has(key));
  const standing = longestRise(common.map((key) => oldPlaces.get(key) ?? 0));
  const moved = new Set(common.filter((_, position) => !standing.has(position)));
  for (const [key, index] of newPlaces) {
    const record = right[index];
    if (record === undefined) continue;
    const place = placeAt(newKeys, index);
    const oldIndex = oldPlaces.get(key);
    const old = oldIndex === undefined ? undefined : left[oldIndex];
    if (oldIndex === undefined || old === undefined) {
      changes.push({ type: 'add', ...listed, key, record: plain(record), place });
      continue;
    }
    if (moved.has(key)) {
      changes.push({ type: 'move', ...listed, key, before: placeAt(oldKeys, oldIndex), after: place });
    }
    // Pairs are opened anew each time: their entries tell whether they are shared.
    if (before[oldIndex] === after[index] || (oldIndex === index && alike[index] === true)) continue;
    walkRecord({ ...walk, table: field.table, path: [...path, { field: name, key }] }, old, record);
  }
}

const placeAt = (keys: readonly string[], index: number): Place => ({
  index,
  behind: keys[index - 1] ?? null,
});
