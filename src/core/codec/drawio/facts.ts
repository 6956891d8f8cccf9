import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Diagrams of draw.io (diagrams.net). */
export const DRAWIO = {
  id: 'drawio',
  label: laterWords.foreignFormats.drawio.label,
  extensions: ['.drawio', '.drawio.xml', '.drawio.svg', '.drawio.png', '.xml'],
  mime: 'application/vnd.jgraph.mxfile',
  can: { reads: true, writes: true, lossless: false },
  note: laterWords.foreignFormats.drawio.note,
} as const satisfies FormatFacts;
