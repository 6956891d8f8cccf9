import { entryOf } from '../base/index.ts';
import type { Change, ListedChange, MoveChange, Place } from './change.ts';
import { byKey, closeAll, keysOf, openAll } from './keys.ts';
import { arranged } from './order.ts';
import { isList, isRecord, member, type Plain, plain, withMembers } from './plain.ts';
import type { ListField, Table } from './table.ts';

/** The changes below one record, by field. */
interface Node {
  readonly sets: Map<string, Plain | undefined>;
  readonly records: Map<string, Node>;
  readonly lists: Map<string, ListNode>;
}

interface ListNode {
  readonly own: (ListedChange | MoveChange)[];
  readonly records: Map<string, Node>;
}

const newNode = (): Node => ({ sets: new Map(), records: new Map(), lists: new Map() });
const newList = (): ListNode => ({ own: [], records: new Map() });

function treeOf(changes: readonly Change[]): Node {
  const root = newNode();
  for (const change of changes) {
    let node = root;
    for (const { field, key } of change.path) {
      const below = key === undefined ? node.records : entryOf(node.lists, field, newList).records;
      node = entryOf(below, key ?? field, newNode);
    }
    if (change.type === 'set') node.sets.set(change.field, change.after);
    else entryOf(node.lists, change.field, newList).own.push(change);
  }
  return root;
}

/**
 * The record with the changes made. Records that no change reaches keep their identity. On another record than the
 * changes were made from, what has no place is left out and what is there already stays: a merge tells about that,
 * a patch does not.
 */
export function patched<R extends object>(table: Table, record: R, changes: readonly Change[]): R {
  return changes.length === 0 ? record : patchRecord(table, record, treeOf(changes));
}

function patchRecord<R extends object>(table: Table, record: R, node: Node): R {
  const members = new Map<string, Plain | undefined>();
  for (const [name, field] of Object.entries(table.fields)) {
    if (node.sets.has(name)) {
      members.set(name, node.sets.get(name));
      continue;
    }
    const current = member(record, name);
    const below = node.records.get(name);
    if (field.as === 'record' && below !== undefined && isRecord(current)) {
      members.set(name, plain(patchRecord(field.table, current, below)));
    }
    const listed = node.lists.get(name);
    if (field.as === 'list' && listed !== undefined && isList(current)) {
      members.set(name, plain(patchList(field, current, listed)));
    }
  }
  return withMembers(record, members);
}

function patchList(field: ListField, items: readonly object[], node: ListNode): readonly object[] {
  if (node.own.length === 0) return patchInPlace(field, items, node);
  const records = new Map(byKey(field, items));
  for (const [key, below] of node.records) {
    const record = records.get(key);
    if (record !== undefined) records.set(key, patchRecord(field.table, record, below));
  }
  const placed: { readonly key: string; readonly place: Place }[] = [];
  const standing = new Set(records.keys());
  for (const change of node.own) {
    const { key } = change;
    if (change.type === 'remove') {
      records.delete(key);
      standing.delete(key);
    } else if (change.type === 'move') {
      if (standing.delete(key)) placed.push({ key, place: change.after });
    } else if (!records.has(key) && isRecord(change.record)) {
      records.set(key, change.record);
      placed.push({ key, place: change.place });
    }
  }
  const keys = [...standing];
  const others = placed
    .toSorted((left, right) => left.place.index - right.place.index)
    .map(({ key, place: { index, behind } }) => {
      const known = behind === null || records.has(behind);
      return { key, behind: known ? behind : (keys[Math.min(index, keys.length) - 1] ?? null) };
    });
  const order = arranged(keys, others);
  const result = order.flatMap((key) => records.get(key) ?? []);
  return closeAll(field, result);
}

/** The list with records changed and all in their places. */
function patchInPlace(field: ListField, items: readonly object[], node: ListNode): readonly object[] {
  const records = openAll(field, items);
  const keys = keysOf(field, records);
  const result = records.map((record, index) => {
    const below = node.records.get(keys[index] ?? '');
    return below === undefined ? record : patchRecord(field.table, record, below);
  });
  return closeAll(field, result);
}
