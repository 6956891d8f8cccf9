import { checkInvariants, type Model, type Template } from '../../../document/index.ts';
import { parseFragment, pasteFragment } from '../../../edit/index.ts';
import { regenerate } from '../../../engine/index.ts';
import { refusalWords } from '../../../words/later.ts';
import type { Opened, ReadError } from '../../index.ts';
import {
  buildModel,
  fidelityOf,
  idsOf,
  planDraft,
  readFile,
  readForeign,
  writeModel,
  writeTemplate,
} from '../../index.ts';
import { unreadable } from '../../registry.ts';
import { INSTANCE, SERIALIZATION, XMLNS } from '../../xml/names.ts';
import { marksIn } from './mutations.ts';

/** What an input showed: undefined when every law held. */
export interface Fault {
  readonly law: Law;
  readonly detail: string;
}

export type Law =
  | 'nothing is thrown'
  | 'a refusal says a place and a cause'
  | 'what was not edited keeps its bytes'
  | 'what was written can be read'
  | 'what was written reads as the same'
  | 'nothing carried is lost'
  | 'a second save writes the same bytes'
  | 'what the engine made is written and read'
  | 'a model keeps its invariants';

class Broken extends Error {
  readonly law: Law;
  constructor(law: Law, detail: string) {
    super(detail);
    this.law = law;
  }
}

export const bytesOf = (binary: string): Uint8Array => new Uint8Array(Buffer.from(binary, 'latin1'));

/** Whether a file was read or refused, for counting; throws nothing. */
export interface Verdict {
  readonly read: boolean;
  readonly fault: Fault | undefined;
}

function judged(check: () => boolean): Verdict {
  try {
    return { read: check(), fault: undefined };
  } catch (error) {
    if (error instanceof Broken) return { read: true, fault: { law: error.law, detail: error.message } };
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { read: true, fault: { law: 'nothing is thrown', detail } };
  }
}

/** The laws of reading and saving, for the bytes of a file (a character for each). */
export const judgedFile = (binary: string): Verdict =>
  judged(() => {
    const bytes = bytesOf(binary);
    const read = readFile(bytes);
    if (!read.ok) return refused(read.error);
    if (read.value.bytes !== bytes) throw new Broken('what was not edited keeps its bytes', '');
    checkWritten(read.value, marksIn(binary));
    if (read.value.format === 'tm7') checkRegenerated(read.value);
    return true;
  });

/** False, for a file that was not read. */
function refused(error: ReadError): false {
  const { place } = error;
  if (!(place.line > 0 && place.column > 0 && refusalWords(error).trim() !== ''))
    throw new Broken('a refusal says a place and a cause', JSON.stringify(error));
  return false;
}

/** The laws of reading files of other programs, and of what becomes of them on a template. */
export const judgedForeign = (bytes: Uint8Array, template: Template): Verdict =>
  judged(() => {
    const read = readForeign(bytes);
    if (!read.ok) return refused(read.error);
    const { draft, format } = read.value;
    const { model } = buildModel(draft, planDraft(draft, template), template, idsOf(format));
    const [fault] = checkInvariants(model);
    if (fault !== undefined) throw new Broken('a model keeps its invariants', JSON.stringify(fault));
    return true;
  });

const documentOf = (opened: Opened) => (opened.format === 'tm7' ? opened.model : opened.template);
const written = (opened: Opened): Uint8Array =>
  opened.format === 'tm7' ? writeModel(opened.model) : writeTemplate(opened.template);

function checkWritten(opened: Opened, marks: readonly string[]): void {
  const bytes = written(opened);
  const again = readFile(bytes);
  if (!again.ok) {
    throw new Broken(
      'what was written can be read',
      `${refusalWords(again.error)} ${again.error.place.path}`,
    );
  }
  const path = difference(meant(documentOf(opened)), meant(documentOf(again.value)));
  if (path !== undefined) throw new Broken('what was written reads as the same', path);
  const text = Buffer.from(bytes).toString('latin1');
  const lost = marks.find((mark) => !text.includes(mark));
  if (lost !== undefined) throw new Broken('nothing carried is lost', lost);
  if (fidelityOf(again.value) === 'exact') return;
  const second = Buffer.from(written(again.value)).toString('latin1');
  if (opened.format === 'tm7' || withLineFeeds(second) !== withLineFeeds(text)) {
    throw new Broken('a second save writes the same bytes', '');
  }
}

function checkRegenerated({ model }: Extract<Opened, { format: 'tm7' }>): void {
  const edited = regenerate(model);
  if (edited === model) return;
  const fault = unreadable(writeModel(edited), edited);
  if (fault !== null) throw new Broken('what the engine made is written and read', refusalWords(fault));
}

const has = (item: unknown, name: string): item is object => item instanceof Object && name in item;
const anchorOf = (item: unknown): string => (has(item, 'after') ? String(Reflect.get(item, 'after')) : '');
/** Declarations and the numbers of objects are the writer's to give. */
const isWriters = (item: unknown): boolean => {
  const attribute = has(item, 'attribute') ? Reflect.get(item, 'attribute') : item;
  return (
    has(attribute, 'namespace') &&
    [XMLNS, SERIALIZATION].includes(String(Reflect.get(attribute, 'namespace')))
  );
};

/**
 * A type whose prefix was never declared. Where a writer gives that prefix a meaning, it puts a digit or a line behind
 * the type's own: kept as it stood, the type would become another one.
 */
const bareType = (item: object): object | undefined => {
  const value: unknown = Reflect.get(item, 'value');
  const isUndeclared =
    Reflect.get(item, 'name') === 'type' &&
    Reflect.get(item, 'namespace') === INSTANCE &&
    !('valueNamespace' in item);
  return isUndeclared && typeof value === 'string'
    ? { ...item, value: value.replace(/^[^:]*/, (prefix) => prefix.replace(/[\d_]+$/, '')) }
    : undefined;
};

/**
 * The Windows tool writes the line ends of templates as they are (format 2.1: raw, no reference), and XML reads them
 * as one sort: a break stays a break, and `firstDifference` takes them for the same, too.
 */
const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** What a document says: what is carried behind different members may be told in any order. */
const meant = (document: Model | Template): unknown => {
  const isModel = 'diagrams' in document;
  return JSON.parse(
    JSON.stringify(document, (_, value: unknown) => {
      if (typeof value === 'string') return isModel ? value : withLineFeeds(value);
      if (value instanceof Object && 'namespace' in value) return bareType(value) ?? value;
      if (!Array.isArray(value)) return value;
      const kept = value.filter((item: unknown) => !isWriters(item));
      return kept.every((item) => has(item, 'after'))
        ? kept.toSorted((a, b) => (anchorOf(a) < anchorOf(b) ? -1 : anchorOf(a) > anchorOf(b) ? 1 : 0))
        : kept;
    }),
  );
};

/** Where two plain values differ first, with what stands there. */
function difference(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${path}: ${shown(a)} is read as ${shown(b)}`;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = difference(own(a, key), own(b, key), `${path}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const own = (value: object, key: string): unknown =>
  Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
const shown = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 200);

/** The laws of the clipboard: what gets through is plain, stays the same, and can be pasted and saved. */
export const judgedFragment = (text: string, into: Model): Verdict =>
  judged(() => {
    const read = parseFragment(text);
    if (!read.ok) {
      if (read.error.message.trim() === '') {
        throw new Broken('a refusal says a place and a cause', JSON.stringify(read.error));
      }
      return false;
    }
    const again = parseFragment(JSON.stringify(read.value));
    if (!again.ok) throw new Broken('what was written can be read', again.error.message);
    const path = difference(read.value, again.value);
    if (path !== undefined) throw new Broken('what was written reads as the same', path);
    const [diagram] = into.diagrams;
    if (diagram === undefined) return true;
    let count = 0;
    const newGuid = (): string => `00000000-0000-4000-9000-${String(++count).padStart(12, '0')}`;
    const { value } = pasteFragment(into, diagram.id, read.value, { newGuid, withThreats: true });
    const fault = unreadable(writeModel(value), value);
    if (fault !== null) throw new Broken('what was written reads as the same', refusalWords(fault));
    return true;
  });
