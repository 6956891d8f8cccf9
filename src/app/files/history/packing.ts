import type { StoredRevisionFile } from '../records.ts';

/** A file that is to be kept, or one that was. */
export type PackQuestion =
  | { readonly kind: 'pack'; readonly file: Blob }
  | { readonly kind: 'unpack'; readonly file: StoredRevisionFile };

export type PackAnswer =
  | { readonly kind: 'packed'; readonly file: StoredRevisionFile }
  | { readonly kind: 'unpacked'; readonly file: Blob }
  | { readonly kind: 'failed'; readonly cause: string };

const through = (file: Blob, transform: GenericTransformStream): Promise<Blob> =>
  new Response(
    file.stream().pipeThrough(transform as ReadableWritablePair<BufferSource, BufferSource>),
  ).blob();

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A file as it is kept: by its SHA-256, packed where the browser can and where that makes it smaller. */
export async function pack(file: Blob): Promise<StoredRevisionFile> {
  const id = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  if (typeof CompressionStream === 'undefined') return { id, value: file, isPacked: false };
  const packed = await through(file, new CompressionStream('gzip'));
  return packed.size < file.size
    ? { id, value: packed, isPacked: true }
    : { id, value: file, isPacked: false };
}

/** The file again. Rejects where what was stored is damaged. */
export const unpack = async ({ value, isPacked }: StoredRevisionFile): Promise<Blob> =>
  isPacked ? through(value, new DecompressionStream('gzip')) : value;

/** Answers a question, wherever that is to be done. */
export async function packWork(question: PackQuestion): Promise<PackAnswer> {
  try {
    return question.kind === 'pack'
      ? { kind: 'packed', file: await pack(question.file) }
      : { kind: 'unpacked', file: await unpack(question.file) };
  } catch (error) {
    return { kind: 'failed', cause: error instanceof Error ? error.message : String(error) };
  }
}
