import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { err, ok, type Result } from '../base/index.ts';
import type { ListFault } from './list.ts';

/** Limits of archives (exchange 2.1). */
export const MOST_ENTRIES = 2000;
export const MOST_INFLATED = 64 * 1024 * 1024;
const MOST_RATIO = 200;
/** Less than this may be made of anything: little files shrink a lot. */
const SMALL = 1024 * 1024;
/** As much is inflated at once, so that what it becomes can be stopped. */
const PIECE = 4 * 1024;

/** The parts that say what is in the cells; pictures, comments, charts and programs are not looked at. */
const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml)$/i;

class Refused extends Error {
  readonly fault: ListFault;
  constructor(fault: ListFault) {
    super(fault.cause);
    this.fault = fault;
  }
}

/**
 * The parts of a workbook that a list is read from, as an archive without compression, for a reader that knows no limits.
 * What an archive says of its sizes is not believed: inflating ends at the limit.
 */
export function unpacked(bytes: Uint8Array): Result<Uint8Array, ListFault> {
  try {
    const parts = partsOf(bytes);
    return parts.size === 0
      ? err({ cause: 'workbook' })
      : ok(zipSync(Object.fromEntries(parts), { level: 0 }));
  } catch (error) {
    return err(error instanceof Refused ? error.fault : { cause: 'workbook' });
  }
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let [entries, inflated, pushed] = [0, 0, 0];
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > MOST_ENTRIES) throw new Refused({ cause: 'entries', most: MOST_ENTRIES });
    if (!WANTED.test(file.name)) return;
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, last) => {
      if (error !== null) throw error;
      inflated += piece.length;
      const most = Math.min(MOST_INFLATED, Math.max(SMALL, MOST_RATIO * pushed));
      if (inflated > most) throw new Refused({ cause: 'inflated' });
      pieces.push(piece);
      if (last) parts.set(file.name, joined(pieces));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    pushed += piece.length;
    unzip.push(piece, at + PIECE >= bytes.length);
  }
  return parts;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
