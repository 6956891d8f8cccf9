import { describe, expect, it } from 'vitest';
import { matchScore } from './match.ts';

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

  it('takes everything while nothing is typed', () => expect(matchScore(['Image'], ' ')).toBe(1));
});
