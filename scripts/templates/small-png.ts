import { crc32 } from 'node:zlib';
import { unzlibSync, zlibSync } from 'fflate';

/** Colours of a picture that are kept as they are; others become the nearest of these. */
const COLOURS = 40;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly data: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * A picture of few flat colours with a palette, a third as large as with four bytes a pixel. Packed without zlib of
 * the machine, whose versions do not agree: the same picture gives the same bytes everywhere.
 * @param png with 8 bits a channel, red, green, blue and alpha, not interlaced
 */
export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, data } = pixelsOf(png);
  const palette = paletteOf(data);
  const rows = new Uint8Array((width + 1) * height);
  const known = new Map<number, number>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const key = keyAt(data, at);
      let index = known.get(key);
      if (index === undefined) {
        index = nearest(palette, colourAt(data, at));
        known.set(key, index);
      }
      // The first byte of a row is its filter: none.
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  return joined([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flatMap((colour) => colour.slice(0, 3)))),
    chunk('tRNS', Uint8Array.from(palette.map(([, , , alpha]) => alpha))),
    chunk('IDAT', zlibSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @throws Error when it is another kind of PNG. */
function pixelsOf(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (png[24] !== 8 || png[25] !== 6 || png[28] !== 0)
    throw new Error('The picture is not RGBA, 8 bits a channel.');
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    const length = view.getUint32(at);
    if (new TextDecoder().decode(png.subarray(at + 4, at + 8)) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + length));
  }
  const raw = unzlibSync(joined(parts));
  const stride = width * 4;
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const left = x < 4 ? 0 : (data[y * stride + x - 4] ?? 0);
      const above = y === 0 ? 0 : (data[(y - 1) * stride + x] ?? 0);
      const corner = y === 0 || x < 4 ? 0 : (data[(y - 1) * stride + x - 4] ?? 0);
      const byte = raw[y * (stride + 1) + 1 + x] ?? 0;
      data[y * stride + x] = byte + predicted(filter, left, above, corner);
    }
  }
  return { width, height, data };
}

/** The filters of PNG: what a byte is told the difference from. */
function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4: {
      const guess = left + above - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
      if (a <= b && a <= c) return left;
      return b <= c ? above : corner;
    }
    default:
      return 0;
  }
}

const colourAt = (data: Uint8Array, at: number): Colour => [
  data[at] ?? 0,
  data[at + 1] ?? 0,
  data[at + 2] ?? 0,
  data[at + 3] ?? 0,
];

function keyAt(data: Uint8Array, at: number): number {
  const [red, green, blue, alpha] = colourAt(data, at);
  return ((red * 256 + green) * 256 + blue) * 256 + alpha;
}

/**
 * The colours of a picture: first those that it has most of, then the one that is farthest from all so far, again and
 * again, which keeps the edges soft.
 */
function paletteOf(data: Uint8Array): readonly Colour[] {
  const counts = new Map<number, { readonly colour: Colour; count: number }>();
  for (let at = 0; at < data.length; at += 4) {
    const key = keyAt(data, at);
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { colour: colourAt(data, at), count: 1 });
    else known.count++;
  }
  const colours = [...counts.values()].sort((a, b) => b.count - a.count).map(({ colour }) => colour);
  const palette = colours.slice(0, 12);
  const rest = colours.slice(12).map((colour) => ({ colour, far: farFrom(palette, colour) }));
  while (palette.length < COLOURS && rest.length > 0) {
    const next = rest.reduce((best, one) => (one.far > best.far ? one : best));
    if (next.far === 0) break;
    palette.push(next.colour);
    for (const one of rest) one.far = Math.min(one.far, distance(one.colour, next.colour));
  }
  return palette;
}

const farFrom = (palette: readonly Colour[], colour: Colour): number =>
  palette.reduce((least, one) => Math.min(least, distance(one, colour)), Number.POSITIVE_INFINITY);

function nearest(palette: readonly Colour[], colour: Colour): number {
  let best = 0;
  for (const [index, one] of palette.entries())
    if (distance(one, colour) < distance(palette[best] ?? one, colour)) best = index;
  return best;
}

/** How different two colours look: the less of one is seen, the less its shade counts. */
function distance(a: Colour, b: Colour): number {
  const [seenA, seenB] = [a[3] / 255, b[3] / 255];
  let sum = (a[3] - b[3]) ** 2;
  for (const channel of [0, 1, 2] as const) sum += (a[channel] * seenA - b[channel] * seenB) ** 2;
  return sum;
}
