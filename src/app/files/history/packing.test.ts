import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { pack, packWork, unpack } from './packing.ts';

const original = readFileSync(path.join(import.meta.dirname, '../../../../templates/docker-sample.tm7'));

const isOriginal = async (blob: Blob): Promise<boolean> =>
  original.equals(new Uint8Array(await blob.arrayBuffer()));

it('a file is kept by its SHA-256, smaller, and comes back byte for byte', async () => {
  const packed = await pack(new Blob([original]));
  expect(packed.id).toBe(createHash('sha256').update(original).digest('hex'));
  expect(packed.isPacked).toBe(true);
  expect(packed.value.size).toBeLessThan(original.length / 5);
  expect(await isOriginal(await unpack(packed))).toBe(true);
});

it('what packing does not make smaller is kept as it is', async () => {
  const file = new Blob(['a']);
  const packed = await pack(file);
  expect(packed).toEqual({
    id: createHash('sha256').update('a').digest('hex'),
    value: file,
    isPacked: false,
  });
  expect(await unpack(packed)).toBe(file);
});

it('what is damaged is refused', async () => {
  const value = new Blob([original.slice(0, 100)]);
  const answer = await packWork({ kind: 'unpack', file: { id: 'x', value, isPacked: true } });
  expect(answer.kind).toBe('failed');
});
