import { expect, it } from 'vitest';
import { movedInWords, sizeInWords } from './moved.ts';

it.each([
  [{ dx: 5, dy: 0 }, { dx: 5, dy: 0 }, 'Moved 5 right'],
  [{ dx: 0, dy: -1 }, { dx: 0, dy: -1 }, 'Moved 1 up'],
  [{ dx: -10, dy: 0 }, { dx: -4, dy: 0 }, 'Moved 4 left, at the edge of the canvas'],
  [{ dx: -10, dy: 0 }, { dx: 0, dy: 0 }, 'At the edge of the canvas'],
])('a move by %o that went %o', (wanted, went, words) => {
  expect(movedInWords(wanted, went)).toBe(words);
});

it.each([
  [{ width: 100, height: 80 }, { dw: 10, dh: 0 }, { width: 110, height: 80 }, '110 by 80'],
  [{ width: 42, height: 80 }, { dw: -10, dh: 0 }, { width: 40, height: 80 }, '40 by 80, the least size'],
  [{ width: 25, height: 80 }, { dw: -10, dh: 0 }, { width: 25, height: 80 }, '25 by 80, the least size'],
])('the size %o by %o', (was, by, is, words) => {
  expect(sizeInWords(was, by, is)).toBe(words);
});
