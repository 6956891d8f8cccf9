import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { err, joinedBytes, mostInflated, ok, PACKED_PIECE, type Result } from '../base/index.ts';
import type { ListFault } from './list.ts';

/** Entries of an archive (exchange 2.1). */
export const MOST_ENTRIES = 2000;

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
      if (inflated > mostInflated(pushed)) throw new Refused({ cause: 'inflated' });
      pieces.push(piece);
      if (last) parts.set(file.name, joinedBytes(pieces));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PACKED_PIECE) {
    const piece = bytes.subarray(at, at + PACKED_PIECE);
    pushed += piece.length;
    unzip.push(piece, at + PACKED_PIECE >= bytes.length);
  }
  return parts;
}
