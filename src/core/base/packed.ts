/** What all that is packed in a file may become together, in bytes (exchange 2.1). */
const MOST_INFLATED = 64 * 1024 * 1024;
const MOST_RATIO = 200;
/** Less than this may be made of anything: little texts shrink a lot. */
const SMALL = 1024 * 1024;

/** As much is inflated at once, so that what it becomes can be stopped, in bytes. */
export const PACKED_PIECE = 4 * 1024;

/** What so many packed bytes may become, in bytes: what a file says of its sizes is not believed. */
export const mostInflated = (packed: number): number =>
  Math.min(MOST_INFLATED, Math.max(SMALL, MOST_RATIO * packed));

/** Bytes that came in pieces, in one. */
export function joinedBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
