import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkedImage, imageFault } from './index.ts';

function chunk(name: string, data: Uint8Array): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length);
  out.write(name, 4, 'latin1');
  out.set(data, 8);
  return out;
}

interface Png {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  readonly colour?: number;
  readonly data?: Uint8Array;
  readonly end?: boolean;
}

/** A PNG whose check sums are left out: nothing here reads them. */
function png({ width, height, depth = 8, colour = 6, data, end = true }: Png): string {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = depth;
  head[9] = colour;
  const pixels = data ?? deflateSync(Buffer.alloc(Math.min(height * (1 + width * 4), 70_000_000)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    ...(end ? [chunk('IEND', new Uint8Array())] : []),
  ]).toString('base64');
}

function jpeg(width: number, height: number, marker = 0xc0): string {
  const frame = [0xff, marker, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0];
  return Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...frame, 0xff, 0xd9]).toString('base64');
}

describe('pictures of a template', () => {
  it.each([
    ['a small PNG', png({ width: 4, height: 4 })],
    ['one as large as may be', png({ width: 4000, height: 2000 })],
    ['a JPEG', jpeg(640, 480)],
    ['a progressive JPEG', jpeg(640, 480, 0xc2)],
  ])('are shown: %s', (_, base64) => {
    expect(checkedImage(base64)).toMatch(/^data:image\/(png|jpeg);base64,/);
    expect(imageFault(base64)).toBeNull();
  });

  it.each([
    ['no pixels', png({ width: 0, height: 0 }), 'damaged'],
    ['no height', png({ width: 5, height: 0 }), 'damaged'],
    [
      'more pixels than the data can hold',
      png({ width: 4000, height: 4000, data: new Uint8Array(9) }),
      'damaged',
    ],
    ['no data', png({ width: 5, height: 5, data: new Uint8Array() }), 'damaged'],
    ['no end', png({ width: 5, height: 5, end: false }), 'damaged'],
    ['a colour type that is none', png({ width: 5, height: 5, colour: 5 }), 'damaged'],
    ['a depth that its colours do not have', png({ width: 5, height: 5, depth: 4 }), 'damaged'],
    ['colours without a palette', png({ width: 5, height: 5, colour: 3 }), 'damaged'],
    ['nothing but the signature', 'iVBORw0KGgoAAAA=', 'damaged'],
    ['too wide', png({ width: 4097, height: 1 }), 'too large'],
    ['too many pixels', png({ width: 4000, height: 2001 }), 'too large'],
    ['a JPEG without a frame', '/9j/4AAQ', 'damaged'],
    ['a JPEG without height', jpeg(640, 0), 'damaged'],
    ['a JPEG that is too high', jpeg(10, 5000), 'too large'],
  ])('are left out: %s', (_, base64, fault) => {
    expect(checkedImage(base64)).toBeNull();
    expect(imageFault(base64)).toBe(fault);
  });

  it('of other formats are no fault of theirs', () => {
    expect(imageFault('PHN2Zz48L3N2Zz4=')).toBeNull();
    expect(imageFault('')).toBeNull();
  });
});
