import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THREAT_STATES } from '../../core/document/index.ts';
import { COLOURED_PRIORITIES, PRIORITY_COLOURS, STATE_COLOURS } from '../../core/drawing/index.ts';
import { lookOf, nextTheme } from './theme.ts';

describe('lookOf', () => {
  it.each([
    ['system', false, false, 'light'],
    ['system', true, false, 'dark'],
    ['system', false, true, 'contrast-light'],
    ['system', true, true, 'contrast'],
    ['light', true, true, 'light'],
    ['dark', false, false, 'dark'],
    ['contrast', false, false, 'contrast-light'],
    ['contrast', true, false, 'contrast'],
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

// ---- the colours themselves, read from the style sheet

const css = readFileSync(new URL('../ui/theme.css', import.meta.url), 'utf8');

/** The colours that a rule sets, by name; the light theme's stand below those of the others. */
function coloursOf(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`\n${selector} {`);
  expect(start).toBeGreaterThanOrEqual(0);
  const body = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

const base = coloursOf(':root');
const theme = (name: string) => new Map([...base, ...coloursOf(`:root[data-theme="${name}"]`)]);
const THEMES = {
  light: base,
  dark: theme('dark'),
  contrast: theme('contrast'),
  'contrast-light': theme('contrast-light'),
};

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const SURFACES = ['surface', 'surface-2', 'surface-3', 'canvas'];
const TEXT_ON: readonly (readonly [string, readonly string[]])[] = [
  ['text', [...SURFACES, 'accent-soft']],
  ['text-2', [...SURFACES, 'shape-fill', 'label-fill']],
  ['accent', ['surface', 'surface-2', 'accent-soft']],
  ['accent-text', ['accent']],
  ...['danger', 'warning', 'success', 'info'].map((name) => [name, ['surface', `${name}-soft`]] as const),
  ...['not-started', 'investigate', 'not-applicable', 'mitigated'].map(
    (name) => [`state-${name}`, [`state-${name}-soft`]] as const,
  ),
  ...['high', 'medium', 'low'].map((name) => [`priority-${name}`, ['surface', 'accent-soft']] as const),
  ['shape-text', ['shape-fill']],
  ['label-text', ['label-fill']],
  ['boundary', ['canvas', 'label-fill']],
];
const LINES_ON: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', ['surface', 'surface-2']],
  ['focus', SURFACES],
  ['selection', ['canvas', 'surface']],
  ['shape-line', ['canvas', 'shape-fill']],
  ['flow', ['canvas']],
  ['label-line', ['canvas', 'label-fill']],
];

describe.each(Object.entries(THEMES))('colours, %s', (name, colours) => {
  const tooWeak = (pairs: typeof TEXT_ON, least: number) =>
    pairs.flatMap(([over, grounds]) =>
      grounds
        .map(
          (ground) => [over, ground, contrast(colours.get(over) ?? '', colours.get(ground) ?? '')] as const,
        )
        .filter(([, , ratio]) => !(ratio >= least)),
    );
  // AAA where more contrast was asked for, else AA.
  const strong = name.startsWith('contrast');
  it('let texts be read', () => {
    expect(tooWeak(TEXT_ON, strong ? 7 : 4.5)).toEqual([]);
  });
  it('let borders and marks be seen', () => {
    expect(tooWeak(LINES_ON, strong ? 4.5 : 3)).toEqual([]);
  });
});

// ---- the colours that the reports share with the app

const threats = readFileSync(new URL('../threats/threats.css', import.meta.url), 'utf8');

/** The colours, in a theme, of what a selector names in the threats' style sheet. */
function shown(colours: ReadonlyMap<string, string>, selector: string): Record<string, string | undefined> {
  const rule = threats.split('}').find((one) => one.includes(selector)) ?? '';
  const tokens = rule.matchAll(/(background|color): var\(--([\w-]+)\)/g);
  return Object.fromEntries([...tokens].map(([, part = '', token = '']) => [part, colours.get(token)]));
}

describe.each(['light', 'dark'] as const)('colours shared with the reports, %s', (scheme) => {
  it.each(THREAT_STATES)('state %s', (state) => {
    const { text, ground } = STATE_COLOURS[scheme][state];
    const expected = { color: text, background: ground };
    expect(shown(THEMES[scheme], `.threats-chip[data-state="${state}"]`)).toEqual(expected);
    expect(shown(THEMES[scheme], `.threats-state[data-state="${state}"]`)).toEqual(expected);
  });
  it.each(COLOURED_PRIORITIES)('priority %s', (level) => {
    expect(shown(THEMES[scheme], `[data-priority="${level}"]`)).toEqual({
      color: PRIORITY_COLOURS[scheme][level],
    });
  });
});
