import { knownPriority } from '../foreign-states.ts';
import type { Json } from '../json.ts';

/** The impact of a threat by its priority (exchange 2.6), from 5 down. */
const IMPACTS = [
  ['Critical', 'severe', 5],
  ['High', 'major', 4],
  ['Medium', 'moderate', 3],
  ['Low', 'minor', 2],
] as const;
const NONE = ['', 'negligible', 1] as const;

/** Bands of scores by their least one, as the specification of OWASP's library has them. */
const BANDS = [
  [20, 'critical'],
  [13, 'very_high'],
  [10, 'high'],
  [5, 'medium'],
  [3, 'low'],
  [0, 'very_low'],
] as const;

/** How likely all are: our model does not say. */
export const LIKELIHOOD = { word: 'possible', value: 3 } as const;

/** The risk that a threat is, without its name: likelihood times impact (exchange 10). */
export function riskOf(threat: string, title: string, priority: string): Json & { readonly impact: string } {
  const known = knownPriority(priority);
  const [, impact, value] = IMPACTS.find(([name]) => name === known) ?? NONE;
  const score = LIKELIHOOD.value * value;
  return {
    title: `Risk: ${title}`,
    description: '',
    threats: [threat],
    likelihood: LIKELIHOOD.word,
    impact,
    impact_description: `Priority of the threat: ${priority}`,
    score,
    level: BANDS.find(([least]) => score >= least)?.[1] ?? 'very_low',
  };
}
