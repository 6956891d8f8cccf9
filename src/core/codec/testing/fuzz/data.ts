import type { Change } from './mutations.ts';
import { NAMES, VALUES } from './values.ts';

/** What JSON can say and a fragment has no use for. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e300,
  1_000_001,
  '',
  'x',
  [],
  {},
  [[]],
  [null],
  ['a', 'b'],
  ...VALUES.slice(0, 60),
  '\u0000',
  '\uD800',
  '\uFFFE',
];

/** Every list and object of a value. */
function holders(value: unknown, found: object[] = []): readonly object[] {
  if (typeof value !== 'object' || value === null) return found;
  found.push(value);
  for (const part of Object.values(value)) holders(part, found);
  return found;
}

/** A fragment with a change made to its data, or to its characters. */
export function changedData(text: string, { level, way, at, by }: Change): string {
  if (level === 'byte') return byCharacters(text, way, at, by);
  const value = parsed(text);
  const all = holders(value);
  const holder = all[at % Math.max(1, all.length)];
  if (holder === undefined) return text;
  const keys = Object.keys(holder);
  const key = keys[by % Math.max(1, keys.length)] ?? '0';
  const odd = ODD[by % ODD.length];
  const before: unknown = Reflect.get(holder, key);
  const other: unknown = Reflect.get(holder, keys[(by >> 8) % Math.max(1, keys.length)] ?? '0');
  if (way === 'drop') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else Reflect.deleteProperty(holder, key);
  } else if (way === 'double' && Array.isArray(holder)) holder.splice(Number(key), 0, before);
  else if (way === 'swap' || way === 'move') Reflect.set(holder, key, other);
  else if (way === 'rename' && !Array.isArray(holder)) define(holder, NAMES[by % NAMES.length] ?? '', before);
  else Reflect.set(holder, key, odd);
  // An element that holds itself would not be JSON any more.
  return JSON.stringify(value);
}

const define = (holder: object, name: string, value: unknown): void => {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function byCharacters(text: string, way: string, at: number, by: number): string {
  const start = at % Math.max(1, text.length);
  const end = start + 1 + (by % 8);
  if (way === 'cut') return by % 8 === 0 ? text.slice(0, start) : text;
  if (way === 'delete') return text.slice(0, start) + text.slice(end);
  if (way === 'repeat') return text.slice(0, end) + text.slice(start);
  const put = way === 'insert' ? (VALUES[by % VALUES.length] ?? '') : String.fromCharCode(by % 256);
  return text.slice(0, start) + put + text.slice(way === 'insert' ? start : start + 1);
}
