import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Models of OWASP's Threat Model Library. */
export const TM_BOM = {
  id: 'tm-bom',
  label: laterWords.foreignFormats.tmBom.label,
  extensions: ['.tmbom.json', '.json'],
  mime: 'application/json',
  can: { reads: true, writes: true, lossless: false },
  note: laterWords.foreignFormats.tmBom.note,
} as const satisfies FormatFacts;

/** Where our own facts stand in `extensions`: the schema wants the name of a host and a path, and nobody owns this one. */
export const EXTENSION = 'trustline.invalid/tmt/v1';

/*
 * What our export writes into every file since a model does not say it.
 */

export const VERSION = '1';

/** What Threat Dragon writes of a scope, too (exchange 10). */
export const SCOPE = {
  business_criticality: 'moderate',
  data_sensitivity: ['op'],
  exposure: 'internal',
  tier: 'important',
} as const;

/** The one who is behind all threats. */
export const ATTACKER = {
  symbolic_name: 'generic-attacker',
  title: 'Attacker',
  description: 'Anyone who attacks the system: the model does not say who.',
  is_person: true,
  skill_level: 'engineer',
  access_level: 'anonymous',
  malicious_intent: true,
  applicability_to_org: 'moderate',
} as const;

/** The assumptions that a text says, one a line. */
export const assumptionsOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
