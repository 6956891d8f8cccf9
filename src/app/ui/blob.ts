const isUnshared = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer;

/** Bytes as a blob. Those that nobody else can write to are not copied before: a file has up to 64 MB. */
export const blobOf = (bytes: Uint8Array, type = ''): Blob =>
  new Blob([isUnshared(bytes) ? bytes : new Uint8Array(bytes)], { type });
