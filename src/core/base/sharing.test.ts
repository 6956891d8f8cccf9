import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharing } from './sharing.ts';
import { atOnce } from './steps.ts';

const shared = <T>(before: T, after: T): T => atOnce(sharing(before, after));

const before = {
  name: 'a',
  shapes: [
    { id: 'x', at: { left: 1, top: 2 } },
    { id: 'y', at: { left: 3, top: 4 } },
  ],
  texts: ['one', 'two'],
};

describe('sharing', () => {
  it('answers the other one where they are equal', () => {
    expect(shared(before, structuredClone(before))).toBe(before);
  });

  it('shares the records that are the same, wherever they stand', () => {
    const after = structuredClone(before);
    after.shapes.reverse();
    after.shapes.unshift({ id: 'z', at: { left: 1, top: 2 } });
    const made = shared(before, after);
    expect(made).toEqual(after);
    expect(made.texts).toBe(before.texts);
    expect(made.shapes[1]).toBe(before.shapes[1]);
    expect(made.shapes[2]).toBe(before.shapes[0]);
  });

  it('knows records by their keys where their ids are numbers', () => {
    const threats = [
      { id: 1, key: 'k', notes: ['one'] },
      { id: 2, key: 'l', notes: ['two'] },
    ];
    const made = shared(threats, structuredClone(threats).reverse());
    expect(made[0]).toBe(threats[1]);
    expect(made[1]).toBe(threats[0]);
  });

  it('shares what lies in a record that is another', () => {
    const after = structuredClone(before);
    after.name = 'b';
    const made = shared(before, after);
    expect(made).not.toBe(before);
    expect(made.shapes).toBe(before.shapes);
  });

  it.each([
    ['a member that came', { a: 1 }, { a: 1, b: undefined }],
    ['a member that went', { a: 1, b: undefined }, { a: 1 }],
    ['another member', { a: undefined }, { b: undefined }],
    ['a shorter list', [1, 2], [1]],
    ['a list for a record', { 0: 1 }, [1]],
    ['null for a record', { a: 1 }, null],
    ['what is no plain record', new Date(0), new Date(0)],
  ])('keeps %s', (_, old, made) => {
    expect(shared<unknown>(old, made)).toBe(made);
  });

  it('is the value itself, whatever it is compared with', () => {
    const record = (id: string) => fc.record({ id: fc.constant(id), value: fc.jsonValue() });
    const list = fc.uniqueArray(fc.constantFrom('p', 'q', 'r')).chain((ids) => fc.tuple(...ids.map(record)));
    const value = fc.oneof(fc.jsonValue(), fc.record({ list, rest: fc.jsonValue() }));
    fc.assert(
      fc.property(value, value, (old, made) => {
        expect(shared<unknown>(old, made)).toEqual(made);
        expect(shared<unknown>(old, structuredClone(old))).toBe(old);
      }),
    );
  });
});
