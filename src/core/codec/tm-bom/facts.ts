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
