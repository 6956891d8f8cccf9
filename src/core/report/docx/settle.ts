import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first day that a packed file can have. */
const MTIME = '1980-01-01T00:00:00';
const TYPES = '[Content_Types].xml';
const EMF = '<Default ContentType="image/x-emf" Extension="emf"/>';

/**
 * A document as it comes from the library, without what depends on the hour it was made, and with the type of the
 * metafiles that it holds, of which the library does not know.
 */
export function settled(written: Uint8Array): Uint8Array {
  const parts = unzipSync(written);
  const types = strFromU8(parts[TYPES] ?? new Uint8Array());
  const packed = { ...parts, [TYPES]: strToU8(types.replace(/<Default /, `${EMF}<Default `)) };
  return zipSync(packed, { mtime: new Date(MTIME) });
}
