import { describe, expect, it, test } from 'vitest';
import { filterWords, messageWords, pluralsOf, type Said, say, words } from './index.ts';

const table = {
  plain: 'Nothing to do',
  counted: ({ n, of }: { n: number; of: string }) => `${n} of ${of}`,
};

describe('what is said', () => {
  it('is the text of its code, with its parameters', () => {
    expect(say(table, { code: 'plain' })).toBe('Nothing to do');
    expect(say(table, { code: 'counted', params: { n: 2, of: 'them' } })).toBe('2 of them');
  });

  it('has a code of the table and the parameters of that code, or does not compile', () => {
    const said: Said<typeof table>[] = [
      // @ts-expect-error no such code
      { code: 'other' },
      // @ts-expect-error parameters are missing
      { code: 'counted' },
      // @ts-expect-error a number is wanted
      { code: 'counted', params: { n: '2', of: 'them' } },
      // @ts-expect-error this one takes none
      { code: 'plain', params: { n: 2 } },
    ];
    expect(said).toHaveLength(4);
  });
});

test.each([
  ['en', 0, 'flows'],
  ['en', 1, 'flow'],
  ['en', 2, 'flows'],
  ['fr', 0, 'flow'],
  // A form that the noun does not have is the other one.
  ['pl', 3, 'flows'],
])('in %s %i takes "%s"', (language, n, noun) => {
  const { counted, form } = pluralsOf(language);
  expect(counted(n, { one: 'flow', other: 'flows' })).toBe(`${n} ${noun}`);
  expect(form(n, { one: 'flow', other: 'flows' })).toBe(noun);
});

test('numbers of things', () => {
  expect([0, 1, 2].map(words.counts.dataFlows)).toEqual(['0 data flows', '1 data flow', '2 data flows']);
});

test.each([
  [{ name: undefined, elements: 3, flows: 0 }, '3 elements'],
  [{ name: undefined, elements: 1, flows: 1 }, '1 element and 1 flow'],
  [{ name: 'Shop', elements: 1, flows: 4 }, 'Shop and 4 flows'],
])('deleting %j', (params, text) => expect(words.elements.deleted(params)).toBe(text));

test.each([
  [
    { code: 'free-end', params: { name: 'A', type: 'HTTPS', free: 1 } },
    '"A" is attached with only one end, so it has no threats',
  ],
  [
    { code: 'free-end', params: { name: '', type: 'HTTPS', free: 2 } },
    'An unnamed HTTPS is attached with neither end, so it has no threats',
  ],
  [{ code: 'unnamed', params: { name: '', type: undefined } }, 'An unnamed element has no name'],
  [
    { code: 'threats-out-of-date', params: { missing: 2, outdated: 0 } },
    'The stored threats differ from the diagram: 2 missing',
  ],
  [
    { code: 'threats-out-of-date', params: { missing: 2, outdated: 1 } },
    'The stored threats differ from the diagram: 2 missing, 1 outdated',
  ],
  [
    { code: 'too-many-threats', params: { of: 'threats', limit: 100_000 } },
    'The diagrams yield more than 100,000 threats, so threats are neither added nor updated',
  ],
  [
    { code: 'too-many-threats', params: { of: 'letters', limit: 50_000_000 } },
    'The diagrams yield more than 50,000,000 letters of threat texts, so threats are neither added nor updated',
  ],
  [{ code: 'more-messages', params: { count: 1 } }, '1 more message of this kind'],
  [{ code: 'threats-stale', params: { count: 1 } }, '1 edited threat no longer follows from the diagram'],
  [{ code: 'threats-stale', params: { count: 2 } }, '2 edited threats no longer follow from the diagram'],
  [
    {
      code: 'broken-filter',
      params: { threatTypeId: 'T1', filter: 'include', character: 3, problem: { code: 'open-bracket' } },
    },
    'Threat type T1, include filter, character 3: ")" expected',
  ],
] as const)('%j', (said, text) => expect(messageWords(said)).toBe(text));

test('a character is shown as one can tell it', () => {
  expect(filterWords({ code: 'unexpected-character', params: { character: '\n' } })).toBe(
    'Unexpected character "\\n"',
  );
});
