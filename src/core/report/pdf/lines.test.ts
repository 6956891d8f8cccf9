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
  font: { hasGlyphForCodePoint: () => true },
  ref: () => ({ data: {}, compress: true, end: () => undefined }),
  // As the library does, it turns words of scripts that run to the left.
  encode: (text) => {
    const letters = text.split('');
    if (/[\u0590-\u06ff]/.test(text)) letters.reverse();
    return [
      letters.map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')),
      letters.map(() => ({ xAdvance: 500, xOffset: 0, yOffset: 0, advanceWidth: 500 })),
    ];
  },
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

  it.each([
    ['a word', 'שלום', 'םולש'],
    ['words', 'אב גד', 'דג בא'],
    ['in a text that runs to the right', 'ab אב גד ef', 'ab דג בא ef'],
    ['numbers and brackets', 'אב (12) גד', 'דג (12) בא'],
    ['an end of sentence', 'אב!', '!בא'],
    ['words that run to the right', 'אב Docker 3 גד', 'דג Docker 3 בא'],
    ['Arabic digits', 'عام ٢٠٢٦', '٢٠٢٦ ماع'],
    ['on two lines', 'אבגד הוזח (אבגד) אבגד ab הוזח', ['(דגבא) חזוה דגבא', 'חזוה ab דגבא']],
  ])('to the left: %s', (_, text, seen) => {
    expect(broken([text], 20).map((line) => line.trim())).toEqual([seen].flat());
  });

  it('no line is wider than it may be, and every letter is on one', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', ' ', '-', '/', '\n', '漢', 'é', '1', 'א', '('),
    });
    const texts = fc.array(text, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 30 }), (runs, room) => {
        const lines = broken(runs, room);
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(room);
        const bare = (all: string): string => all.replace(/\s/g, '');
        // What runs to the left stands otherwise, and brackets open to the other side.
        const letters = (all: string): string => [...bare(all).replaceAll(')', '(')].sort().join('');
        expect(letters(lines.join(''))).toBe(letters(runs.join('')));
        if (!runs.join('').includes('א')) expect(bare(lines.join(''))).toBe(bare(runs.join('')));
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
