import { type Dirent, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { causeOf, codeOf, EXIT, Failure, type Streams } from './io.ts';

/** Folders that no pattern looks into. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The files that names and patterns stand for, each once, in their order: `*` is any text within a name, `?` one
 * character, `**` any folders. A name that is there is taken as it is, whatever is in it. For shells that hand
 * patterns on, and for patterns in files; a pattern that fits nothing is refused. Folders that cannot be read are passed
 * over, and told on standard error.
 */
export function filesOf(patterns: readonly string[], streams: Streams): readonly string[] {
  const files = patterns.flatMap((pattern) => {
    if (pattern === '-' || !/[*?]/.test(pattern) || existsSync(pattern)) return [pattern];
    const found = fitting(pattern.replaceAll('\\', '/'), streams);
    if (found.length === 0) throw new Failure(`${pattern}: no file fits`, EXIT.unreadable);
    return found;
  });
  return [...new Set(files)];
}

function fitting(pattern: string, streams: Streams): readonly string[] {
  const parts = pattern.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?]/.test(part)),
  );
  const start = fixed.join('/');
  const test = testOf(parts.slice(fixed.length).join('/'));
  const folder = start === '' ? (pattern.startsWith('/') ? '/' : '.') : start;
  return filesBelow(folder, '', streams)
    .filter((file) => test.test(file))
    .map((file) => (folder === '.' && fixed.length === 0 ? file : path.posix.join(folder, file)))
    .sort();
}

function filesBelow(folder: string, inside: string, streams: Streams): readonly string[] {
  return entriesOf(path.join(folder, inside), streams).flatMap((entry) => {
    const file = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_OVER.has(entry.name) ? [] : filesBelow(folder, file, streams);
    return entry.isFile() || entry.isSymbolicLink() ? [file] : [];
  });
}

function entriesOf(folder: string, streams: Streams): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === '') throw error;
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error)))
      streams.err(`${folder}: passed over, as the folder cannot be read: ${causeOf(error)}`);
    return [];
  }
}

/** The pattern as an expression over a path below the folder where it begins. */
function testOf(pattern: string): RegExp {
  const source = pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (sign) => {
    if (sign === '**/') return '(?:[^/]+/)*';
    if (sign === '**') return '.*';
    if (sign === '*') return '[^/]*';
    return sign === '?' ? '[^/]' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
