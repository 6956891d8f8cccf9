import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Models of OWASP Threat Dragon. */
export const THREAT_DRAGON = {
  id: 'threat-dragon',
  label: laterWords.foreignFormats.threatDragon.label,
  extensions: ['.json'],
  mime: 'application/json',
  can: { reads: true, writes: true, lossless: false },
  note: laterWords.foreignFormats.threatDragon.note,
} as const satisfies FormatFacts;
