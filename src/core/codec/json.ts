import { isRecord } from '../base/index.ts';
import { type Limits, type Place, Refusal } from './places.ts';
import { decodeText } from './text.ts';

/** A member of a JSON file, which promises nothing. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson: (value: unknown) => value is Json = isRecord;

/** The record that a member is; an empty one where it is none. */
export const recordIn = (value: unknown): Json => (isJson(value) ? value : {});
/** The records in the list that a member is. */
export const recordsIn = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isJson) : [];
/** The text that a member is, or the number; empty where it is neither. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
/** The number that a member is; undefined where it is none that can be drawn with. */
export const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < 1e7 ? value : undefined;

/** What the JSON parser of the engine says of a place: none says all of it. */
const AT = /\(?(?:at |in JSON at )?position (\d+)(?: \(line \d+ column \d+\))?\)?/;

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, path: '' };
}

/**
 * The value of a JSON file.
 * @throws Refusal with the place when it is none, or is deeper or has more values than the limits
 */
export function parseJson(bytes: Uint8Array, limits: Limits): unknown {
  const { text } = decodeText(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const offset = Number(AT.exec(message)?.[1] ?? text.length);
    const said = message
      .replace(AT, '')
      .replace(/\s*in JSON\s*$/, '')
      .trim();
    throw new Refusal({ cause: 'bad-json', params: { said }, place: placeAt(text, offset) });
  }
  checkSize(value, limits);
  return value;
}

/**
 * Walks a value that was parsed as a tree, so that what is referred to often counts as often.
 * @throws Refusal when it is deeper or has more values than the limits
 */
export function checkSize(value: unknown, { depth, elements }: Limits): void {
  const place: Place = { line: 1, column: 1, path: '' };
  let left: readonly unknown[] = [value];
  let count = 0;
  for (let level = 0; left.length > 0; level++) {
    if (level > depth) throw new Refusal({ cause: 'too-deep', params: { limit: depth }, place });
    const next: unknown[] = [];
    for (const one of left) {
      count += 1;
      if (count + next.length > elements)
        throw new Refusal({ cause: 'too-many-elements', params: { limit: elements }, place });
      if (typeof one === 'object' && one !== null) for (const member of Object.values(one)) next.push(member);
    }
    left = next;
  }
}
