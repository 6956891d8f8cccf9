import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, type Piece, piecesOf } from './pieces.ts';

/** Records in lists in records, as a document has them. */
const document = {
  information: { name: 'Shop', owner: 'Ann' },
  diagrams: Array.from({ length: 6 }, (_, id) => ({
    id,
    shapes: Array.from({ length: 60 }, (__, place) => ({
      id: place,
      name: `Shape ${place}`,
      box: { left: place, top: id, width: 100, height: 100 },
      properties: [{ name: 'Owner', value: 'Ann' }],
    })),
  })),
};

const cut = (value: unknown, limit: number): Piece[] =>
  structuredClone([...piecesOf(value, limit)].map(({ piece }) => piece));

describe('pieces', () => {
  it('of any value, cut anywhere, make it again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 40 }), (value, limit) => {
        expect(joined(cut(value, limit))).toEqual(value);
      }),
    );
  });

  it('of a document make it again, and none is heavy', () => {
    const limit = 500;
    const pieces = [...piecesOf(document, limit)];
    expect(pieces.length).toBeGreaterThan(10);
    // The heaviest record without lists, and what came before it into the piece.
    expect(Math.max(...pieces.map(({ weight }) => weight))).toBeLessThan(3 * limit);
    expect(joined(cut(document, limit))).toEqual(document);
  });

  it('of a light value are one, the value itself', () => {
    expect([...piecesOf(document.information, 1000)].map(({ piece }) => piece.items[0])).toEqual([
      document.information,
    ]);
  });

  it('make nothing when one is missing', () => {
    const pieces = cut({ list: Array.from({ length: 100 }, (_, index) => ({ index })) }, 20);
    expect(pieces.length).toBeGreaterThan(5);
    // The first piece holds the end of the list: only its number tells that it is missing.
    for (let gone = 1; gone < pieces.length; gone++)
      expect(joined(structuredClone(pieces).toSpliced(gone, 1))).toBeUndefined();
    expect(joined([])).toBeUndefined();
    expect(joined([{ path: ['constructor'], from: 0, items: [] }])).toBeUndefined();
  });
});
