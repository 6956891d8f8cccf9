import type { Imported } from '../../core/codec/index.ts';
import { readBeside } from './file-service.ts';

/**
 * The content of a file of another program, read beside the page as a file that is opened is; null where the bytes are
 * none. Rejects when the browser fails.
 */
export async function readForeignBeside(bytes: Uint8Array): Promise<Imported | null> {
  const found: Imported[] = [];
  await readBeside(bytes, { foreign: (imported) => void found.push(imported) }).read;
  return found[0] ?? null;
}
