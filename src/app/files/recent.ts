import type { Threat } from '../../core/document/index.ts';
import { countsOf } from '../../core/threat-list/index.ts';
import { knownBlob } from '../ui/index.ts';
import { keptList } from './kept-list.ts';
import type { StoredRecent } from './records.ts';

/** Copies larger than this are not kept: the list is a comfort, not an archive. */
const LARGEST_COPY = 8 * 1024 * 1024;

/** The files that were opened or saved last. */
const recent = keptList('recent', { most: 12 });

async function keyOf(
  { fileName, handle }: Pick<StoredRecent, 'fileName' | 'handle'>,
  known: readonly StoredRecent[],
): Promise<string> {
  if (handle === null) return `copy ${fileName}`;
  for (const one of known) {
    if (one.handle !== null && (await one.handle.isSameEntry(handle).catch(() => false))) return one.key;
  }
  return `file ${crypto.randomUUID()}`;
}

function counted(threats: readonly Threat[]) {
  const { handled, all } = countsOf(threats);
  return { threats: { handled, all } };
}

interface RememberRequest {
  readonly fileName: string;
  readonly handle: FileSystemFileHandle | null;
  readonly bytes: Uint8Array;
  /** Of a model. */
  readonly threats?: readonly Threat[] | undefined;
}

/** Puts a file at the top of the recent ones. Failing is silent: the autosave tells about a full storage. */
export async function rememberRecent({ fileName, handle, bytes, threats }: RememberRequest): Promise<void> {
  try {
    const copy = handle === null && bytes.length <= LARGEST_COPY ? (knownBlob(bytes) ?? bytes) : null;
    if (handle === null && copy === null) return;
    const key = await keyOf({ fileName, handle }, await recent.all());
    await recent.put({
      key,
      fileName,
      at: Date.now(),
      handle,
      bytes: copy,
      ...(threats && counted(threats)),
    });
  } catch {
    return;
  }
}

export const forgetRecent = recent.remove;

/** The recent files, newest first. Rejects where storage is forbidden. */
export const allRecent = recent.all;

/** Hears of each change of the list. */
export const watchRecent = recent.watch;

/** The recent files, newest first; null while they are fetched. */
export const useRecent = recent.use;
