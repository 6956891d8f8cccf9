import { words } from '../../words/index.ts';
import { EVERYTHING } from '../port.ts';

/** Templates of the Windows tool. */
export const TB7 = {
  id: 'tb7',
  label: words.formats.tb7.label,
  extensions: ['.tb7'],
  mime: 'application/xml',
  can: EVERYTHING,
  note: words.formats.tb7.note,
} as const;
