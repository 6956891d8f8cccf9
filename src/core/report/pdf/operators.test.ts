import type { PdfFont } from 'pdfkit/js/pdfkit.standalone.js';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../drawing/index.ts';
import { Face } from './faces.ts';
import { markOperators, num, shares } from './operators.ts';

/** Glyphs are half as wide as high; the second one of a word stands nearer to the first. */
const font: PdfFont = {
  id: 'F1',
  ascender: 800,
  descender: -200,
  font: { hasGlyphForCodePoint: () => true },
  ref: () => ({ data: {}, compress: true, end: () => undefined }),
  encode: (text) => [
    [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')),
    [...text].map((_, index) => ({
      xAdvance: index === 0 ? 450 : 500,
      xOffset: 0,
      yOffset: 0,
      advanceWidth: 500,
    })),
  ],
};
const face = new Face(font);
const names = {
  faces: { normal: face, bold: face },
  image: (id: string) => (id === 'gone' ? undefined : { name: 'I1', width: 200, height: 100 }),
  opacity: (share: number) => `G${share * 10}`,
};
const box = { left: 10, top: 20, width: 40, height: 30 };
const stroke = { colour: '#000', width: 1 };
const from = { x: 0, y: 0 };

const MARKS: readonly (readonly [string, Mark, string])[] = [
  ['a box', { kind: 'rect', box, fill: '#fff', stroke }, '1 1 1 rg 0 0 0 RG 1 w 10 20 40 30 re B'],
  [
    'dashes, which end with it',
    { kind: 'rect', box, fill: null, stroke: { colour: '#d00000', width: 2, dash: '8 8' } },
    '0.816 0 0 RG 2 w [8 8] 0 d 10 20 40 30 re S [] 0 d',
  ],
  ['a ground', { kind: 'rect', box, fill: '#ff0000', stroke: null }, '1 0 0 rg 10 20 40 30 re f'],
  ['edges', { kind: 'edges', box, stroke }, '0 0 0 RG 1 w 10 20 m 50 20 l 10 50 m 50 50 l S'],
  ['lines', { kind: 'open', points: [from, { x: 3, y: 4.567 }], stroke }, '0 0 0 RG 1 w 0 0 m 3 4.57 l S'],
  [
    'a curve of one control point',
    { kind: 'curve', curve: { from, control: { x: 30, y: 60 }, to: { x: 60, y: 0 } }, stroke },
    '0 0 0 RG 1 w 0 0 m 20 40 40 40 60 0 c S',
  ],
  [
    'a text by its left end',
    { kind: 'text', x: 5, y: 6, text: 'ab', anchor: 'start', fill: '#000' },
    '0 0 0 rg BT /F1 12 Tf 1 0 0 -1 5 6 Tm [(\u0000a)50 (\u0000b)] TJ ET',
  ],
  [
    'a text by its middle',
    { kind: 'text', x: 5.7, y: 6, text: 'ab', anchor: 'middle', fill: '#000' },
    '0 0 0 rg BT /F1 12 Tf 1 0 0 -1 0 6 Tm [(\u0000a)50 (\u0000b)] TJ ET',
  ],
  ['no text', { kind: 'text', x: 5, y: 6, text: '\u0000', anchor: 'end', fill: '#000' }, ''],
  [
    'a picture, with its proportions in the middle of its box',
    { kind: 'image', id: 'a', box, opacity: 0.2 },
    'q /G2 gs 40 0 0 -20 10 45 cm /I1 Do Q',
  ],
  ['a picture that cannot be shown', { kind: 'image', id: 'gone', box, opacity: 0.2 }, ''],
];

describe('marks as operators', () => {
  it.each(MARKS)('%s', (_, mark, operators) => {
    expect(markOperators(mark, names)).toBe(operators);
  });

  it('an ellipse is four curves within its box', () => {
    const drawn = markOperators({ kind: 'ellipse', box, fill: '#fff', stroke }, names);
    expect(drawn.match(/ c(?= )/g)).toHaveLength(4);
    const numbers = drawn.slice(drawn.indexOf('w') + 1).match(/[\d.]+ [\d.]+/g) ?? [];
    for (const [x = 0, y = 0] of numbers.map((pair) => pair.split(' ').map(Number))) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(x).toBeLessThanOrEqual(50);
      expect(y).toBeGreaterThanOrEqual(20);
      expect(y).toBeLessThanOrEqual(50);
    }
  });

  it('writes the numbers of glyphs so that none ends the text', () => {
    const [word] = face.words('()\\\r\n').flat();
    expect(word?.code).toBe('(\u0000\\()50 (\u0000\\)\u0000\\\\\u0000\\r\u0000\\n)');
  });

  it.each([
    [1 / 3, '0.33'],
    [-0.001, '0'],
    [Number.NaN, '0'],
    [Number.POSITIVE_INFINITY, '1000000'],
    [1e-9, '0'],
    [-2.5, '-2.5'],
  ])('the number %d is "%s"', (value, told) => {
    expect(num(value)).toBe(told);
  });

  it.each([
    ['#fff', '1 1 1'],
    ['#d00000', '0.816 0 0'],
    ['#0b57a4', '0.043 0.341 0.643'],
  ])('the colour %s is %s', (colour, told) => {
    expect(shares(colour)).toBe(told);
  });
});
