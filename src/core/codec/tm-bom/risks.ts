import { bomImpactOf } from '../foreign-states.ts';
import type { Json } from '../json.ts';

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
  const { word: impact, value } = bomImpactOf(priority);
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
