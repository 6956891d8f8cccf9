import type { Result } from '../base/index.ts';
import { DOT } from './dot/facts.ts';
import { writeDot } from './dot/write.ts';
import { drawio } from './drawio/drawio.ts';
import { hasEnding } from './formats.ts';
import { mermaid } from './mermaid/mermaid.ts';
import { otm, otmYaml } from './otm/otm.ts';
import type { ReadError } from './places.ts';
import {
  type ExportFormat,
  type FormatFacts,
  type Imported,
  type ImportFormat,
  importing,
  type Progress,
  type Reader,
} from './port.ts';
import { readBy } from './read.ts';
import { expectedBy, type Opened, READERS } from './registry.ts';
import { threatDragon } from './threat-dragon/threat-dragon.ts';
import { tmBomWith } from './tm-bom/tm-bom.ts';
import { visio } from './visio/visio.ts';

const tmBom = tmBomWith(mermaid.write);

/** Formats of other programs whose files are read into drafts. */
const IMPORTS: readonly ImportFormat[] = [drawio, threatDragon, otm, tmBom, visio, mermaid];

/** Formats of other programs that models are written to. */
export const EXPORTS: readonly ExportFormat[] = [
  drawio,
  threatDragon,
  otm,
  otmYaml,
  tmBom,
  mermaid,
  { ...DOT, write: writeDot },
];

/** The formats of other programs, in the order in which they are offered. */
export const FOREIGN_FORMATS: readonly FormatFacts[] = [
  ...IMPORTS,
  ...EXPORTS.filter(({ id }) => IMPORTS.every((format) => format.id !== id)),
];

const FOREIGN_READERS: readonly Reader<Imported>[] = IMPORTS.map(importing);

/** Reads a file of another program, told by its content; the name only breaks ties. Throws as `readBy` does. */
export function readForeign(bytes: Uint8Array, name = '', progress?: Progress): Result<Imported, ReadError> {
  return readBy(FOREIGN_READERS, bytes, { name, expected: 'any', progress });
}

/** Reads a file of any format, ours or another program's, told by its content. Throws as `readBy` does. */
export function readAnything(
  bytes: Uint8Array,
  name = '',
  progress?: Progress,
): Result<Opened | Imported, ReadError> {
  const readers: readonly Reader<Opened | Imported>[] = [...READERS, ...FOREIGN_READERS];
  return readBy(readers, bytes, { name, expected: expectedBy(name), progress });
}

/** The format of this id that a model can be written to. */
export const exportFormat = (id: string): ExportFormat | undefined =>
  EXPORTS.find((format) => format.id === id);

/** The format that a file's name promises to be written in. */
export function exportFormatOfName(name: string): ExportFormat | undefined {
  // Of formats with endings that a name has the one with the longest: `.otm.json` is no `.json`.
  const lengthOf = ({ extensions }: ExportFormat): number =>
    extensions.reduce(
      (most, ending) => (hasEnding(name, [ending]) ? Math.max(most, ending.length) : most),
      0,
    );
  return EXPORTS.filter((format) => lengthOf(format) > 0).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
}
