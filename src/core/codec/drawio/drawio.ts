import type { ExportFormat, ImportFormat } from '../port.ts';
import { DRAWIO } from './facts.ts';
import { sniffDrawio } from './pages.ts';
import { readDrawio } from './read.ts';
import { writeDrawio } from './write.ts';

/** Diagrams of draw.io: plain, packed and inside of pictures they are read; plain they are written. */
export const drawio: ImportFormat & ExportFormat = {
  ...DRAWIO,
  sniff: sniffDrawio,
  read: readDrawio,
  write: writeDrawio,
};
