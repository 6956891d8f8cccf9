import type { Steps } from './steps.ts';

type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isPlain = (value: object): value is Plain => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** What a record of a list is known by, wherever it stands; an id that is a number may be the place in the list. */
function nameOf(item: unknown): string | undefined {
  if (!isObject(item)) return undefined;
  const names: readonly unknown[] = [Reflect.get(item, 'key'), Reflect.get(item, 'id')];
  return names.find((name) => typeof name === 'string');
}

/** The counterpart of an item of a list: the record of its name, else what stands in its place. */
function counterparts(before: readonly unknown[]): (item: unknown, index: number) => unknown {
  const named = new Map<string, unknown>();
  for (const item of before) {
    const name = nameOf(item);
    if (name !== undefined && !named.has(name)) named.set(name, item);
  }
  return (item, index) => named.get(nameOf(item) ?? '') ?? before[index];
}

/** Levels of a document that are walked in steps: its lists, their records, and the lists of those. */
const DEPTH = 4;

/**
 * A plain value with every part of it that equals its counterpart in another one replaced by that very part; the
 * other one itself where they are equal. So a document that was read anew shares with the one in hand what is the
 * same, and whatever relies on identity has only the rest to do. In steps: either may be large.
 */
export function* sharing<T>(before: T, after: T): Steps<T> {
  return (yield* shared(before, after, 0)) as T;
}

function* shared(before: unknown, after: unknown, depth: number): Steps<unknown> {
  if (before === after || !isObject(before) || !isObject(after))
    return Object.is(before, after) ? before : after;
  if (Array.isArray(before) && Array.isArray(after)) return yield* sharedList(before, after, depth);
  return isPlain(before) && isPlain(after) ? yield* sharedRecord(before, after, depth) : after;
}

function* sharedList(before: readonly unknown[], after: readonly unknown[], depth: number): Steps<unknown> {
  const counterpart = counterparts(before);
  const items: unknown[] = [];
  let isSame = before.length === after.length;
  let isChanged = false;
  for (const [index, item] of after.entries()) {
    const part = yield* shared(counterpart(item, index), item, depth + 1);
    if (depth < DEPTH) yield;
    items.push(part);
    isSame &&= part === before[index];
    isChanged ||= part !== item;
  }
  if (isSame) return before;
  return isChanged ? items : after;
}

function* sharedRecord(before: Plain, after: Plain, depth: number): Steps<unknown> {
  const names = Object.keys(after);
  const parts: [string, unknown][] = [];
  let isSame = names.length === Object.keys(before).length;
  let isChanged = false;
  for (const name of names) {
    const part = yield* shared(before[name], after[name], depth + 1);
    parts.push([name, part]);
    isSame &&= Object.hasOwn(before, name) && part === before[name];
    isChanged ||= part !== after[name];
  }
  if (isSame) return before;
  return isChanged ? Object.fromEntries(parts) : after;
}
