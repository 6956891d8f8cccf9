import { describe, expect, it } from 'vitest';
import { bestOf } from './tidy.ts';

describe('of layouts that follow each other', () => {
  const seen = (key: string, width: number, changed: number) => ({
    key,
    placed: { placement: { boxes: new Map(), handles: new Map() }, size: { width, height: 100 } },
    changed,
  });

  it('the one is taken whose line boundaries cross what they did, then the one that is seen largest', () => {
    const [large, other, kept] = [seen('a', 1000, 1), seen('b', 4000, 0), seen('c', 2000, 0)];
    expect(bestOf([large, other, kept])).toBe(kept.placed.placement);
    expect(bestOf([large, other])).toBe(other.placed.placement);
  });
});
