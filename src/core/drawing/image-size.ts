import { BASE64_DIGITS } from '../base/index.ts';

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const PADDING = '='.charCodeAt(0);

/** Reads bytes of a base64 text by their place, without decoding the rest. */
class Bytes {
  readonly #base64: string;
  readonly length: number;

  constructor(base64: string) {
    this.#base64 = base64;
    let digits = base64.length;
    while (base64.charCodeAt(digits - 1) === PADDING) digits--;
    this.length = Math.floor((digits * 3) / 4);
  }

  at(place: number): number {
    const group = Math.floor(place / 3) * 4;
    const digit = (index: number): number => BASE64_DIGITS.get(this.#base64[group + index] ?? '') ?? 0;
    const bits = (digit(0) << 18) | (digit(1) << 12) | (digit(2) << 6) | digit(3);
    return (bits >> (16 - 8 * (place % 3))) & 0xff;
  }

  number(place: number, bytes: 2 | 4): number {
    let value = 0;
    for (let index = 0; index < bytes; index++) value = value * 256 + this.at(place + index);
    return value;
  }

  text(place: number, length: number): string {
    return String.fromCharCode(...Array.from({ length }, (_, index) => this.at(place + index)));
  }
}

/** Samples of a pixel by the colour type of a PNG, and the depths in bits that each may have. */
const PNG_COLOURS: ReadonlyMap<number, { readonly samples: number; readonly depths: readonly number[] }> =
  new Map([
    [0, { samples: 1, depths: [1, 2, 4, 8, 16] }],
    [2, { samples: 3, depths: [8, 16] }],
    [3, { samples: 1, depths: [1, 2, 4, 8] }],
    [4, { samples: 2, depths: [8, 16] }],
    [6, { samples: 4, depths: [8, 16] }],
  ]);
const SIGNATURE = 8;
const AROUND_CHUNK = 12;
/** Deflate makes at most this many bytes of one. */
const MOST_INFLATED = 1040;

/**
 * The size of a PNG. Null where it is damaged: its head says what none may say, it ends before its end, or it holds
 * fewer bytes than any that has so many pixels.
 */
export function sizeOfPng(base64: string): Size | null {
  const bytes = new Bytes(base64);
  const head = SIGNATURE + 8;
  if (bytes.length < head + 17 || bytes.number(SIGNATURE, 4) !== 13) return null;
  if (bytes.text(SIGNATURE + 4, 4) !== 'IHDR') return null;
  const [width, height] = [bytes.number(head, 4), bytes.number(head + 4, 4)];
  const depth = bytes.at(head + 8);
  const colour = PNG_COLOURS.get(bytes.at(head + 9));
  const interlace = bytes.at(head + 12);
  if (colour === undefined || !colour.depths.includes(depth) || interlace > 1) return null;
  if (bytes.at(head + 10) !== 0 || bytes.at(head + 11) !== 0) return null;
  const data = lengthOfData(bytes, bytes.at(head + 9) === 3);
  if (data === null) return null;
  const pixels = height * Math.ceil((width * depth * colour.samples) / 8);
  return data * MOST_INFLATED < pixels ? null : { width, height };
}

/** Bytes of the pixels as they are packed; null when the chunks do not lead to the end, or there is no palette. */
function lengthOfData(bytes: Bytes, needsPalette: boolean): number | null {
  let data = 0;
  let palette = !needsPalette;
  for (let place = SIGNATURE; place + AROUND_CHUNK <= bytes.length; ) {
    const length = bytes.number(place, 4);
    const name = bytes.text(place + 4, 4);
    if (name === 'IEND') return palette && data > 0 ? data : null;
    if (place + AROUND_CHUNK + length > bytes.length) return null;
    if (name === 'PLTE') palette ||= length >= 3;
    if (name === 'IDAT') data += length;
    place += AROUND_CHUNK + length;
  }
  return null;
}

/** Segments of a JPEG that say its size: SOF0 to SOF15 without those of tables (T.81, table B.1). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const START_OF_SCAN = 0xda;

/** The size of a JPEG; null where it is damaged. */
export function sizeOfJpeg(base64: string): Size | null {
  const bytes = new Bytes(base64);
  for (let place = 2; place + 9 < bytes.length; ) {
    if (bytes.at(place) !== 0xff) return null;
    const marker = bytes.at(place + 1);
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    if (marker === START_OF_SCAN) return null;
    if (isFrame(marker)) return { height: bytes.number(place + 5, 2), width: bytes.number(place + 7, 2) };
    const length = bytes.number(place + 2, 2);
    if (length < 2) return null;
    place += 2 + length;
  }
  return null;
}
