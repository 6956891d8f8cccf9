import { expect, test } from 'vitest';
import { tabStep } from './tab-step.ts';

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 0],
  ['ArrowLeft', 2, 1],
  ['ArrowLeft', 0, 2],
  ['Home', 2, 0],
  ['PageUp', 1, 0],
  ['End', 0, 2],
  ['PageDown', 0, 2],
  ['ArrowDown', 1, null],
  ['Enter', 1, null],
  ['a', 1, null],
])('%s from tab %i of three leads to %j', (key, at, to) => expect(tabStep(key, at, 3)).toBe(to));
