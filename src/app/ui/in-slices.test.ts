import { describe, expect, it, vi } from 'vitest';
import { inSlices, sliced } from './in-slices.ts';

/** Steps that take five milliseconds each. */
function* slow(steps: number): Generator<undefined, number> {
  for (let step = 0; step < steps; step++) {
    clock += 5;
    yield;
  }
  return steps;
}

let clock = 0;
vi.spyOn(performance, 'now').mockImplementation(() => clock);

describe('what is worked out in slices', () => {
  it('goes on where it was left, and is there once it is done', () => {
    let begun = 0;
    const work = sliced((key: { readonly steps: number }) => {
      begun += 1;
      return slow(key.steps);
    });
    const key = { steps: 5 };
    expect(work.slice(key)).toBeNull();
    expect(work.slice(key)).toBeNull();
    expect(work.has(key)).toBe(false);
    const found = work.slice(key);
    expect(found).toEqual({ of: key, value: 5 });
    expect(work.slice(key)).toBe(found);
    expect([begun, work.has(key)]).toEqual([1, true]);
  });

  it('is there at once where it takes no time', () => {
    expect(sliced((key: { readonly steps: number }) => slow(key.steps)).slice({ steps: 1 })?.value).toBe(1);
  });

  it('begins anew when it was left', () => {
    let begun = 0;
    const work = sliced((key: { readonly steps: number }) => {
      begun += 1;
      return slow(key.steps);
    });
    const key = { steps: 3 };
    work.slice(key);
    work.leave(key);
    work.slice(key);
    expect(begun).toBe(2);
  });

  it('says what went wrong each time', () => {
    let begun = 0;
    const work = sliced(function* () {
      begun += 1;
      yield;
      throw new Error('No such type');
    });
    const key = {};
    for (const _ of [1, 2]) expect(() => work.slice(key)).toThrow('No such type');
    expect(begun).toBe(1);
  });

  it('lets the page go on in between', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    });
    await inSlices(slow(10));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });
});
