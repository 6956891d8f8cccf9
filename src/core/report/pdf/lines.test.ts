import fc from 'fast-check';
import type { PdfFont } from 'pdfkit/js/pdfkit.standalone.js';
import { describe, expect, it } from 'vitest';
import { Face, type Faces } from './faces.ts';
import { brokenLines, type StyledRun, shownOnPage } from './lines.ts';

/** A font whose glyphs are the codes of the letters, all of them half as wide as they are high. */
const font: PdfFont = {
  id: 'F1',
  ascender: 800,
  descender: -200,
  ref: () => ({ data: {}, compress: true, end: () => undefined }),
  encode: (text) => [
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')),
    Array.from({ length: text.length }, () => ({ xAdvance: 500, xOffset: 0, advanceWidth: 500 })),
  ],
};
const face = new Face(font);
const faces: Faces = { normal: face, bold: face };
const style = { face: 'normal', size: 10, colour: '#000000' } as const;

const decoded = (code: string): string =>
  (code.match(/\((?:[^\\)]|\\[\s\S])*\)/g) ?? [])
    .map((each) => each.slice(1, -1).replace(/\\([\s\S])/g, '$1'))
    .flatMap((bytes) => bytes.match(/[\s\S]{2}/g) ?? [])
    .map((pair) => String.fromCharCode(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)))
    .join('');
/** The lines of texts where `letters` have room side by side. */
const broken = (texts: readonly string[], letters: number): readonly string[] =>
  brokenLines(
    texts.map((text): StyledRun => ({ text, style })),
    letters * 5,
    faces,
  ).map(({ pieces }) => pieces.map(({ code }) => decoded(code)).join(''));

describe('lines', () => {
  it.each([
    ['no text', [''], []],
    ['one line', ['ab cd'], ['ab cd']],
    ['words', ['ab cd efghij kl'], ['ab cd ', 'efghij kl']],
    ['line ends', ['ab\r\ncd\n\nef'], ['ab', 'cd', '', 'ef']],
    ['blanks at a line’s begin and end', ['  ab   cd  '], ['ab cd']],
    ['behind a hyphen', ['abcdef-ghijkl'], ['abcdef-', 'ghijkl']],
    ['not before a number', ['abcdefg -12345'], ['abcdefg ', '-12345']],
    ['behind slashes', ['http://ab/cdefgh/i'], ['http://ab/', 'cdefgh/i']],
    ['between characters of scripts without blanks', ['漢字'.repeat(6)], ['漢字'.repeat(5), '漢字']],
    ['no-break spaces', ['abcde fg\u00a0hijk'], ['abcde ', 'fg hijk']],
    ['anywhere in what no line holds', ['ab cdefghijklmnop qr'], ['ab ', 'cdefghijkl', 'mnop qr']],
    ['a word of several runs', ['abcdef ', 'ghi', 'jkl'], ['abcdef ', 'ghijkl']],
    ['a long word of several runs', ['abcdef', 'ghijkl', 'mnopqr s'], ['abcdefghij', 'klmnopqr s']],
    ['not before a mark', [`abcdefghi${'e\u0301'.repeat(3)}`], ['abcdefghi', 'e\u0301'.repeat(3)]],
  ])('%s', (_, texts, lines) => {
    expect(broken(texts, 10)).toEqual(lines.length === 0 ? [''] : lines);
  });

  it.each([
    ['a\u0000b\u0007\u200b\ufeffc', 'abc'],
    ['a\u2028b\vc\rd', 'a\nb\nc\nd'],
    ['\ud800x\udc00', 'x'],
    [`e${'\u0301'.repeat(1_000)}`, `e${'\u0301'.repeat(16)}`],
  ])('shows %j as %j', (text, shown) => {
    expect(shownOnPage(text)).toBe(shown);
  });

  it('no line is wider than it may be, and every letter is on one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '/', '\n', '漢', 'é', '1') });
    const texts = fc.array(text, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (runs, letters) => {
        const lines = broken(runs, letters);
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(letters);
        const bare = (all: string): string => all.replace(/\s/g, '');
        expect(bare(lines.join(''))).toBe(bare(runs.join('')));
      }),
    );
  });

  it('a word of a million letters takes no longer than many words', () => {
    const lines = broken(['x'.repeat(1_000_000)], 100);
    expect(lines).toHaveLength(10_000);
    expect(broken(['y'.repeat(50), 'z'.repeat(100)], 100).map((line) => line.length)).toEqual([100, 50]);
  });

  it('keeps what each piece is', () => {
    const link = { text: 'here', style, href: 'https://example.org' };
    const [line] = brokenLines([{ text: 'see ', style }, link, { text: '.', style }], 500, faces);
    expect(line?.pieces.map(({ code, href, width }) => [decoded(code), href, width])).toEqual([
      ['see ', undefined, 20],
      ['here', 'https://example.org', 20],
      ['.', undefined, 5],
    ]);
  });
});
