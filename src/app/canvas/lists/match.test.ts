import { describe, expect, it } from 'vitest';
import { bestMatches, matchScore } from './match.ts';

const labels = ['Docker Registry', 'Container', 'Container Boundary', 'HTTPS', 'HTTP', 'Secret'];

const best = (typed: string) =>
  labels
    .map((label) => [label, matchScore([label, ''], typed)] as const)
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1])[0]?.[0];

describe('matchScore', () => {
  const cases = [
    ['cont', 'Container'],
    ['reg', 'Docker Registry'],
    ['http', 'HTTP'],
    ['HTTPS', 'HTTPS'],
    ['cret', 'Secret'],
    ['dr', 'Docker Registry'],
    ['cb', 'Container Boundary'],
    ['zzz', undefined],
  ] as const;
  for (const [typed, label] of cases) {
    it(`"${typed}" finds ${label ?? 'nothing'}`, () => expect(best(typed)).toBe(label));
  }

  it('finds by the detail too, but below any label', () => {
    expect(matchScore(['Image', 'Container'], 'cont')).toBeGreaterThan(0);
    expect(matchScore(['Image', 'Container'], 'cont')).toBeLessThan(matchScore(['Container', ''], 'cont'));
  });

  it('finds by words of both, all of them', () => {
    const flow = ['HTTPS', 'Secret → Image'];
    expect(matchScore(flow, 'https secret')).toBeGreaterThan(0);
    expect(matchScore(flow, 'image https')).toBeGreaterThan(0);
    expect(matchScore(flow, 'https volume')).toBe(0);
    // Letters strewn over the detail are no answer.
    expect(matchScore(flow, 'sima')).toBe(0);
  });

  it('takes everything while nothing is typed', () => expect(matchScore(['Image'], ' ')).toBe(1));
});

describe('bestMatches', () => {
  const choices = ['b HTTPS', 'HTTP', 'a HTTPS', 'Secret'].map((label) => ({ label, detail: '' }));
  const found = (typed: string) => bestMatches(choices, typed).map(({ label }) => label);

  it('gives the best first, equals in their order', () =>
    expect(found('http')).toEqual(['HTTP', 'b HTTPS', 'a HTTPS']));
  it('gives all for nothing typed', () => expect(bestMatches(choices, ' ')).toBe(choices));
  it('gives none for what fits none', () => expect(found('volume')).toEqual([]));
});
