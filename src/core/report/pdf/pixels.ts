import { Unzlib } from 'fflate';

/** What the head of a PNG says of its pixels, and those as they are packed. */
export interface PackedPixels {
  readonly width: number;
  readonly height: number;
  /** Bits of one pixel, all its samples together. */
  readonly pixelBitlength: number;
  readonly interlaceMethod: number;
  /** The content of its IDAT chunks. */
  readonly imgData: Uint8Array;
}

/** The passes of an interlaced picture (PNG, third edition, 8.2): where each begins and how far its pixels are apart. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;
const WHOLE = [[0, 0, 1, 1]] as const;

/** The last of the five filters that a row may say it was packed with. */
const LAST_FILTER = 4;
/** So much is unpacked at a time: what a few bytes unpack to is stopped before it fills the memory. */
const STEP = 16_384;

/** The sum at the end of packed bytes (RFC 1950): of the bytes, and of the sums on the way. */
class Adler {
  #bytes = 1;
  #sums = 0;

  add(bytes: Uint8Array): void {
    // As many bytes at a time as no sum of 32 bits runs over.
    for (let from = 0; from < bytes.length; from += 3_800) {
      let [sum, sums] = [this.#bytes, this.#sums];
      for (const byte of bytes.subarray(from, from + 3_800)) {
        sum += byte;
        sums += sum;
      }
      this.#bytes = sum % 65_521;
      this.#sums = sums % 65_521;
    }
  }

  /** Whether these bytes end with this sum. */
  ends(packed: Uint8Array): boolean {
    const wanted = [this.#sums >> 8, this.#sums & 0xff, this.#bytes >> 8, this.#bytes & 0xff];
    return wanted.every((byte, index) => packed.at(index - 4) === byte);
  }
}

/** Bytes of each row, the one that names its filter among them, as they follow each other. */
function* rows({ width, height, pixelBitlength, interlaceMethod }: PackedPixels): Generator<number> {
  for (const [left, top, across, down] of interlaceMethod === 1 ? PASSES : WHOLE) {
    const wide = Math.ceil((width - left) / across);
    const high = Math.ceil((height - top) / down);
    if (wide < 1) continue;
    for (let row = 0; row < high; row++) yield 1 + Math.ceil((wide * pixelBitlength) / 8);
  }
}

/**
 * Whether the pixels of a PNG can be unpacked and are as many as its head says. The PDF library unpacks them by and by
 * and throws where nobody can catch it.
 */
export function areWhole(png: PackedPixels): boolean {
  const next = rows(png);
  let left = 0;
  const adler = new Adler();
  const unpacked = new Unzlib((bytes) => {
    adler.add(bytes);
    let at = 0;
    while (at < bytes.length) {
      if (left === 0) {
        const row = next.next();
        if (row.done === true) throw new RangeError('More pixels than the head says');
        if ((bytes[at] ?? 0) > LAST_FILTER) throw new RangeError('A row with an unknown filter');
        left = row.value;
      }
      const taken = Math.min(left, bytes.length - at);
      left -= taken;
      at += taken;
    }
  });
  try {
    const { imgData } = png;
    for (let at = 0; at < imgData.length; at += STEP)
      unpacked.push(imgData.subarray(at, at + STEP), at + STEP >= imgData.length);
  } catch {
    return false;
  }
  return left === 0 && next.next().done === true && adler.ends(png.imgData);
}
