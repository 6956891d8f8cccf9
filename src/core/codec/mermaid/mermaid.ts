import type { ExportFormat, ImportFormat } from '../port.ts';
import { MERMAID } from './facts.ts';
import { readMermaid, sniffMermaid } from './read.ts';
import { writeMermaid } from './write.ts';

/** Flowcharts of Mermaid, both ways. */
export const mermaid: ImportFormat & ExportFormat = {
  ...MERMAID,
  sniff: sniffMermaid,
  read: readMermaid,
  write: writeMermaid,
};
