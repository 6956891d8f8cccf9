import { Inflate, Unzlib } from 'fflate';
import { joinedBytes, mostInflated, PACKED_PIECE } from '../base/index.ts';
import { FILE_START, type Place, Refusal } from './places.ts';

/**
 * The bytes that packed ones stand for: deflated without (`raw`) or with the head of zlib.
 * @throws Refusal when they become more than is read, or are damaged
 */
export function inflated(packed: Uint8Array, form: 'raw' | 'zlib', place: Place = FILE_START): Uint8Array {
  const most = mostInflated(packed.length);
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = form === 'raw' ? new Inflate() : new Unzlib();
  stream.ondata = (piece) => {
    length += piece.length;
    if (length > most) throw new Refusal({ cause: 'inflates', place });
    pieces.push(piece);
  };
  try {
    for (let at = 0; at < packed.length; at += PACKED_PIECE)
      stream.push(packed.subarray(at, at + PACKED_PIECE), at + PACKED_PIECE >= packed.length);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal({ cause: 'bad-packing', place });
  }
  return joinedBytes(pieces);
}
