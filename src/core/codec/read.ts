import { err, ok, type Result } from '../base/index.ts';
import { hasEnding } from './formats.ts';
import { type Expected, FILE_START, LIMITS, type Limits, type ReadError, Refusal } from './places.ts';
import type { Asked, Progress, Reader, Sureness } from './port.ts';
import { strangeFile, unknownFile } from './strange.ts';
import { tooLarge } from './too-large.ts';

/** As much of a file's start as formats are shown to tell whether it is theirs, in bytes (64 KiB). */
export const HEAD_BYTES = 64 * 1024;

const ORDER: readonly Sureness[] = ['no', 'possible', 'likely', 'certain'];

/** What is known about a file beside its bytes. */
export interface About {
  /** Its name, as far as it is known: breaks ties between formats. */
  readonly name: string;
  readonly expected: Expected;
  readonly limits?: Limits;
  readonly progress?: Progress | undefined;
}

const UNTOLD: Progress = () => undefined;

/**
 * Reads a file by the format that is surest about its first bytes. Where formats can only tell by reading, each is
 * tried; a file that none takes is told by what it is, last. Whatever the bytes are, it throws nothing: a reader that
 * throws something else than a `Refusal` has a fault, which is not hidden as one of the file.
 */
export function readBy<T>(
  readers: readonly Reader<T>[],
  bytes: Uint8Array,
  about: About,
): Result<T, ReadError> {
  const { name, expected, limits = LIMITS, progress = UNTOLD } = about;
  if (bytes.length === 0) return err({ cause: 'empty', params: { blank: false }, place: FILE_START });
  if (bytes.length > limits.bytes) return err(tooLarge(limits.bytes));
  let first: ReadError | null = null;
  for (const { reader, sure } of candidates(readers, bytes, name)) {
    const read = attempt(reader, bytes, { expected, limits, progress });
    if (read.ok || sure === 'certain') return read;
    first ??= read.error;
    if (read.error.cause !== 'wrong-root') break;
  }
  return err(strangeFile(bytes, expected) ?? first ?? unknownFile(expected));
}

/** The formats that may know the file, the surest first; of equally sure ones those of the name's ending first. */
function candidates<T>(readers: readonly Reader<T>[], bytes: Uint8Array, name: string) {
  const head = bytes.subarray(0, HEAD_BYTES);
  const rank = ({ reader, sure }: { reader: Reader<T>; sure: Sureness }): number =>
    ORDER.indexOf(sure) + (hasEnding(name, reader.extensions) ? 0.5 : 0);
  return readers
    .map((reader) => ({ reader, sure: reader.sniff(head) }))
    .filter(({ sure }) => sure !== 'no')
    .sort((a, b) => rank(b) - rank(a));
}

function attempt<T>(reader: Reader<T>, bytes: Uint8Array, asked: Asked): Result<T, ReadError> {
  try {
    return ok(reader.read(bytes, asked));
  } catch (error) {
    if (error instanceof Refusal) return err(error.refused);
    throw error;
  }
}
