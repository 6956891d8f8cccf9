import { expect, it } from 'vitest';
import { once } from './once.ts';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
};
const full = () => ({
  getItem: () => null,
  setItem: () => {
    throw new DOMException('No room', 'QuotaExceededError');
  },
});
/** What comes on another page that has the same storages. */
const reloaded = (...stores: readonly (Storage | ReturnType<typeof memory> | undefined)[]) => {
  const [lasting, passing] = stores;
  return () =>
    once(
      'hint',
      () => lasting,
      () => passing,
    );
};

it('comes once in a browser, whatever tab asks', () => {
  const [lasting, passing] = [memory(), memory()];
  const page = reloaded(lasting, passing);
  expect(page().came()).toBe(false);
  page().comes();
  expect(page().came()).toBe(true);
  expect(reloaded(lasting, memory())().came()).toBe(true);
  expect(passing.getItem('hint')).toBe(null);
});

it('comes once in a tab where the browser keeps nothing', () => {
  const passing = memory();
  const page = reloaded(full(), passing);
  page().comes();
  expect(page().came()).toBe(true);
  expect(reloaded(full(), memory())().came()).toBe(false);
});

it('comes once on a page where nothing at all is kept', () => {
  for (const page of [reloaded(full(), full()), reloaded(undefined, undefined)]) {
    const hint = page();
    hint.comes();
    expect(hint.came()).toBe(true);
  }
});
