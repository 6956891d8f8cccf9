import { acceptOf, READABLE } from '../../core/codec/index.ts';
import { words } from '../words/index.ts';

/** The browser's file APIs, and what stands in for them where they are missing. */

declare global {
  interface Window {
    showOpenFilePicker?: (options?: PickerOptions) => Promise<FileSystemFileHandle[]>;
    showSaveFilePicker?: (options?: PickerOptions) => Promise<FileSystemFileHandle>;
    launchQueue?: { setConsumer: (take: (launch: { readonly files: FileSystemHandle[] }) => void) => void };
  }
  interface FileSystemHandle {
    queryPermission?: (options: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>;
    requestPermission?: (options: { mode: 'read' | 'readwrite' }) => Promise<PermissionState>;
  }
  interface DataTransferItem {
    getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
  }
}

interface PickerOptions {
  readonly id?: string;
  readonly multiple?: boolean;
  readonly suggestedName?: string;
  readonly types?: readonly { description: string; accept: Record<string, string[]> }[];
}

/** Where a document is saved in place. It is the `place` of an open document; nobody else looks into it. */
export interface Place {
  readonly handle: FileSystemFileHandle;
  /** The file's time stamp when we last read or wrote it: another one means that somebody else wrote it. */
  readonly modified: number | null;
  /** Its length then, in bytes: who copies a file often keeps its time stamp. */
  readonly size: number | null;
}

/** The place of a file as it is now. */
export const filePlace = (handle: FileSystemFileHandle, { lastModified, size }: File): Place => ({
  handle,
  modified: lastModified,
  size,
});

/** Whether somebody else wrote a file since we last read or wrote it, as far as its stamp and its length tell. */
export const isWrittenSince = ({ modified, size }: Place, now: File): boolean =>
  (modified !== null && modified !== now.lastModified) || (size !== null && size !== now.size);

/** A file that the user gave us; not read yet. */
export interface GivenFile {
  readonly file: File;
  readonly handle: FileSystemFileHandle | null;
}

/** What the pickers offer first: content decides what a file is, and all files can be chosen. */
export type Picked = 'any' | 'ours' | 'template';

export const isPlace = (place: unknown): place is Place =>
  typeof place === 'object' &&
  place !== null &&
  'handle' in place &&
  place.handle instanceof FileSystemFileHandle;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Lets the user choose files; null where the browser has no picker of this kind: use the input then. */
export async function pickFiles(kind: Picked): Promise<readonly GivenFile[] | null> {
  if (window.showOpenFilePicker === undefined) return null;
  const types =
    kind === 'template'
      ? [{ description: words.files.pickers.templates, accept: acceptOf(['tb7']) }]
      : [{ description: words.files.pickers.all, accept: acceptOf(READABLE) }];
  const offered = { id: 'models', multiple: kind !== 'template' };
  try {
    const handles = await window.showOpenFilePicker(kind === 'any' ? offered : { ...offered, types });
    return await Promise.all(handles.map(async (handle) => ({ handle, file: await handle.getFile() })));
  } catch (error) {
    if (isAbort(error)) return [];
    throw error;
  }
}

/** The format that documents of a kind are saved in. */
const FORMAT_OF = { model: 'tm7', template: 'tb7' } as const;

/** Lets the user choose where to save; `cancelled`, or null where the browser cannot. */
export async function pickPlace(
  suggestedName: string,
  kind: keyof typeof FORMAT_OF,
): Promise<FileSystemFileHandle | 'cancelled' | null> {
  if (window.showSaveFilePicker === undefined) return null;
  try {
    return await window.showSaveFilePicker({
      id: 'models',
      suggestedName,
      types: [{ description: words.files.pickers[kind], accept: acceptOf([FORMAT_OF[kind]]) }],
    });
  } catch (error) {
    if (isAbort(error)) return 'cancelled';
    throw error;
  }
}

/** Whether the user lets us use a file, asked again when the browser has forgotten. */
export async function mayUse(handle: FileSystemFileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  if ((await handle.queryPermission?.({ mode })) === 'granted') return true;
  const answer = await handle.requestPermission?.({ mode });
  // Handles of the origin's own files have neither question nor refusal.
  return answer === undefined || answer === 'granted';
}

let writes = 0;

/** Whether a file is being written: a page that goes now leaves it as it was. */
export const isWriting = (): boolean => writes > 0;

/** Writes a file whole: the browser puts the new bytes in place only when all of them were written. */
export async function writeFile(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<Place> {
  writes++;
  try {
    return await written(handle, bytes);
  } finally {
    writes--;
  }
}

async function written(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<Place> {
  const stream = await handle.createWritable();
  try {
    await stream.write(new Uint8Array(bytes));
  } catch (error) {
    await stream.abort().catch(() => undefined);
    throw error;
  }
  await stream.close();
  return filePlace(handle, await handle.getFile());
}

/**
 * The files of a drop. The list empties when the event handler returns, so everything is asked for at once.
 * Folders are left out; `folders` counts them.
 */
export async function droppedFiles(
  transfer: DataTransfer,
): Promise<{ readonly files: readonly GivenFile[]; readonly folders: number }> {
  const asked = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ file: item.getAsFile(), handle: item.getAsFileSystemHandle?.() ?? null }));
  let folders = 0;
  const files: GivenFile[] = [];
  for (const { file, handle } of asked) {
    const found = await Promise.resolve(handle).catch(() => null);
    if (found?.kind === 'directory') folders++;
    else if (file !== null)
      files.push({ file, handle: found instanceof FileSystemFileHandle ? found : null });
  }
  return { files, folders };
}
