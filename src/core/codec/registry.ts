import { err, ok, type Result } from '../base/index.ts';
import type { Model, Template } from '../document/index.ts';
import type { RefusalSaid } from '../words/index.ts';
import { type FormatId, formatOfName } from './formats.ts';
import {
  type Expected,
  FILE_START,
  type Fidelity,
  LIMITS,
  type ReadError,
  Refusal,
  type Warning,
} from './places.ts';
import type { NativeFormat, Progress, Reader } from './port.ts';
import { type About, readBy } from './read.ts';
import { firstDifference } from './same-meaning.ts';
import { tb7 } from './tb7/tb7.ts';
import { tm7 } from './tm7/tm7.ts';

interface OpenedFile {
  /** The file as it was read. */
  readonly bytes: Uint8Array;
  readonly warnings: readonly Warning[];
}

/** A file that was read and that a save can write again. */
export type Opened =
  | (OpenedFile & { readonly format: 'tm7'; readonly model: Model })
  | (OpenedFile & { readonly format: 'tb7'; readonly template: Template });

export const READERS: readonly Reader<Opened>[] = [
  {
    ...tm7,
    read: (bytes, asked) => {
      const { document: model, warnings } = tm7.read(bytes, asked);
      return { format: 'tm7', model, warnings, bytes };
    },
  },
  {
    ...tb7,
    read: (bytes, asked) => {
      const { document: template, warnings } = tb7.read(bytes, asked);
      return { format: 'tb7', template, warnings, bytes };
    },
  },
];

/** How the reading of a file went: writes the document by the rules, which takes about as long as reading does. */
export function fidelityOf(opened: Opened): Fidelity {
  const { bytes } = opened;
  // What becomes longer is another file already.
  const most = bytes.length;
  const again =
    opened.format === 'tm7' ? writeWithin(tm7, opened.model, most) : writeWithin(tb7, opened.template, most);
  if (!again.ok || bytes.length !== again.value.length) return 'normalised';
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== again.value[i]) return 'normalised';
  return 'exact';
}

/**
 * Reads a file of any known format; the format is told by its content, the name only says what was expected. A
 * file that cannot be read ends in an error with its place and cause; throws as `readBy` does.
 */
export function readFile(bytes: Uint8Array, name = '', progress?: Progress): Result<Opened, ReadError> {
  return readBy(READERS, bytes, { name, expected: expectedBy(name), progress });
}

const HOLDS: Readonly<Record<FormatId, Expected>> = { tm7: 'model', tb7: 'template' };

export function expectedBy(name: string): Expected {
  const format = formatOfName(name);
  return format === undefined ? 'any' : HOLDS[format];
}

const A_MODEL: About = { name: tm7.extensions[0], expected: 'model' };
const A_TEMPLATE: About = { name: tb7.extensions[0], expected: 'template' };

/** Reads a `.tm7` file. */
export function readModel(
  bytes: Uint8Array,
  progress?: Progress,
): Result<Extract<Opened, { format: 'tm7' }>, ReadError> {
  const opened = readBy(READERS, bytes, { ...A_MODEL, progress });
  if (!opened.ok) return opened;
  if (opened.value.format === 'tm7') return ok(opened.value);
  return err(wrongFormat('template'));
}

/** Reads a `.tb7` file. */
export function readTemplate(
  bytes: Uint8Array,
  progress?: Progress,
): Result<Extract<Opened, { format: 'tb7' }>, ReadError> {
  const opened = readBy(READERS, bytes, { ...A_TEMPLATE, progress });
  if (!opened.ok) return opened;
  if (opened.value.format === 'tb7') return ok(opened.value);
  return err(wrongFormat('model'));
}

const wrongFormat = (what: 'model' | 'template'): ReadError => ({
  cause: 'wrong-root',
  params: { what },
  place: FILE_START,
});

/**
 * The bytes of a document by the format's rules, to replace a file, or why they could not be opened again as what they
 * were written from: a writer that trusted something odd in a document must not cost the file that is there.
 */
export const writeReadable = (document: Model | Template): Result<Uint8Array, RefusalSaid> =>
  'diagrams' in document ? readable(tm7, document, A_MODEL) : readable(tb7, document, A_TEMPLATE);

function readable<D>(format: NativeFormat<D>, document: D, about: About): Result<Uint8Array, RefusalSaid> {
  const written = writeWithin(format, document, LIMITS.bytes);
  if (!written.ok) return written;
  const fault = faultOf(format, written.value, document, about);
  return fault === null ? written : err(fault);
}

/** The bytes of a document unless they are more than `most`, which is known before all are made. */
function writeWithin<D>(format: NativeFormat<D>, document: D, most: number): Result<Uint8Array, RefusalSaid> {
  try {
    return ok(format.write(document, most));
  } catch (error) {
    if (error instanceof Refusal) return err(error.refused);
    throw error;
  }
}

/** Why bytes could not be opened again as what they were written from; null when they can. */
export function unreadable(bytes: Uint8Array, written: Model | Template): RefusalSaid | null {
  return 'diagrams' in written
    ? faultOf(tm7, bytes, written, A_MODEL)
    : faultOf(tb7, bytes, written, A_TEMPLATE);
}

function faultOf<D>(
  format: NativeFormat<D>,
  bytes: Uint8Array,
  written: D,
  about: About,
): RefusalSaid | null {
  const read = readBy([format], bytes, about);
  if (!read.ok) return read.error;
  const path = firstDifference(written, read.value.document);
  return path === undefined ? null : { cause: 'differs', params: { path } };
}

const ENDLESS = Number.POSITIVE_INFINITY;

/** The bytes of a model by the format's rules. */
export const writeModel = (model: Model): Uint8Array => tm7.write(model, ENDLESS);

/** The bytes of a template by the format's rules. */
export const writeTemplate = (template: Template): Uint8Array => tb7.write(template, ENDLESS);
