import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hex, sha256 } from './index.ts';

describe('SHA-256', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 1000, 100_003])(
    'of %i bytes is that of another program',
    (length) => {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 131 + 7) & 255);
      expect(hex(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    },
  );
});
