import { err, ok, type Result } from '../base/index.ts';
import type { Model, Template } from '../document/index.ts';
import { type Fidelity, type ReadError, Refusal, type Warning } from './places.ts';
import { firstDifference } from './same-meaning.ts';
import { isTemplateRoot, templateBytes, templateOf } from './tb7/tb7.ts';
import { isModelRoot, modelBytes, modelOf } from './tm7/tm7.ts';
import { type Decoded, decodeXml, type Expected } from './xml/decode.ts';
import { parseXml, type XmlFile } from './xml/tree.ts';

interface OpenedFile {
  /** The file as it was read. */
  readonly bytes: Uint8Array;
  readonly warnings: readonly Warning[];
  readonly fidelity: Fidelity;
}

/** A file that was read. */
export type Opened =
  | (OpenedFile & { readonly format: 'tm7'; readonly model: Model })
  | (OpenedFile & { readonly format: 'tb7'; readonly template: Template });

/** A file format: how its files are known, read and written. */
export interface Codec {
  readonly id: Opened['format'];
  readonly label: string;
  readonly extension: string;
  /** What a save keeps and what it makes its own, for people. */
  readonly fidelityNote: string;
  /** Whether a parsed file is of this format, by its root element. */
  readonly sniff: (file: XmlFile) => boolean;
  /** @throws Refusal */
  readonly read: (file: XmlFile, bytes: Uint8Array, form: Decoded) => Opened;
}

/** The formats that can be opened. */
export const CODECS: readonly Codec[] = [
  {
    id: 'tm7',
    label: 'Threat model',
    extension: '.tm7',
    fidelityNote:
      'Unchanged files keep their bytes. After an edit, files of the Windows tool differ only where they were edited; others are written by its rules.',
    sniff: isModelRoot,
    read: (file, bytes, form) => {
      const { model, warnings } = modelOf(file, form);
      return { format: 'tm7', model, warnings, bytes, fidelity: fidelityOf(bytes, modelBytes(model)) };
    },
  },
  {
    id: 'tb7',
    label: 'Threat model template',
    extension: '.tb7',
    fidelityNote:
      'Unchanged files keep their bytes; otherwise a template is written by the rules of the Windows tool.',
    sniff: isTemplateRoot,
    read: (file, bytes, form) => {
      const { template, warnings } = templateOf(file, form);
      return {
        format: 'tb7',
        template,
        warnings,
        bytes,
        fidelity: fidelityOf(bytes, templateBytes(template)),
      };
    },
  },
];

function fidelityOf(bytes: Uint8Array, written: Uint8Array): Fidelity {
  if (bytes.length !== written.length) return 'normalised';
  for (let i = 0; i < bytes.length; i++) if (bytes[i] !== written[i]) return 'normalised';
  return 'exact';
}

/**
 * Reads a file of any known format; the format is told by its content, the name only says what was expected. Never
 * throws: a file that cannot be read ends in an error with its place and cause.
 */
export function readFile(bytes: Uint8Array, name = ''): Result<Opened, ReadError> {
  return readAs(bytes, expectedBy(name));
}

function expectedBy(name: string): Expected {
  if (/\.tb7$/i.test(name)) return 'template';
  return /\.tm7$/i.test(name) ? 'model' : 'any';
}

function readAs(bytes: Uint8Array, expected: Expected): Result<Opened, ReadError> {
  try {
    const form = decodeXml(bytes, expected);
    const file = parseXml(form.text);
    const codec = CODECS.find((candidate) => candidate.sniff(file));
    if (codec !== undefined) return ok(codec.read(file, bytes, form));
    const { root, placeOf } = file;
    const message = `This is XML, but no threat model (<ThreatModel>) and no template (<KnowledgeBase>): its root is <${root.name}>`;
    return err({ cause: 'wrong-root', message, place: placeOf(root) });
  } catch (error) {
    if (error instanceof Refusal) return err(error.refused);
    throw error;
  }
}

/** Reads a `.tm7` file. */
export function readModel(bytes: Uint8Array): Result<Extract<Opened, { format: 'tm7' }>, ReadError> {
  const opened = readAs(bytes, 'model');
  if (!opened.ok) return opened;
  if (opened.value.format === 'tm7') return ok(opened.value);
  return err(wrongFormat('This is a template (.tb7), not a threat model'));
}

/** Reads a `.tb7` file. */
export function readTemplate(bytes: Uint8Array): Result<Extract<Opened, { format: 'tb7' }>, ReadError> {
  const opened = readAs(bytes, 'template');
  if (!opened.ok) return opened;
  if (opened.value.format === 'tb7') return ok(opened.value);
  return err(wrongFormat('This is a threat model (.tm7), not a template'));
}

const wrongFormat = (message: string): ReadError => ({
  cause: 'wrong-root',
  message,
  place: { line: 1, column: 1, path: '' },
});

/**
 * Why bytes that are about to replace a file could not be opened again as what they were written from; null when they
 * can. A writer that trusted something odd in a document must not cost the file that is there.
 */
export function unreadable(
  bytes: Uint8Array,
  written: Model | Template,
): { readonly message: string } | null {
  try {
    const form = decodeXml(bytes);
    const file = parseXml(form.text);
    const isModel = 'diagrams' in written;
    if (!(isModel ? isModelRoot(file) : isTemplateRoot(file)))
      return { message: `The root is <${file.root.name}>` };
    const read = isModel ? modelOf(file, form).model : templateOf(file, form).template;
    const path = firstDifference(written, read);
    return path === undefined ? null : { message: `It would say something else in ${path}` };
  } catch (error) {
    if (error instanceof Refusal) return error.refused;
    throw error;
  }
}

/** The bytes of a model by the format's rules. */
export const writeModel = (model: Model): Uint8Array => modelBytes(model);

/** The bytes of a template by the format's rules. */
export const writeTemplate = (template: Template): Uint8Array => templateBytes(template);

/**
 * What to save for a model: the file's own bytes while the document is the very one that was read, otherwise the
 * document by the format's rules.
 */
export function saveBytes(opened: Opened | null, model?: Model): Uint8Array {
  if (opened !== null && (model === undefined || (opened.format === 'tm7' && opened.model === model))) {
    return opened.bytes;
  }
  if (model === undefined) throw new TypeError('There is nothing to save');
  return modelBytes(model);
}
