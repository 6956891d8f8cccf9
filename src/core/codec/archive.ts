import { Unzip, UnzipInflate } from 'fflate';
import { err, joinedBytes, mostInflated, ok, PACKED_PIECE, type Result } from '../base/index.ts';

/** Entries of an archive (exchange 2.1). */
export const MOST_ENTRIES = 2000;

/** Why an archive is not unpacked: too many entries, too much inside, or damage. */
export type ArchiveFault = 'entries' | 'inflated' | 'damaged';

/** Whether bytes begin as those of a zip archive do. */
export const isZip = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);

class Refused extends Error {
  readonly fault: ArchiveFault;
  constructor(fault: ArchiveFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * The entries of a zip archive that are wanted, by their names; nothing else is unpacked. What an archive says of its
 * sizes is not believed: inflating ends at the limit.
 */
export function partsOfArchive(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, ArchiveFault> {
  try {
    // What has no end is cut off, and would be read as if less were in it.
    return hasEnd(bytes) ? ok(unzipped(bytes, isWanted)) : err('damaged');
  } catch (error) {
    return err(error instanceof Refused ? error.fault : 'damaged');
  }
}

/** An archive ends with its directory, behind which a comment of up to 65,535 bytes may stand. */
function hasEnd(bytes: Uint8Array): boolean {
  const least = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= least; at--)
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 0x05 && bytes[at + 3] === 0x06)
      return true;
  return false;
}

function unzipped(bytes: Uint8Array, isWanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  let [entries, inflated, pushed, open] = [0, 0, 0, 0];
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > MOST_ENTRIES) throw new Refused('entries');
    if (!isWanted(file.name)) return;
    open += 1;
    const pieces: Uint8Array[] = [];
    file.ondata = (error, piece, last) => {
      if (error !== null) throw error;
      inflated += piece.length;
      if (inflated > mostInflated(pushed)) throw new Refused('inflated');
      pieces.push(piece);
      if (!last) return;
      open -= 1;
      parts.set(file.name, joinedBytes(pieces));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PACKED_PIECE) {
    const piece = bytes.subarray(at, at + PACKED_PIECE);
    pushed += piece.length;
    unzip.push(piece, at + PACKED_PIECE >= bytes.length);
  }
  if (open > 0) throw new Refused('damaged');
  return parts;
}
