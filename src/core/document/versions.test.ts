import { expect, it } from 'vitest';
import { compareVersions, isSameTemplate } from './versions.ts';

it.each([
  ['1.0.0.0', '1.0.0.1', -1],
  ['1.9', '1.10', -1],
  ['2', '1.9.9.9', 1],
  ['1.0', '1.0.0.0', 0],
  ['4.1.0.11', '4.1.0.9', 1],
  ['', '0', 0],
  ['next', '0.0', 0],
  ['1.x.3', '1.0.2', 1],
])('of the versions %j and %j the sign is %d', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
});

it.each([
  ['a', 'a', true],
  ['A-1', 'a-1', true],
  ['a', 'b', false],
  ['', '', false],
  [' ', ' ', false],
])('the ids %j and %j are of one template: %s', (a, b, same) => {
  expect(isSameTemplate({ id: a }, { id: b })).toBe(same);
});
