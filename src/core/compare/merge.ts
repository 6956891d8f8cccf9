import type { Path } from './change.ts';
import { type Merging, type Side, threeValues } from './conflict.ts';
import { byKey, closeAll } from './keys.ts';
import { mergedOrder } from './merge-order.ts';
import { isList, isRecord, member, type Plain, plain, same, withMembers } from './plain.ts';
import type { Field, ListField, Table, ValueField } from './table.ts';

/** The three states of one record; `base` is undefined where both sides added it. */
export interface Three<R extends object> {
  readonly base: R | undefined;
  readonly ours: R;
  readonly theirs: R;
}

type Values = readonly [base: Plain | undefined, ours: Plain | undefined, theirs: Plain | undefined];

/** Merges one record by its table. A side that did not change, or changed alike, gives way; it keeps its identity. */
export function mergeRecord<R extends object>(
  table: Table,
  three: Three<R>,
  path: Path,
  merging: Merging,
): R {
  const { base, ours, theirs } = three;
  if (ours === theirs || base === theirs) return ours;
  if (base === ours) return theirs;
  const members = new Map<string, Plain | undefined>();
  const groups = mergeGroups(table, three, path, merging);
  for (const [name, field] of Object.entries(table.fields)) {
    const [before, left, right] = valuesOf(three, name);
    if (field.as === 'value') {
      members.set(name, groups.get(groupOf(name, field)) === 'theirs' ? right : left);
    } else if (!isRecord(left) || !isRecord(right)) {
      members.set(name, left ?? right);
    } else if (field.as === 'record') {
      const below = { base: isRecord(before) ? before : undefined, ours: left, theirs: right };
      members.set(name, plain(mergeRecord(field.table, below, [...path, { field: name }], merging)));
    } else if (left === right || (selfContained(field) && before === right)) {
      members.set(name, left);
    } else if (selfContained(field) && before === left) {
      members.set(name, right);
    } else if (isList(left) && isList(right)) {
      const owner = { ...three, merged: withMembers(ours, members) };
      const frame = field.framedBy === undefined ? undefined : frameOf(groups.get(field.framedBy));
      const lists = { base: isList(before) ? before : undefined, ours: left, theirs: right };
      const result = new ListMerge(field, name, lists, { owner, frame, path, merging }).result();
      members.set(name, plain(result));
    }
  }
  const taken = withMembers(ours, members);
  return taken !== ours && withMembers(theirs, members) === theirs ? theirs : taken;
}

/** Whether nothing but the list itself decides about its records. */
const selfContained = (field: ListField): boolean =>
  field.needs === undefined && field.framedBy === undefined;

const valuesOf = ({ base, ours, theirs }: Three<object>, name: string): Values => [
  base === undefined ? undefined : member(base, name),
  member(ours, name),
  member(theirs, name),
];

const groupOf = (name: string, field: ValueField): string => field.group ?? name;

/** A group that both sides left alone or changed alike frames nothing. */
const frameOf = (taken: Side | 'both' | undefined): Side | undefined =>
  taken === 'both' ? undefined : taken;

/** Which side each group of value fields is taken from. */
function mergeGroups(
  table: Table,
  three: Three<object>,
  path: Path,
  merging: Merging,
): ReadonlyMap<string, Side | 'both'> {
  const groups = new Map<string, { readonly names: string[]; readonly field: ValueField }>();
  for (const [name, field] of Object.entries(table.fields)) {
    if (field.as !== 'value') continue;
    const group = groupOf(name, field);
    const found = groups.get(group);
    if (found === undefined) groups.set(group, { names: [name], field });
    else found.names.push(name);
  }
  const taken = new Map<string, Side | 'both'>();
  for (const [group, { names, field }] of groups) {
    const values = names.map((name) => valuesOf(three, name));
    if (values.every(([, left, right]) => same(left, right))) {
      taken.set(group, 'both');
      continue;
    }
    const fresh = three.base === undefined;
    if (!fresh && values.every(([before, , right]) => same(before, right))) taken.set(group, 'ours');
    else if (!fresh && values.every(([before, left]) => same(before, left))) taken.set(group, 'theirs');
    else if (field.numbered === true) taken.set(group, smaller(values[0]));
    else {
      const told = (at: 0 | 1 | 2): Plain | undefined =>
        names.length === 1 ? values[0]?.[at] : gathered(names, values, at);
      const sides = threeValues(fresh ? undefined : told(0), told(1), told(2));
      taken.set(group, merging.settle({ cause: 'changed', kind: table.kind, path, field: group, ...sides }));
    }
  }
  return taken;
}

const smaller = (values: Values | undefined): Side =>
  Number(values?.[1]) <= Number(values?.[2]) ? 'ours' : 'theirs';

function gathered(names: readonly string[], values: readonly Values[], at: 0 | 1 | 2): Plain {
  const members = names.map((name, index): [string, Plain | undefined] => [name, values[index]?.[at]]);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

/** Whether a person's work changed the record: what `yields` does not count. */
function worked(table: Table, before: object, after: object): boolean {
  const counts = (name: string, field: Field): boolean => {
    if (field.as !== 'record' && field.yields === true) return false;
    return !same(member(before, name), member(after, name));
  };
  return before !== after && Object.entries(table.fields).some(([name, field]) => counts(name, field));
}

interface Lists {
  readonly base: readonly object[] | undefined;
  readonly ours: readonly object[];
  readonly theirs: readonly object[];
}

interface ListContext {
  readonly owner: Three<object> & { readonly merged: object };
  /** The side that decides which records there are. */
  readonly frame: Side | undefined;
  readonly path: Path;
  readonly merging: Merging;
}

/** Merges the records of one list by key, then their order. */
class ListMerge {
  readonly #base: ReadonlyMap<string, object>;
  readonly #sides: Readonly<Record<Side, ReadonlyMap<string, object>>>;
  readonly #needed: Readonly<Record<Side, ReadonlySet<string>>>;

  constructor(
    readonly field: ListField,
    readonly name: string,
    readonly lists: Lists,
    readonly context: ListContext,
  ) {
    this.#base = byKey(field, lists.base ?? []);
    this.#sides = { ours: byKey(field, lists.ours), theirs: byKey(field, lists.theirs) };
    const { merged, ours, theirs } = context.owner;
    const needs = (removing: object): ReadonlySet<string> => field.needs?.by(merged, removing) ?? new Set();
    this.#needed = { ours: needs(ours), theirs: needs(theirs) };
  }

  result(): readonly object[] {
    const { field, lists } = this;
    const merged = new Map<string, object>();
    for (const key of new Set([...this.#sides.ours.keys(), ...this.#sides.theirs.keys()])) {
      const record = this.#record(key);
      if (record !== undefined) merged.set(key, record);
    }
    const order = mergedOrder(
      {
        base: [...this.#base.keys()],
        ours: [...this.#sides.ours.keys()],
        theirs: [...this.#sides.theirs.keys()],
      },
      merged,
      this.context.frame,
      (keys) => {
        const { path, merging } = this.context;
        return merging.settle({ cause: 'order', kind: field.table.kind, path, field: this.name, ...keys });
      },
    );
    const result = order.flatMap((key) => merged.get(key) ?? []);
    return (
      this.#shared(result, lists.ours, 'ours') ??
      this.#shared(result, lists.theirs, 'theirs') ??
      closeAll(field, result)
    );
  }

  /** The side's own list where the result is just that. */
  #shared(result: readonly object[], list: readonly object[], side: Side): readonly object[] | undefined {
    const own = [...this.#sides[side].values()];
    const alike = own.length === result.length && own.every((record, index) => record === result[index]);
    return alike ? list : undefined;
  }

  #record(key: string): object | undefined {
    const { field, context } = this;
    const base = this.#base.get(key);
    const ours = this.#sides.ours.get(key);
    const theirs = this.#sides.theirs.get(key);
    if (ours !== undefined && theirs !== undefined) {
      const path = [...context.path, { field: this.name, key }];
      const { frame } = context;
      if (frame !== undefined) return this.#framed({ base, ours, theirs }, path, frame);
      return mergeRecord(field.table, { base, ours, theirs }, path, context.merging);
    }
    if (ours !== undefined) return this.#single(key, base, ours, 'ours');
    return theirs === undefined ? undefined : this.#single(key, base, theirs, 'theirs');
  }

  /** A property under a type: its value goes along where both sides hold the same choices, otherwise the type's. */
  #framed(three: Three<object>, path: Path, frame: Side): object {
    const { table } = this.field;
    const own = three[frame];
    const other = frame === 'ours' ? three.theirs : three.ours;
    const alike = (name: string) => same(member(own, name), member(other, name));
    if (['kind', 'values'].every(alike)) return mergeRecord(table, three, path, this.context.merging);
    if (three.base !== undefined && worked(table, three.base, other)) {
      const { base, ours, theirs } = three;
      const sides = { base: plain(base), ours: plain(ours), theirs: plain(theirs) };
      const { path: owner, merging } = this.context;
      const key = path.at(-1)?.key ?? '';
      merging.fix({ cause: 'framed', kind: table.kind, path: owner, field: this.name, key, ...sides }, frame);
    }
    return own;
  }

  /** A record that only one side has: it added it, or the other one removed it. */
  #single(key: string, base: object | undefined, record: object, side: Side): object | undefined {
    const { field, context } = this;
    const { frame, path, merging } = context;
    const removing: Side = side === 'ours' ? 'theirs' : 'ours';
    const question = {
      kind: field.table.kind,
      path,
      field: this.name,
      key,
      ...(base === undefined ? {} : { base: plain(base) }),
      [side]: plain(record),
    };
    if (frame !== undefined) {
      if (frame !== side && (base === undefined || worked(field.table, base, record))) {
        merging.fix({ cause: 'framed', ...question }, frame);
      }
      return frame === side ? record : undefined;
    }
    if (base === undefined) return record;
    if (worked(field.table, base, record)) {
      return merging.settle({ cause: 'removed', ...question }, side) === side ? record : undefined;
    }
    const { needs } = field;
    if (needs === undefined || !this.#needed[removing].has(needs.idOf(record))) return undefined;
    if (!needs.told) return record;
    return merging.settle({ cause: 'needed', ...question }, side) === side ? record : undefined;
  }
}
