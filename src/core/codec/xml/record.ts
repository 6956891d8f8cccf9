import type { Carried } from '../../document/index.ts';
import { FILE_START } from '../places.ts';
import { type CarriedXml, unseal } from './carried.ts';
import { keptInstead, writeAttributes, writeNodes } from './kept.ts';
import { type Kind, readValue, shown, writeValue } from './kinds.ts';
import { Carrier, elementsOf, Reading } from './reading.ts';
import type { Sink } from './sink.ts';
import type { XmlNode } from './tree.ts';

/** One row of a class's table: an element, the kind of its value, and where the document has it. */
export interface Member<T, V> {
  readonly namespace: string;
  /** A namespace that the member declares for its children (format 1.2.2). */
  readonly declares?: string;
  readonly kind: Kind<V>;
  get(record: T): V;
}

type Table<T> = Readonly<Record<string, Member<T, unknown>>>;
type ValuesOf<T, Members extends Table<T>> = {
  readonly [Name in keyof Members]: Members[Name] extends Member<T, infer V> ? V : never;
};

/** What `make` may need to know beyond the values, to repair them. */
export interface Making {
  readonly node: XmlNode;
  readonly reading: Reading;
  /** Names of the members that the file does not have, or has without anything that could be read. */
  readonly missing: ReadonlySet<string>;
}

/** A class of the format: its members in document order, and how their values become a record and back. */
export interface RecordSpec<T, Members extends Table<T>> {
  /** Objects of the class are numbered (`z:Id`). */
  readonly numbered?: boolean;
  /** In document order, which is part of the format. */
  readonly members: Members;
  /** Builds the record; `carried` is to be spread into it. */
  make(values: ValuesOf<T, Members>, carried: { carried?: Carried }, making: Making): T;
}

/** A record as it was found in a file, with what the document has no place for and later repairs need. */
export interface Found<T> {
  readonly record: T;
  /** Where it stood; null for a record that is about to be written. */
  readonly node: XmlNode | null;
  /** Names of the members that the file does not have, or has without anything that could be read. */
  readonly missing: ReadonlySet<string>;
}

const NOTHING_MISSING: ReadonlySet<string> = new Set();

/** A record of the document in the form that a kind of found records writes. */
export const toWrite = <T>(record: T): Found<T> => ({ record, node: null, missing: NOTHING_MISSING });

/** The kind of a class whose records are not settled before the whole file is read. */
export function foundKind<T>(kind: RecordKind<T>): Kind<Found<T>> {
  return {
    get blank() {
      return toWrite(kind.blank);
    },
    isRecord: true,
    read: (node, carrier) => kind.find(node, carrier),
    // An element without members is a record, too, and is to be settled like the others.
    readNil: (node, carrier) => {
      carrier.reading.warn(node, { code: 'nil', params: { name: node.name, used: shown(kind.blank) } });
      return kind.find(node, carrier);
    },
    write: (sink, { record }, carried, at) => kind.write(sink, record, carried, at),
    isBlank: ({ record }) => kind.isBlank(record),
  };
}

export interface RecordKind<T> extends Kind<T> {
  readonly numbered: boolean;
  /** Reads a record together with where it stood and what it lacks. */
  find(node: XmlNode, carrier: Carrier): Found<T>;
  /** The members alone, without `z:Id`, for elements whose `i:type` has to come first. */
  writeMembers(sink: Sink, record: T): void;
}

/**
 * Makes the table of a class into its reader and its writer. Members may come in any order (with a warning: the
 * Windows tool skips those out of order); unknown ones are carried behind the member before them.
 */
export function recordKind<T extends { readonly carried?: Carried }>() {
  return <Members extends Table<T>>(spec: RecordSpec<T, Members>): RecordKind<T> => {
    const rows = Object.entries(spec.members).map(([name, member], index) => ({ name, member, index }));
    const byName = new Map(rows.map((row) => [row.name, row]));
    let blank: T | undefined;

    const find = (node: XmlNode, carrier: Carrier): Found<T> => {
      const { reading } = carrier;
      const own = new Carrier(reading);
      own.keepAttributes('', node);
      const { values, missing } = readMembers(node, own, byName);
      standIn(node, own, byName, values, missing);
      for (const name of own.lost ?? []) missing.add(name);
      const record = make(values, own.result(), { node, reading, missing });
      return { record, node, missing: missing.size === 0 ? NOTHING_MISSING : missing };
    };
    const read = (node: XmlNode, carrier: Carrier): T => find(node, carrier).record;

    // The one place where the values gathered by name get the types that the table gives them.
    const make = (values: Record<string, unknown>, carried: { carried?: Carried }, making: Making): T =>
      spec.make(values as ValuesOf<T, Members>, carried, making);

    const writeMembers = (sink: Sink, record: T): void => {
      const carried = unseal(record.carried);
      if (carried === undefined) {
        for (const { name, member } of rows) {
          const value = member.get(record);
          if (member.kind.isAbsent?.(value) === true) continue;
          sink.start(name, member.namespace, member.declares);
          member.kind.write(sink, value, undefined, name);
          sink.end();
        }
        return;
      }
      writeAttributes(sink, carried, '');
      writeNodes(sink, carried, null);
      for (const { name, member } of rows) {
        writeMember(sink, name, member, member.get(record), carried);
        writeNodes(sink, carried, name);
      }
    };

    return {
      numbered: spec.numbered === true,
      isRecord: true,
      get blank() {
        blank ??= read(EMPTY, new Carrier(new Reading(() => FILE_START, 'none', NO_ALIASES)));
        return blank;
      },
      isBlank: () => false,
      find,
      read,
      write: (sink, record) => {
        if (spec.numbered === true) sink.reference();
        writeMembers(sink, record);
      },
      writeMembers,
    };
  };
}

/** A row of the table of a class, with its place in the documents' order. */
interface Row {
  readonly name: string;
  readonly member: Member<never, unknown>;
  readonly index: number;
}

/** The values of the members that stand in an element, and the names of those that do not. */
function readMembers(
  node: XmlNode,
  own: Carrier,
  byName: ReadonlyMap<string, Row>,
): { readonly values: Record<string, unknown>; readonly missing: Set<string> } {
  const { reading } = own;
  const values: Record<string, unknown> = {};
  const missing = new Set(byName.keys());
  let last: string | null = null;
  let lastIndex = -1;
  for (const child of elementsOf(node, reading)) {
    const row = byName.get(child.name);
    if (
      row === undefined ||
      !missing.has(row.name) ||
      !reading.matches(child, row.name, row.member.namespace)
    ) {
      // The first counts, at the next reading as well: no twin may come to stand before its member.
      const isTwin = row !== undefined && lastIndex < row.index && !missing.has(row.name);
      own.keep(isTwin ? row.name : last, child);
      reading.warn(child, {
        code: row === undefined ? 'unknown-element' : 'repeated-element',
        params: { name: child.name },
      });
      continue;
    }
    if (row.index < lastIndex) reading.warn(child, { code: 'out-of-order', params: { name: row.name } });
    values[row.name] = readValue(row.member.kind, child, own, row.name);
    missing.delete(row.name);
    last = row.name;
    lastIndex = row.index;
  }
  return { values, missing };
}

/** Puts the blank of its kind for every member that is missing, and says so where the format wants one. */
function standIn(
  node: XmlNode,
  own: Carrier,
  byName: ReadonlyMap<string, Row>,
  values: Record<string, unknown>,
  missing: ReadonlySet<string>,
): void {
  for (const name of missing) {
    const kind = byName.get(name)?.member.kind;
    values[name] = kind?.blank;
    if (kind?.remembersAbsence === true) own.form(name, 'absent');
    if (kind?.optional === true) continue;
    const used = kind?.standIn ?? shown(kind?.blank);
    own.reading.warn(node, { code: 'missing-member', params: { name, parent: node.name, used } });
  }
}

const NO_ALIASES: ReadonlySet<string> = new Set();
const EMPTY: XmlNode = { name: '', namespace: '', attributes: [], children: [], parent: null, offset: 0 };

function writeMember<T>(
  sink: Sink,
  name: string,
  member: Member<T, unknown>,
  value: unknown,
  carried: CarriedXml,
): void {
  const { kind } = member;
  const blank = kind.isBlank(value);
  const instead = blank ? keptInstead(carried, name) : undefined;
  if (instead !== undefined) {
    sink.raw(instead);
    return;
  }
  const form = blank ? carried.forms?.[name] : undefined;
  if (form === 'absent' || (form === undefined && kind.isAbsent?.(value) === true)) return;
  sink.start(name, member.namespace, member.declares);
  if (form !== 'empty') writeValue(sink, kind, value, carried, name);
  sink.end();
}

/** Without the members that are undefined, for the optional ones of a record. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: T[K] } = {};
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key];
  return kept as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** Starts the rows of a class whose members stand in `namespace`. */
export function rowsOf<T>(namespace: string) {
  return <V>(kind: Kind<V>, get: (record: T) => V, declares?: string): Member<T, V> => ({
    namespace,
    kind,
    get,
    ...(declares === undefined ? {} : { declares }),
  });
}
