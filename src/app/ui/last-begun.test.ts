import { expect, it } from 'vitest';
import { lastBegun } from './last-begun.ts';

it('only what was begun last may come to something, in whatever order things end', () => {
  const begin = lastBegun();
  const first = begin();
  expect(first()).toBe(true);
  const second = begin();
  expect([first(), second()]).toEqual([false, true]);
  expect(lastBegun()()()).toBe(true);
  expect(second()).toBe(true);
});
