import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { areWhole, type PackedPixels } from './pixels.ts';

/** Pixels of four bytes in rows without a filter. */
const packed = (rows: number, columns = 3, change: (bytes: Uint8Array) => void = () => undefined) => {
  const bytes = new Uint8Array(rows * (1 + columns * 4));
  change(bytes);
  return zlibSync(bytes);
};
const png = (imgData: Uint8Array, more: Partial<PackedPixels> = {}): PackedPixels => ({
  width: 3,
  height: 2,
  pixelBitlength: 32,
  interlaceMethod: 0,
  imgData,
  ...more,
});
const broken = (at: number): Uint8Array => {
  const bytes = packed(2, 3, (rows) => rows.set([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8], 1));
  bytes[bytes.length + at] = (bytes.at(at) ?? 0) ^ 0xff;
  return bytes;
};

describe('the pixels of a PNG', () => {
  it.each<readonly [string, PackedPixels]>([
    ['as many as its head says', png(packed(2))],
    ['that show the last filter', png(packed(2, 3, (rows) => rows.fill(4, 0, 1)))],
    // Of 3 x 2 with one bit a pixel the rows take two bytes.
    ['of one bit', png(zlibSync(new Uint8Array(4)), { pixelBitlength: 1 })],
    // Passes with pixels: 1 (1 x 1), 6 (1 x 1 of column 1), 4 (column 2), and 7 (the second row).
    ['in passes', png(zlibSync(new Uint8Array(3 * 5 + 13)), { interlaceMethod: 1 })],
    ['that unpack to more than one step', png(packed(400, 400), { width: 400, height: 400 })],
  ])('%s are whole', (_, pixels) => {
    expect(areWhole(pixels)).toBe(true);
  });

  it.each<readonly [string, PackedPixels]>([
    ['that are none', png(new Uint8Array())],
    ['that are not packed', png(new Uint8Array(64))],
    ['with a row too few', png(packed(1))],
    ['with a row that ends early', png(zlibSync(new Uint8Array(20)))],
    ['with a row too many', png(packed(3))],
    ['that unpack to millions of bytes', png(zlibSync(new Uint8Array(50_000_000)))],
    ['that end early', png(packed(2).subarray(0, -6))],
    ['with an unknown filter', png(packed(2, 3, (rows) => rows.fill(5, 13, 14)))],
    ['with a broken sum', png(broken(-1))],
    ['with a broken byte', png(broken(-8))],
    ['as for a picture without passes, where its head says passes', png(packed(2), { interlaceMethod: 1 })],
  ])('%s are not', (_, pixels) => {
    expect(areWhole(pixels)).toBe(false);
  });
});
