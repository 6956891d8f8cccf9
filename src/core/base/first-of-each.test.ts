import { expect, it } from 'vitest';
import { firstOfEach } from './index.ts';

const first = (items: string, most: number) =>
  firstOfEach(
    [...items],
    (item) => item,
    most,
    (item, count) => `${count} more ${item}`,
  );

it.each([
  ['', 2, []],
  ['aab', 2, ['a', 'a', 'b']],
  ['abaaba', 2, ['a', 'b', 'a', '2 more a', 'b']],
  ['aa', 0, ['2 more a']],
])('%j, %i of each', (items, most, wanted) => {
  expect(first(items, most)).toEqual(wanted);
});
