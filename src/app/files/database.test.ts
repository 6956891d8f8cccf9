import { describe, expect, it } from 'vitest';
import { MIGRATIONS, migrate } from './database.ts';

/** Stands in for the database: remembers the stores that were made and refuses to make one twice. */
function fake(existing: readonly string[]) {
  const stores = new Map(existing.map((name) => [name, '']));
  return {
    stores,
    createObjectStore: (name: string, { keyPath }: { keyPath: string }) => {
      if (stores.has(name)) throw new Error(`${name} exists`);
      stores.set(name, keyPath);
    },
  };
}

describe('migrate', () => {
  it.each([
    [
      0,
      [],
      [
        ['models', 'id'],
        ['recent', 'key'],
      ],
    ],
    [
      1,
      ['models'],
      [
        ['models', ''],
        ['recent', 'key'],
      ],
    ],
    [
      2,
      ['models', 'recent'],
      [
        ['models', ''],
        ['recent', ''],
      ],
    ],
  ] as const)('brings version %i up to date', (from, existing, stores) => {
    const database = fake(existing);
    migrate(database, from);
    expect([...database.stores]).toEqual(stores);
  });

  it('has a case above for every step', () => {
    expect(MIGRATIONS).toHaveLength(2);
  });
});
