import { describe, expect, it } from 'vitest';
import { DiagramScene, type Mark } from '../../drawing/index.ts';
import { sample } from '../testing/sample.ts';
import { emfOf } from './emf.ts';

interface Read {
  readonly type: number;
  readonly bytes: DataView;
}

/** The records of a metafile by [MS-EMF]: each says its length, and the first one how many there are. */
function recordsOf(emf: Uint8Array): readonly Read[] {
  const view = new DataView(emf.buffer, emf.byteOffset, emf.byteLength);
  const records: Read[] = [];
  for (let at = 0; at < emf.length; ) {
    const length = view.getUint32(at + 4, true);
    if (length < 8 || length % 4 !== 0 || at + length > emf.length) throw new Error(`Damaged at ${at}`);
    records.push({
      type: view.getUint32(at, true),
      bytes: new DataView(emf.buffer, emf.byteOffset + at, length),
    });
    at += length;
  }
  return records;
}

/** The letters of a record of text. */
function textOf({ bytes }: Read): string {
  const [count, start] = [bytes.getUint32(44, true), bytes.getUint32(48, true)];
  return Array.from({ length: count }, (_, index) =>
    String.fromCharCode(bytes.getUint16(start + 2 * index, true)),
  ).join('');
}

const crop = { left: 10, top: 20, width: 100, height: 50 };

describe('a drawing as a metafile', () => {
  it('has a header that says what follows', () => {
    const [diagram] = sample.diagrams;
    if (diagram === undefined) throw new Error('The sample has no diagram');
    const scene = new DiagramScene(sample, diagram, { theme: 'colour', images: null });
    const marks = scene.elements().flatMap((placed) => scene.marks(placed));
    const emf = emfOf(marks, scene.crop());
    const records = recordsOf(emf);
    const [head] = records;
    expect(head?.type).toBe(1);
    expect(head?.bytes.getUint32(40, true)).toBe(0x464d4520);
    expect(head?.bytes.getUint32(48, true)).toBe(emf.length);
    expect(head?.bytes.getUint32(52, true)).toBe(records.length);
    expect(records.at(-1)?.type).toBe(14);
    const texts = records.filter(({ type }) => type === 84).map(textOf);
    expect(texts).toEqual(expect.arrayContaining(['Container', 'HTTP']));
    // Pens, brushes and fonts are made before they are called, and there are as many as the header says.
    const made = records
      .filter(({ type }) => [39, 82, 95].includes(type))
      .map(({ bytes }) => bytes.getUint32(8, true));
    expect(made).toEqual(made.map((_, index) => index + 1));
    expect(head?.bytes.getUint16(56, true)).toBe(made.length + 1);
  });

  it.each([
    ['a box', { kind: 'rect', box: crop, fill: '#fff', stroke: null }, 43],
    [
      'a box with round corners',
      { kind: 'rect', box: crop, radius: 4, fill: null, stroke: { colour: '#123456', width: 1 } },
      44,
    ],
    [
      'an ellipse',
      { kind: 'ellipse', box: crop, fill: '#fff', stroke: { colour: '#000', width: 2, dash: '4 2' } },
      42,
    ],
    ['two edges', { kind: 'edges', box: crop, stroke: { colour: '#000', width: 1 } }, 4],
  ] as const)('draws %s', (_, mark: Mark, type) => {
    expect(recordsOf(emfOf([mark], crop)).map((record) => record.type)).toContain(type);
  });

  it('says how far each letter moves on, of pairs the first half, and drops what is no letter', () => {
    const mark: Mark = {
      kind: 'text',
      x: 0,
      y: 0,
      text: 'a\u0007\u{1F600}\uD800b',
      anchor: 'middle',
      fill: '#000',
    };
    const record = recordsOf(emfOf([mark], crop)).find(({ type }) => type === 84);
    if (record === undefined) throw new Error('There is no text');
    expect(textOf(record)).toBe('a\u{1F600}b');
    const widths = record.bytes.getUint32(72, true);
    expect([0, 1, 2, 3].map((index) => record.bytes.getInt32(widths + 4 * index, true) > 0)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('takes places that are no numbers, or beyond all paper', () => {
    const stroke = { colour: '#000', width: 1 };
    for (const left of [Number.NaN, 1e300, -1e300])
      expect(() => recordsOf(emfOf([{ kind: 'edges', box: { ...crop, left }, stroke }], crop))).not.toThrow();
  });
});
