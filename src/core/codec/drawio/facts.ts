import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Diagrams of draw.io (diagrams.net). */
export const DRAWIO = {
  id: 'drawio',
  label: laterWords.foreignFormats.drawio.label,
  // Pictures and plain XML with a diagram inside are told by their content; what is written is none of them.
  extensions: ['.drawio', '.drawio.xml'],
  mime: 'application/vnd.jgraph.mxfile',
  can: { reads: true, writes: true, lossless: false },
  note: laterWords.foreignFormats.drawio.note,
} as const satisfies FormatFacts;
