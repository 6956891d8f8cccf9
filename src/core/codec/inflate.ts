import { Inflate, Unzlib } from 'fflate';
import { FILE_START, type Place, Refusal } from './places.ts';

/** Limits of what is packed (exchange 2.1). */
const MOST_INFLATED = 64 * 1024 * 1024;
const MOST_RATIO = 200;
/** Less than this may be made of anything: little texts shrink a lot. */
const SMALL = 1024 * 1024;
/** As much is inflated at once, so that what it becomes can be stopped, in bytes. */
const PIECE = 4 * 1024;

/**
 * The bytes that packed ones stand for: deflated without (`raw`) or with the head of zlib. What a file says of its sizes
 * is not believed: inflating ends at the limit.
 * @throws Refusal when that is reached, or when they are damaged
 */
export function inflated(packed: Uint8Array, form: 'raw' | 'zlib', place: Place = FILE_START): Uint8Array {
  const most = Math.min(MOST_INFLATED, Math.max(SMALL, MOST_RATIO * packed.length));
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = form === 'raw' ? new Inflate() : new Unzlib();
  stream.ondata = (piece) => {
    length += piece.length;
    if (length > most) throw new Refusal({ cause: 'inflates', place });
    pieces.push(piece);
  };
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal({ cause: 'bad-packing', place });
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const DIGITS = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].map((sign, index) => [sign, index]),
);

/** The bytes of a base64 text; null when it is none. White space and padding are passed over. */
export function fromBase64(text: string): Uint8Array | null {
  const digits = text.replace(/[\s=]+/g, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let [bits, count, at] = [0, 0, 0];
  for (const sign of digits) {
    const digit = DIGITS.get(sign);
    if (digit === undefined) return null;
    bits = ((bits << 6) | digit) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = (bits >> count) & 0xff;
  }
  return bytes;
}
