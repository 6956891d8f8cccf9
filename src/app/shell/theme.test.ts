import { describe, expect, it } from 'vitest';
import { lookOf, nextTheme } from './theme.ts';

describe('lookOf', () => {
  it.each([
    ['system', false, false, 'light'],
    ['system', true, false, 'dark'],
    ['system', false, true, 'contrast'],
    ['system', true, true, 'contrast'],
    ['light', true, true, 'light'],
    ['dark', false, false, 'dark'],
    ['contrast', false, false, 'contrast'],
  ] as const)('%s, system dark %s, more contrast %s: %s', (theme, dark, contrast, look) => {
    expect(lookOf(theme, dark, contrast)).toBe(look);
  });
});

describe('nextTheme', () => {
  it('comes round to where it began, past every theme', () => {
    const seen = ['system' as ReturnType<typeof nextTheme>];
    for (let step = 0; step < 4; step++) seen.push(nextTheme(seen.at(-1) ?? 'system'));
    expect(seen).toEqual(['system', 'light', 'dark', 'contrast', 'system']);
  });
});
