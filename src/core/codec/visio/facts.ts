import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Drawings of Visio since 2013, and what others export as such. */
export const VISIO = {
  id: 'visio',
  label: laterWords.foreignFormats.visio.label,
  extensions: ['.vsdx', '.vsdm', '.vstx', '.vstm'],
  mime: 'application/vnd.ms-visio.drawing.main+xml',
  can: { reads: true, writes: false, lossless: false },
  note: laterWords.foreignFormats.visio.note,
} as const satisfies FormatFacts;
