import { expect, it } from 'vitest';
import { percentOf } from './index.ts';

it.each([
  [0, 0, 0],
  [0, 5, 0],
  [1, 1000, 1],
  [1, 3, 33],
  [999, 1000, 99],
  [5, 5, 100],
])('%i of %i are %i percent', (handled, all, percent) => expect(percentOf({ handled, all })).toBe(percent));
