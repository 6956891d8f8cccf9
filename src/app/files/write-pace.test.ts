import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, writePace } from './write-pace.ts';

const clock: Clock = {
  now: Date.now,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

describe('writePace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([50, 120, 200, 300].flatMap((every) => [0, 20, 250].map((takes) => [every, takes] as const)))(
    'changes every %i ms, writes of %i ms: none waits a second, no two writes overlap',
    async (every, takes) => {
      let unstored: number[] = [];
      let underWay = 0;
      let most = 0;
      let oldest = 0;
      const pace = writePace(async () => {
        const taken = unstored;
        most = Math.max(most, ++underWay);
        await new Promise((resolve) => setTimeout(resolve, takes));
        underWay--;
        unstored = unstored.filter((at) => !taken.includes(at));
      }, clock);
      for (let at = 0; at < 10_000; at += 10) {
        if (at % every === 0) {
          unstored = [...unstored, Date.now()];
          pace.change();
        }
        await vi.advanceTimersByTimeAsync(10);
        oldest = Math.max(oldest, Date.now() - (unstored[0] ?? Date.now()));
      }
      expect(oldest).toBeLessThan(1000);
      expect(most).toBe(1);
      await vi.advanceTimersByTimeAsync(2000);
      expect(unstored).toEqual([]);
    },
  );

  it('writes once for a burst, nothing without a change, and nothing that was written already', async () => {
    const write = vi.fn(async () => undefined);
    const pace = writePace(write, clock);
    await vi.advanceTimersByTimeAsync(5000);
    expect(write).toHaveBeenCalledTimes(0);
    for (let count = 0; count < 20; count++) pace.change();
    await vi.advanceTimersByTimeAsync(5000);
    expect(write).toHaveBeenCalledTimes(1);
    pace.change();
    pace.settled();
    await vi.advanceTimersByTimeAsync(5000);
    expect(write).toHaveBeenCalledTimes(1);
  });
});
