import { expect, it } from 'vitest';
import { DEFAULT_LIMITS, limitsFrom, withLimit } from './limits.ts';

it.each([
  ['nothing', null, DEFAULT_LIMITS],
  ['no JSON', '{', DEFAULT_LIMITS],
  ['a number', '7', DEFAULT_LIMITS],
  ['another version', '{"version":2,"most":5,"megabytes":20}', DEFAULT_LIMITS],
  ['limits', '{"version":1,"most":5,"megabytes":20}', { most: 5, megabytes: 20 }],
  ['one that is too large', '{"version":1,"most":5000,"megabytes":20}', { most: 50, megabytes: 20 }],
  ['one that is no number', '{"version":1,"most":5,"megabytes":"20"}', { most: 5, megabytes: 200 }],
])('out of %s in the storage', (_, stored, wanted) => expect(limitsFrom(stored)).toEqual(wanted));

it.each([
  ['one within the bounds', 'most', 7, { most: 7, megabytes: 200 }],
  ['one that is too small', 'most', 0, { most: 1, megabytes: 200 }],
  ['one that is too large', 'megabytes', 1e9, { most: 50, megabytes: 4000 }],
  ['a fraction', 'most', 2.6, { most: 3, megabytes: 200 }],
  ['no number', 'most', Number.NaN, DEFAULT_LIMITS],
] as const)('changed to %s', (_, name, value, wanted) =>
  expect(withLimit(DEFAULT_LIMITS, name, value)).toEqual(wanted),
);
