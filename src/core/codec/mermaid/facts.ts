import { laterWords } from '../../words/later.ts';
import type { FormatFacts } from '../port.ts';

/** Flowcharts of Mermaid, in Markdown or alone. */
export const MERMAID = {
  id: 'mermaid',
  label: laterWords.foreignFormats.mermaid.label,
  extensions: ['.mmd', '.md', '.mermaid', '.markdown'],
  mime: 'text/markdown',
  can: { reads: true, writes: true, lossless: false },
  note: laterWords.foreignFormats.mermaid.note,
} as const satisfies FormatFacts;
