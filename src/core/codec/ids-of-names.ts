import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { IdOf } from './build.ts';
import { encodeUtf8 } from './utf8.ts';

/** The namespace of our guids by name: a random one, made once for all. */
const NAMESPACE = '5f0c9f1e-0c7b-4c0e-9a53-0e1f3a8d6b27';

const bytesOfGuid = (guid: string): Uint8Array =>
  Uint8Array.from(guid.replaceAll('-', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/**
 * Makes guids of the names of foreign things, by version 5 of RFC 9562: importing a file twice gives the same ids, so
 * that a compare shows only what changed.
 */
export const idsOf = (format: string): IdOf => {
  const start = sha1.create().update(bytesOfGuid(NAMESPACE));
  // Buffers that are used again: making new ones takes longer than the hashing.
  const hasher = sha1.create();
  const hash = new Uint8Array(hasher.outputLen);
  return (path) => {
    const name = encodeUtf8(JSON.stringify([format, ...path]));
    start._cloneInto(hasher).update(name).digestInto(hash);
    hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
    hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
    const hex = bytesToHex(hash);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
      '-',
    );
  };
};
