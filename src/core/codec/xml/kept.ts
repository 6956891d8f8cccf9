import type { Carried } from '../../document/index.ts';
import { type CarriedXml, type RawAttribute, type RawNode, seal, unseal } from './carried.ts';
import type { Carrier } from './reading.ts';
import type { Sink } from './sink.ts';
import type { XmlNode } from './tree.ts';

/** What a record carries, by where it is written: a file may hold as many odd things as ordinary ones. */
interface Index {
  readonly nodes: ReadonlyMap<string | null, readonly RawNode[]>;
  readonly attributes: ReadonlyMap<string, readonly RawAttribute[]>;
}

const NOTHING: Index = { nodes: new Map(), attributes: new Map() };
const indexes = new WeakMap<CarriedXml, Index>();

function indexOf(carried: CarriedXml | undefined): Index {
  if (carried?.nodes === undefined && carried?.attributes === undefined) return NOTHING;
  let index = indexes.get(carried);
  if (index === undefined) {
    index = {
      nodes: grouped(carried.nodes ?? [], ({ after, node }) => [after, node]),
      attributes: grouped(carried.attributes ?? [], ({ on, attribute }) => [on, attribute]),
    };
    indexes.set(carried, index);
  }
  return index;
}

function grouped<E, K, V>(entries: readonly E[], split: (entry: E) => readonly [K, V]): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const entry of entries) {
    const [key, value] = split(entry);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** Anchor of an element that was kept because it made no sense: written in its member's place while that is blank. */
export const insteadOf = (at: string): string => `=${at}`;

/** The element that was kept in the place of a member. */
export function keptInstead(carried: CarriedXml, name: string): RawNode | undefined {
  return indexOf(carried).nodes.get(insteadOf(name))?.[0];
}

/** Writes what was carried behind `after`. */
export function writeNodes(sink: Sink, carried: CarriedXml | undefined, after: string | null): void {
  for (const node of indexOf(carried).nodes.get(after) ?? []) sink.raw(node);
}

/** Writes the unknown attributes of the element just started. */
export function writeAttributes(sink: Sink, carried: CarriedXml | undefined, on: string): void {
  for (const attribute of indexOf(carried).attributes.get(on) ?? []) sink.attribute(attribute);
}

/**
 * Names the items of a list, one after the other, by what they are (a guid, a name) and not by where they stand: what
 * is carried for an item stays with it when others come and go. Items without a key go by their number.
 */
export function itemNames(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return times === 0 ? key : `${key}/${times}`;
  };
}

/** Anchor of the entries that stand behind the item of that name in the list `at`; undefined: before the first. */
export const behind = (at: string, item: string | undefined): string =>
  item === undefined ? `${at}#` : `${at}#/${item}`;

/**
 * What is carried for the items of the list `at`, by the names that the items have now: reading gives some of them
 * other keys. Both lists of keys are in the items' order.
 */
export function renamedItems(
  carried: Carried,
  at: string,
  before: readonly string[],
  now: readonly string[],
): Carried {
  const [oldName, newName] = [itemNames(), itemNames()];
  const names = new Map(before.map((key, index) => [oldName(key), newName(now[index] ?? key)]));
  const renamed = (path: string): string => {
    const start = [`${at}/`, `${at}#/`].find((prefix) => path.startsWith(prefix));
    if (start === undefined) return path;
    // Names may hold slashes themselves: the longest one counts.
    for (let end = path.length; end > start.length; end = path.lastIndexOf('/', end - 1)) {
      const name = names.get(path.slice(start.length, end));
      if (name !== undefined) return start + name + path.slice(end);
    }
    return path;
  };
  const opened = unseal(carried);
  const { forms, nodes, attributes } = opened;
  return seal({
    ...opened,
    ...(forms && {
      forms: Object.fromEntries(Object.entries(forms).map(([path, form]) => [renamed(path), form])),
    }),
    ...(nodes && {
      nodes: nodes.map(({ after, node }) => ({ after: after === null ? null : renamed(after), node })),
    }),
    ...(attributes && {
      attributes: attributes.map(({ on, attribute }) => ({ on: renamed(on), attribute })),
    }),
  });
}

/** Writes what stood behind items that are no longer there, at the end of their list: nothing is lost. */
function writeOrphans(
  sink: Sink,
  carried: CarriedXml | undefined,
  at: string,
  written: ReadonlySet<string>,
): void {
  for (const { after, node } of carried?.nodes ?? []) {
    if (after?.startsWith(`${at}#`) === true && !written.has(after)) sink.raw(node);
  }
}

/** Keeps an entry of a list that its table does not know. */
export function keepItem(carrier: Carrier, after: string, node: XmlNode): void {
  carrier.keep(after, node);
  carrier.reading.warn(node, { code: 'unknown-entry', params: { name: node.name } });
}

/** Writes the items of a list with the entries that were kept between them. */
export function writeItems<V>(
  sink: Sink,
  items: readonly V[],
  carried: CarriedXml | undefined,
  at: string,
  key: (item: V) => string,
  write: (item: V, path: string) => void,
): void {
  if (carried === undefined) {
    for (const item of items) write(item, at);
    return;
  }
  const nameOf = itemNames();
  const written = new Set([behind(at, undefined)]);
  writeNodes(sink, carried, behind(at, undefined));
  for (const item of items) {
    const name = nameOf(key(item));
    write(item, `${at}/${name}`);
    written.add(behind(at, name));
    writeNodes(sink, carried, behind(at, name));
  }
  writeOrphans(sink, carried, at, written);
}
