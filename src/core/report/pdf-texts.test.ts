import { describe, expect, it } from 'vitest';
import { breakable, headline, Room } from './pdf-texts.ts';

const word = 'x'.repeat(60);
const broken = { text: word, wordBreak: 'break-all' };

describe('texts of a PDF', () => {
  it.each([
    ['a short text', 'plain words', 'plain words'],
    ['a long word', `a ${word}`, { text: ['a ', broken] }],
    ['a node', { text: word, bold: true }, { bold: true, text: [broken] }],
    [
      'a piece of a text',
      { text: ['a', { text: word, link: 'x' }] },
      { text: ['a', { ...broken, link: 'x' }] },
    ],
    [
      'a heading',
      { text: 'y'.repeat(37), style: 'h2' },
      { style: 'h2', text: [{ text: 'y'.repeat(37), wordBreak: 'break-all' }] },
    ],
    [
      'a narrow place',
      { text: 'y'.repeat(20), longest: 18 },
      { longest: 18, text: [{ text: 'y'.repeat(20), wordBreak: 'break-all' }] },
    ],
    ['hyphens and slashes', 'abc-'.repeat(30), 'abc-'.repeat(30)],
    ['one line', { text: word, noWrap: true }, { text: word, noWrap: true }],
    ['a table', { table: { body: [[word, '1']] } }, { table: { body: [[{ text: [broken] }, '1']] } }],
    ['a list', { ul: [word], color: 'red' }, { ul: [{ text: [broken] }], color: 'red' }],
  ])('%s', (_, node, expected) => {
    expect(breakable<unknown>(node)).toEqual(expected);
  });

  const textOf = (node: unknown): string =>
    typeof node === 'string'
      ? node
      : Array.isArray(node)
        ? node.map(textOf).join('')
        : typeof node === 'object' && node !== null
          ? Object.values(node)
              .map((inner) => (inner === 'break-all' ? '' : textOf(inner)))
              .join('')
          : '';

  it.each([
    ['a word of a million letters', 'w'.repeat(1_000_000), 2_000],
    ['many words', 'word '.repeat(40_000), 12_000],
    ['many lines', 'a line\n'.repeat(10_000), 12_000],
    ['pairs', '😀'.repeat(20_000), 2_000],
  ])('is divided and keeps every letter: %s', (_, text, most) => {
    const node: unknown = breakable<unknown>({ text, color: 'red' });
    const { stack, color } = node as { stack: readonly unknown[]; color: string };
    expect(color).toBe('red');
    for (const paragraph of stack) {
      expect(textOf(paragraph).length).toBeLessThanOrEqual(most);
      expect(textOf(paragraph)).not.toMatch(/^[\uDC00-\uDFFF]/);
    }
    expect(stack.map(textOf).join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
  });
});

describe('room for the texts of a document', () => {
  const letters = (runs: readonly { readonly text: string }[]): string =>
    runs.map(({ text }) => text).join('');

  it('is enough for every text of 2,000 letters, and for some long ones', () => {
    const room = new Room();
    const words = (letter: string, length: number) => ({ text: `${letter} `.repeat(length / 2) });
    const short = [words('x', 2_000)];
    for (let n = 0; n < 1_000; n++) expect(room.for(short)).toBe(short);
    const long = [words('y', 30_000), words('z', 20_000)];
    expect(room.for(long)).toBe(long);
    expect(letters(room.for(long))).toMatch(/^(y ){2000}… \(46000 more letters: /);
    expect(letters(room.for(long))).toMatch(/^(y ){1000}… \(48000 more letters: /);
    expect(room.for(short)).toBe(short);
  });

  it('is less for words that no line holds', () => {
    const room = new Room();
    room.for([{ text: 'x '.repeat(26_000) }]);
    expect(letters(room.for([{ text: `a ${'x'.repeat(9_000)}` }]))).toMatch(
      /^a x{249}… \(8751 more letters: /,
    );
  });

  it('leaves no half of a pair, and what a piece says besides', () => {
    const room = new Room();
    room.for([{ text: 'x '.repeat(26_000) }]);
    const cut = room.for([
      { text: 'x', href: 'a' },
      { text: '😀'.repeat(2_000), href: 'b' },
    ]);
    expect(cut.slice(0, 2)).toEqual([
      { text: 'x', href: 'a' },
      { text: '😀'.repeat(124), href: 'b' },
    ]);
    expect(headline('😀'.repeat(4), 5)).toBe('😀😀…');
  });
});
