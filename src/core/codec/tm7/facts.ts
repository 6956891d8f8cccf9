import { words } from '../../words/index.ts';
import { EVERYTHING } from '../port.ts';

/** Threat models of the Windows tool. */
export const TM7 = {
  id: 'tm7',
  label: words.formats.tm7.label,
  extensions: ['.tm7'],
  mime: 'application/xml',
  can: EVERYTHING,
  note: words.formats.tm7.note,
} as const;
