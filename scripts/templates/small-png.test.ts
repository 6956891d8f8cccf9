import { expect, it } from 'vitest';
import { checkedImage } from '../../src/core/drawing/index.ts';
import { renderPng } from './icons.ts';
import { smallPng } from './small-png.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="24" fill="#a9d6f5" stroke="#17415f" stroke-width="3"/></svg>';

it('is a picture that the app shows, a good deal smaller, and the same each time', async () => {
  const png = await renderPng(SVG, 96);
  const small = smallPng(png);
  expect(small.length).toBeLessThan(png.length / 2);
  expect(Buffer.from(small).equals(Buffer.from(smallPng(png)))).toBe(true);
  expect(checkedImage(Buffer.from(small).toString('base64'))).toMatch(/^data:image\/png/);
});

it('refuses what it does not know', () => {
  expect(() => smallPng(new Uint8Array(40))).toThrow('not RGBA');
});
