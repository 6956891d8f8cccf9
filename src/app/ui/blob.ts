const isUnshared = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer;

/** What is known to hold the same bytes. */
const known = new WeakMap<Uint8Array, Blob>();

/** Notes a blob that holds the same bytes, made where that kept nobody waiting. Both stay as they are. */
export const knowBlob = (bytes: Uint8Array, blob: Blob): void => {
  if (blob.size === bytes.length) known.set(bytes, blob);
};

/** The blob that is known to hold these bytes. The browser stores one without a copy by the page. */
export const knownBlob = (bytes: Uint8Array): Blob | undefined => known.get(bytes);

/** Bytes as a blob. Those that nobody else can write to are not copied before: a file has up to 64 MB. */
export function blobOf(bytes: Uint8Array, type = ''): Blob {
  const same = known.get(bytes);
  if (same !== undefined) return type === '' ? same : same.slice(0, same.size, type);
  return new Blob([isUnshared(bytes) ? bytes : new Uint8Array(bytes)], { type });
}

/** Bytes that are read at a time: the page takes over those of a file in one task, a megabyte in about 8 ms. */
const PART = 2 ** 19;

/** The bytes of a blob, read in parts between which the page goes on. Rejects when the browser cannot read it. */
async function bytesIn(blob: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(blob.size);
  for (let at = 0; at < blob.size; at += PART)
    bytes.set(new Uint8Array(await blob.slice(at, at + PART).arrayBuffer()), at);
  return bytes;
}

/** The bytes of what was stored as either. Rejects when the browser cannot read a blob, as of one that it cleared away. */
export async function bytesOf(stored: Uint8Array | Blob): Promise<Uint8Array> {
  if (!(stored instanceof Blob)) return stored;
  const bytes = await bytesIn(stored);
  knowBlob(bytes, stored);
  return bytes;
}
