import { describe, expect, it } from 'vitest';
import { restoreGuard } from './restore-guard.ts';

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

describe('the guard of restored models', () => {
  it('suspects what began and was not done when the page went, and nothing else', () => {
    const storage = memory();
    const before = restoreGuard(storage);
    before.begins('slow');
    before.begins('fine');
    before.isDone('fine');
    const after = restoreGuard(storage);
    expect(['slow', 'fine', 'new'].filter(after.isSuspect)).toEqual(['slow']);
    after.isDone('slow');
    expect(after.isSuspect('slow')).toBe(false);
  });

  it('suspects nothing without a storage, or with one that refuses', () => {
    const refuses = (): never => {
      throw new Error('forbidden');
    };
    const forbidden = { ...memory(), getItem: refuses, setItem: refuses, removeItem: refuses };
    for (const guard of [restoreGuard(undefined), restoreGuard(forbidden)]) {
      guard.begins('a');
      expect(guard.isSuspect('a')).toBe(false);
      guard.isDone('a');
    }
  });
});
