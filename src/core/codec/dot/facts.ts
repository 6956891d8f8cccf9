import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Graphs of Graphviz. */
export const DOT = {
  id: 'dot',
  label: laterWords.foreignFormats.dot.label,
  extensions: ['.dot', '.gv'],
  mime: 'text/vnd.graphviz',
  can: { reads: false, writes: true, lossless: false },
  note: laterWords.foreignFormats.dot.note,
} as const satisfies FormatFacts;
