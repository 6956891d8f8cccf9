/** What documents and changes are made of: data that `structuredClone` and JSON bring over unchanged. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [member: string]: Plain | undefined };

/** A record of a document as the plain data that it is. */
export const plain = (record: object): Plain => record as Plain;

/** A member of a record by its name; undefined when the record does not have it. */
export const member = (record: object, name: string): Plain | undefined => Reflect.get(record, name);

export const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;

export const isList = (value: unknown): value is readonly object[] => Array.isArray(value);

/**
 * Whether two values say the same. A member that is undefined is one that is absent; the order of members means
 * nothing, the order of a list does.
 */
export function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (!isRecord(left) || !isRecord(right)) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => same(item, right[index]));
  }
  for (const name in left) if (!same(own(left, name), own(right, name))) return false;
  // What is there on the right alone; the rest was compared.
  for (const name in right) if (!Object.hasOwn(left, name) && own(right, name) !== undefined) return false;
  return true;
}

/** Names in carried data are a file's: one such as `constructor` must not find what every object inherits. */
const own = (record: object, name: string): unknown =>
  Object.hasOwn(record, name) ? member(record, name) : undefined;

/** The record with these members, where undefined takes a member away; the same record when nothing changes. */
export function withMembers<R extends object>(record: R, members: ReadonlyMap<string, Plain | undefined>): R {
  if ([...members].every(([name, value]) => Object.is(member(record, name), value))) return record;
  const copy = { ...record };
  for (const [name, value] of members) {
    if (value === undefined) Reflect.deleteProperty(copy, name);
    else Reflect.set(copy, name, value);
  }
  return copy;
}
