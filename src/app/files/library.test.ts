import { expect, it } from 'vitest';
import { newerOf, olderOf } from './library.ts';

const own = (id: string, version: string) => ({
  key: `${id} ${version}`,
  id,
  name: 'Ours',
  version,
  fileName: 'ours.tb7',
  at: 0,
  size: 1,
});

it.each([
  ['the newest of its newer versions', '1.0', [own('a', '1.1'), own('a', '1.10'), own('a', '1.9')], '1.10'],
  ['nothing among older ones', '2.0', [own('a', '1.1'), own('a', '1.10')], null],
  ['nothing where the same version is the newest', '1.10.0.0', [own('a', '1.10')], null],
  ['nothing of another template', '1.0', [own('b', '2.0')], null],
  ['its id in other letters', '1.0', [own('A', '2.0')], '2.0'],
  ['nothing of one without an id', '1.0', [own('', '2.0')], null],
  ['nothing in an empty library', '1.0', [], null],
] as const)('finds %s', (_, version, known, found) => {
  expect(newerOf({ id: 'a', version }, known)?.version ?? null).toBe(found);
});

it.each([
  ['the newest of its older versions', '2.0', [own('a', '1.9'), own('a', '1.10'), own('a', '2.0')], '1.10'],
  ['nothing where none is older', '1.0', [own('a', '1.0'), own('a', '2.0')], null],
  ['nothing of another template', '2.0', [own('b', '1.0')], null],
] as const)('finds %s as what two versions come from', (_, version, known, found) => {
  expect(olderOf({ id: 'a', version }, known)?.version ?? null).toBe(found);
});
