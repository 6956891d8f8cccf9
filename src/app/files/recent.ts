import type { Model } from '../../core/document/index.ts';
import { knownBlob } from '../ui/index.ts';
import { keptList } from './kept-list.ts';
import type { StoredRecent } from './records.ts';

/** Copies larger than this are not kept: the list is a comfort, not an archive. */
const LARGEST_COPY = 8 * 1024 * 1024;

/** The files that were opened or saved last. */
const recent = keptList('recent', { most: 12 });

const copyKey = (fileName: string): string => `copy ${fileName}`;

async function keyOf(
  { fileName, handle }: Pick<StoredRecent, 'fileName' | 'handle'>,
  known: readonly StoredRecent[],
): Promise<string> {
  if (handle === null) return copyKey(fileName);
  for (const one of known) {
    if (one.handle !== null && (await one.handle.isSameEntry(handle).catch(() => false))) return one.key;
  }
  return `file ${crypto.randomUUID()}`;
}

interface RememberRequest {
  readonly fileName: string;
  readonly handle: FileSystemFileHandle | null;
  readonly bytes: Uint8Array;
  readonly model: Model | null;
  /** What it was called as a copy, when this is its first file: that row goes. */
  readonly was?: string | undefined;
}

/** Puts a file at the top of the recent ones. Failing is silent: the autosave tells about a full storage. */
export async function rememberRecent(request: RememberRequest): Promise<void> {
  const { fileName, handle, bytes, model, was } = request;
  try {
    const copy = handle === null && bytes.length <= LARGEST_COPY ? (knownBlob(bytes) ?? bytes) : null;
    if (handle === null && copy === null) return;
    const facts = model && (await import('./recent-facts.ts')).factsOf(model);
    if (handle !== null && was !== undefined) await recent.remove(copyKey(was));
    const key = await keyOf({ fileName, handle }, await recent.all());
    await recent.put({
      key,
      fileName,
      at: Date.now(),
      handle,
      bytes: copy,
      ...facts,
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
