import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fchmodSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import {
  type Imported,
  type Opened,
  type ReadCause,
  type ReadError,
  readAnything,
  readFile,
  type Warning,
  writeReadable,
} from '../core/codec/index.ts';
import type { Model, Template } from '../core/document/index.ts';
import { excessOf, regenerate } from '../core/engine/index.ts';
import { messageWords } from '../core/words/index.ts';
import { refusalWords, repairWords } from '../core/words/later.ts';
import { harmless, harmlessJson, harmlessText } from './harmless.ts';

/** Exit codes of the command line, as its help says them; 70 is `EX_SOFTWARE` of sysexits.h. */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  unreadable: 3,
  unchecked: 4,
  unwritable: 5,
  tooMuch: 6,
  internal: 70,
} as const;

/** Ends the command with a message on standard error and an exit code; never shows a stack trace. */
export class Failure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Where the command line reads and writes; tests put their own in. */
export interface Streams {
  readonly out: (text: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  readonly stdin: () => Uint8Array;
}

/**
 * The streams as the commands use them. Every message goes through here: whatever it quotes of a file, it is one line
 * that neither a terminal nor a build server obeys. An error that cannot be told is left at its exit code.
 */
export const guarded = (streams: Streams): Streams => ({
  stdin: streams.stdin,
  out: (text) => {
    try {
      streams.out(text);
    } catch (error) {
      throw new Failure(`standard output: cannot be written: ${causeOf(error)}`, EXIT.unwritable);
    }
  },
  err: (text) => {
    try {
      streams.err(harmless(text));
    } catch {
      return;
    }
  },
});

export const processStreams: Streams = {
  out: (text) => writeAll(1, text),
  err: (text) => writeAll(2, `${text}\n`),
  stdin: () => readAll(0),
};

/** Writes some bytes from an offset on and returns how many, as `writeSync` does. */
export type Write = (descriptor: number, bytes: Uint8Array, from: number) => number;

/** How long to wait for the reader of a full pipe, in milliseconds. */
const PATIENCE = 5;

/**
 * Writes all of a text. `process.stdout.write` loses what is not yet written when the process exits; a pipe may take
 * it in parts, and one that does not block says so (EAGAIN) while it is full.
 */
export function writeAll(descriptor: number, text: string | Uint8Array, write: Write = writeSync): void {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let from = 0; from < bytes.length; ) {
    try {
      from += write(descriptor, bytes, from);
    } catch (error) {
      // `trustline … | head` closes the pipe early: that is no failure.
      if (codeOf(error) === 'EPIPE') return;
      if (codeOf(error) !== 'EAGAIN') throw error;
      wait();
    }
  }
}

/** Reads to the end; a pipe that does not block says EAGAIN while it is empty. */
function readAll(descriptor: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (;;) {
    const part = new Uint8Array(65_536);
    try {
      const count = readSync(descriptor, part);
      if (count === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, count));
    } catch (error) {
      if (codeOf(error) === 'EOF') return Buffer.concat(parts);
      if (codeOf(error) !== 'EAGAIN') throw error;
      wait();
    }
  }
}

const wait = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
};

/** The code of an error of the system, such as `ENOENT`; empty for any other. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'permission denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
};

/** Why something could not be read or written, in words. */
export function causeOf(error: unknown): string {
  return CAUSES[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
}

/** Reads a file, or standard input for `-`. */
export function readBytes(file: string, streams: Streams): Uint8Array {
  try {
    return file === '-' ? streams.stdin() : readFileSync(file);
  } catch (error) {
    throw new Failure(`${shown(file)}: cannot be read: ${causeOf(error)}`, EXIT.unreadable);
  }
}

/** Writes a file, or standard output for `-`. A file that is there stays whole until the new one is. */
export function writeBytes(file: string, bytes: string | Uint8Array, streams: Streams): void {
  if (file === '-') streams.out(bytes);
  else telling(file, () => replaceFile(file, (descriptor) => writeFileSync(descriptor, bytes)));
}

/**
 * Writes beside the file and renames, so that one who is interrupted leaves the old one. A link keeps leading where
 * it does, and what is no file, such as a pipe, is written to. Where the folder takes no new file the old one is
 * written over: `write` is called once, as what it writes may be made on the way.
 */
function replaceFile(file: string, write: (descriptor: number) => void): void {
  const old = existsSync(file) ? statSync(file) : undefined;
  if (old !== undefined && !old.isFile()) {
    writeInto(openSync(file, 'w'), write);
    return;
  }
  const target = old === undefined ? file : realpathSync(file);
  const beside = path.join(path.dirname(target), `.trustline-${randomUUID()}.tmp`);
  let descriptor: number;
  try {
    descriptor = openBeside(beside, old?.mode);
  } catch (error) {
    rmSync(beside, { force: true });
    if (old === undefined || !['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
    writeInto(openSync(target, 'w'), write);
    return;
  }
  try {
    writeInto(descriptor, write);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Opens a new file; what the file that it replaces lets others do, its `mode`, is not what new files do. */
function openBeside(beside: string, mode: number | undefined): number {
  const descriptor = openSync(beside, 'wx', mode);
  if (mode === undefined) return descriptor;
  try {
    fchmodSync(descriptor, mode);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

function writeInto(descriptor: number, write: (descriptor: number) => void): void {
  try {
    write(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes a folder where there is none of that name. */
export function makeFolder(folder: string): void {
  telling(folder, () => mkdirSync(folder, { recursive: true }));
}

/** The folder for the pictures of a text that is written to a file: as the text names it, and its path. */
export function picturesBeside(file: string): { readonly name: string; readonly path: string } {
  const name = `${path.basename(file).replace(/\.[a-z0-9]+$/i, '')}-pictures`;
  return { name, path: path.join(path.dirname(file), name) };
}

/** Letters that are collected before they are written. */
const AT_ONCE = 1_000_000;

/** The same of a text that comes in parts: it is never in memory as a whole. */
export function writeParts(file: string, parts: Iterable<string>, streams: Streams): void {
  if (file === '-') {
    for (const some of collected(parts)) streams.out(some);
    return;
  }
  telling(file, () =>
    replaceFile(file, (descriptor) => {
      for (const some of collected(parts)) writeFileSync(descriptor, some);
    }),
  );
}

function* collected(parts: Iterable<string>): Iterable<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const part of parts) {
    waiting.push(part);
    length += part.length;
    if (length < AT_ONCE) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  yield waiting.join('');
}

function telling(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    // What is no trouble of the file is a fault of trustline.
    if (codeOf(error) === '') throw error;
    // A pipe has a name, too, and its reader may have enough.
    if (codeOf(error) === 'EPIPE') return;
    const cause = codeOf(error) === 'ENOENT' ? 'there is no such folder' : causeOf(error);
    throw new Failure(`${file}: cannot be written: ${cause}`, EXIT.unwritable);
  }
}

const HARMLESS: Readonly<Record<TextKind, (text: string) => string>> = {
  table: (text) => text.split('\n').map(harmless).join('\n'),
  csv: harmlessText,
  md: harmlessText,
  json: harmlessJson,
};

/** Text that people and build servers read as it goes by, when it goes to standard output. */
export type TextKind = 'table' | 'csv' | 'md' | 'json';

/** Writes such a text: to a file as it is, to standard output with nothing in it that a reader would obey. */
export function writeText(file: string, text: string, kind: TextKind, streams: Streams): void {
  writeBytes(file, file === '-' ? HARMLESS[kind](text) : text, streams);
}

/** Causes that are of a document that is more than is read; others are faults of trustline. */
const BEYOND: ReadonlySet<ReadCause> = new Set(['too-large', 'too-many-elements', 'too-deep']);

/** Writes a model or a template; what could not be opened again replaces nothing. */
export function writeDocument(file: string, document: Model | Template, streams: Streams): void {
  const written = writeReadable(document);
  if (!written.ok) {
    throw new Failure(
      `${shown(file)}: not written: what would be written could not be read again (${refusalWords(written.error)})`,
      BEYOND.has(written.error.cause) ? EXIT.unwritable : EXIT.internal,
    );
  }
  writeBytes(file, written.value, streams);
}

/** Refuses a name whose ending promises something else than is written; `-` promises nothing. */
export function checkEnding(file: string, endings: readonly string[]): void {
  if (file === '-' || endings.some((ending) => file.toLowerCase().endsWith(ending))) return;
  throw new Failure(`${file}: the name must end in ${endings.join(' or ')}`, EXIT.usage);
}

/** Refuses to write something else over the very file that is read. */
export function checkApart(source: string, target: string): void {
  const pathOf = (file: string): string => (file === '-' || !existsSync(file) ? '' : realpathSync(file));
  if (pathOf(target) === '' || pathOf(target) !== pathOf(source)) return;
  throw new Failure(`${target}: this is the file that is read; give another name`, EXIT.usage);
}

/** What messages call a file that is read. */
export const shown = (file: string): string => (file === '-' ? 'standard input' : file);

/** `file:line:column: message (in path)`, as editors understand it. */
function place(file: string, at: ReadError['place'] | Warning['place'], message: string): string {
  if (at === undefined) return `${shown(file)}: ${message}`;
  const inside = at.path === '' ? '' : ` (in ${at.path})`;
  return `${shown(file)}:${at.line}:${at.column}: ${message}${inside}`;
}

/** Reads and parses a model or a template; its warnings go to standard error. */
export const openFile = (file: string, streams: Streams): Opened =>
  openBytes(file, readBytes(file, streams), streams);

/** Reads and parses a file of any format, ours or another program's; its warnings go to standard error. */
export function openAnything(file: string, streams: Streams): Opened | Imported {
  const result = readAnything(readBytes(file, streams), file);
  if (!result.ok)
    throw new Failure(place(file, result.error.place, refusalWords(result.error)), EXIT.unreadable);
  if (!('draft' in result.value)) tellWarnings(file, result.value.warnings, streams);
  return result.value;
}

/** The text of a small file that a person wrote, such as options. */
export const readText = (file: string, streams: Streams): string =>
  new TextDecoder().decode(readBytes(file, streams));

/** The same of bytes that were read; `file` is what messages call them. */
export function openBytes(file: string, bytes: Uint8Array, streams: Streams): Opened {
  const result = readFile(bytes, file);
  if (!result.ok)
    throw new Failure(place(file, result.error.place, refusalWords(result.error)), EXIT.unreadable);
  tellWarnings(file, result.value.warnings, streams);
  return result.value;
}

function tellWarnings(file: string, warnings: readonly Warning[], streams: Streams): void {
  for (const warning of warnings) streams.err(place(file, warning.place, `warning: ${repairWords(warning)}`));
}

/** Reads a model, and brings its threats up to date when asked. */
export function openModel(file: string, streams: Streams, options: { regenerate?: boolean } = {}): Model {
  const opened = openFile(file, streams);
  if (opened.format !== 'tm7') {
    throw new Failure(`${shown(file)}: this is a template, not a model`, EXIT.unreadable);
  }
  if (options.regenerate !== true) return opened.model;
  const excess = excessWords(opened.model);
  if (excess !== null) throw new Failure(`${shown(file)}: ${excess}`, EXIT.tooMuch);
  return regenerate(opened.model);
}

/** Says when a model that is not brought up to date could not be. */
export function warnOfExcess(file: string, model: Model, streams: Streams): void {
  const excess = excessWords(model);
  if (excess !== null) streams.err(`${shown(file)}: warning: ${excess}`);
}

/** In words, that the diagrams of a model yield more threats than it gets; null when they do not. */
export function excessWords(model: Model): string | null {
  const excess = model.threatGenerationEnabled ? excessOf(model) : null;
  return excess === null ? null : messageWords({ code: 'too-many-threats', params: excess });
}
