import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { idsOf } from './index.ts';

/** A guid by RFC 9562, version 5, as another program makes it. */
function guidOf(name: string): string {
  const namespace = Buffer.from('5f0c9f1e0c7b4c0e9a530e1f3a8d6b27', 'hex');
  const hash = createHash('sha1').update(namespace).update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

it('a name has the same guid as elsewhere, whatever was asked for before', () => {
  const ids = idsOf('drawio');
  const other = idsOf('otm');
  // Around the ends of the blocks that are hashed, longer ones before shorter ones, too.
  for (const length of [0, 1, 300, 19, 20, 21, 84, 2, 83, 85, 147, 1]) {
    const path = ['node', 'ß'.repeat(length), 'a'];
    expect(ids(path)).toBe(guidOf(JSON.stringify(['drawio', ...path])));
    expect(other(path)).toBe(guidOf(JSON.stringify(['otm', ...path])));
  }
});
