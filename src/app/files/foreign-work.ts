import { ok, type Result } from '../../core/base/index.ts';
import { type Imported, type ReadError, readAnything } from '../../core/codec/index.ts';

/** Reads a file that was refused as one of ours; where it is no other program's either, why. */
export function foreignFile(bytes: Uint8Array, name: string): Result<Imported, ReadError> {
  const found = readAnything(bytes, name);
  if (!found.ok) return found;
  if ('draft' in found.value) return ok(found.value);
  throw new Error(`${name} was refused and read`);
}
