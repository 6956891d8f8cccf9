import { describe, expect, it } from 'vitest';
import { headline, Room } from './room.ts';

describe('room for the texts of a document', () => {
  const letters = (runs: readonly { readonly text: string }[]): string =>
    runs.map(({ text }) => text).join('');

  it('is enough for every text of 2,000 letters, and for some long ones', () => {
    const room = new Room();
    const words = (letter: string, length: number) => ({ text: `${letter} `.repeat(length / 2) });
    const short = [words('x', 2_000)];
    for (let n = 0; n < 1_000; n++) expect(room.for(short)).toBe(short);
    const long = [words('y', 300_000), words('z', 200_000)];
    expect(room.for(long)).toBe(long);
    expect(letters(room.for(long))).toMatch(/^(y ){2000}… \(496000 more letters: /);
    expect(letters(room.for(long))).toMatch(/^(y ){1000}… \(498000 more letters: /);
    expect(room.for(short)).toBe(short);
  });

  it('leaves no half of a pair, and what a piece says besides', () => {
    const room = new Room();
    room.for([{ text: 'x '.repeat(251_000) }]);
    const cut = room.for([
      { text: 'x', href: 'a' },
      { text: '😀'.repeat(2_000), href: 'b' },
    ]);
    expect(cut.slice(0, 2)).toEqual([
      { text: 'x', href: 'a' },
      { text: '😀'.repeat(999), href: 'b' },
    ]);
    expect(headline('😀'.repeat(4), 5)).toBe('😀😀…');
  });
});
