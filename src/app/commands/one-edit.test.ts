import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withinOneEdit } from './one-edit.ts';

it.each([
  ['align', 'align', true],
  ['align', 'alig', true],
  ['align', 'algin', true],
  ['align', 'alihn', true],
  ['align', 'aign', true],
  ['align', 'alligne', false],
  ['align', 'alligm', false],
  ['align', 'aling', true],
  ['align', 'alignn', true],
  ['align', 'malign', true],
  ['distribute', 'distrub', true],
  ['rename', 'renmae', true],
  ['rename', 'renmea', false],
  ['save', 'sve', true],
  ['zoom', 'fit', false],
  ['', 'zoom', false],
])('%j is begun by %j: %s', (word, typed, wanted) => {
  expect(withinOneEdit(word, typed)).toBe(wanted);
});

it('forgives each single error, wherever it is', () => {
  const word = fc.stringMatching(/^[a-z]{4,12}$/);
  fc.assert(
    fc.property(word, fc.nat(11), fc.stringMatching(/^[a-z]$/), fc.nat(3), (one, place, letter, kind) => {
      const at = place % one.length;
      const [before, after] = [one.slice(0, at), one.slice(at)];
      const swapped = `${after[1] ?? ''}${after[0] ?? ''}${after.slice(2)}`;
      const typed = [
        before + letter + after.slice(1),
        before + after.slice(1),
        before + letter + after,
        before + swapped,
      ][kind];
      expect(withinOneEdit(one, typed ?? '')).toBe(true);
    }),
  );
});
