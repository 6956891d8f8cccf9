import {
  activeDocument,
  closeDocument,
  contentOf,
  dismissNotice,
  endStep,
  isUnsaved,
  notify,
  type OpenDocument,
  session,
  tellNotFetched,
  updateModel,
  updateTemplate,
} from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { ask } from './ask.ts';
import { isPlace, isWrittenSince, mayUse, type Place, pickPlace, writeFile } from './browser-files.ts';
import { formOf, writeBeside } from './file-service.ts';
import { isUntouched } from './open.ts';
import { reasonOf } from './reader-words.ts';
import { rememberRecent } from './recent.ts';

const openById = (id: string): OpenDocument | undefined =>
  session.getState().documents.find((open) => open.id === id);

/** Whether closing the document would lose what no file holds. */
export const wouldLose = (open: OpenDocument): boolean => isUnsaved(open) && !isUntouched(contentOf(open));

/** How files of a kind end. */
const EXTENSIONS = { model: '.tm7', template: '.tb7' } as const;

const nameWithExtension = ({ fileName, kind }: OpenDocument): string =>
  fileName.toLowerCase().endsWith(EXTENSIONS[kind])
    ? fileName
    : `${fileName.replace(/\.[^.]*$/, '')}${EXTENSIONS[kind]}`;

/** Whether the document is the very one that was read: then its file's bytes are saved. */
const isAsRead = (open: OpenDocument): boolean =>
  open.kind === 'model' ? open.opened?.model === open.model : open.opened?.template === open.template;

/**
 * Saves a document: in place where it came from or was saved to, else where the user says, else as a download.
 * False when the user cancelled or it failed; the user was told then.
 */
export async function saveDocument(id: string, how: 'save' | 'save-as' = 'save'): Promise<boolean> {
  const open = openById(id);
  if (open === undefined) return false;
  // What is typed while it is being written is a step of its own: undo stops at what the file holds.
  endStep(id);
  if (!(await mayNormalise(open))) return false;
  try {
    const bytes = await bytesOf(open);
    if (bytes === null) return false;
    const place = how === 'save' && isPlace(open.place) ? open.place : null;
    const handle = place === null ? await newPlace(open) : await oldPlace(open, place);
    if (handle === 'cancelled') return false;
    if (handle === null) {
      const fileName = nameWithExtension(open);
      download(fileName, bytes, 'application/octet-stream');
      saved(open, { fileName }, bytes, null);
    } else {
      const now = await writeFile(handle, bytes);
      saved(open, { fileName: handle.name, place: now }, bytes, handle);
    }
    return true;
  } catch (error) {
    tellFailed(open, error);
    return false;
  }
}

/**
 * What a file of the document holds: the file's own bytes while the document is the one that was read, which are what
 * they are; else what is written by the format's rules. Null, and the user was told, when that could not be opened
 * again: it must not cost a file that can be opened.
 */
async function bytesOf(open: OpenDocument): Promise<Uint8Array | null> {
  if (open.opened !== null && isAsRead(open)) return open.opened.bytes;
  const written = await writeBeside(
    open.kind === 'model' ? { format: 'tm7', model: open.model } : { format: 'tb7', template: open.template },
  );
  if (written.ok) return written.bytes;
  const original = open.opened?.bytes;
  const reason = await reasonOf(written.fault);
  notify({
    tone: 'error',
    text: words.files.saving.unreadable({ file: open.fileName, reason }),
    wrong: 'fault:not-saved',
    ...(original && {
      action: {
        label: words.files.saving.original,
        run: () => download(open.fileName, original, 'application/octet-stream'),
      },
    }),
  });
  return null;
}

/** Downloads a document, else the one in front, as it is now; its own file and what is unsaved stay as they are. */
export async function saveCopy(id = activeDocument()?.id): Promise<void> {
  const open = id === undefined ? undefined : openById(id);
  if (open === undefined) return;
  try {
    const bytes = await bytesOf(open);
    if (bytes !== null) download(nameWithExtension(open), bytes, 'application/octet-stream');
  } catch (error) {
    tellFailed(open, error);
  }
}

function tellFailed({ id, fileName }: OpenDocument, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  notify({
    tone: 'error',
    text: words.files.saving.failed({ file: fileName, reason }),
    wrong: 'fault:not-saved',
    action: { label: words.files.saving.saveAs, run: () => void saveDocument(id, 'save-as') },
  });
}

/** The notice of the last save. */
let told = 0;

/** A word that leaves by itself; it takes the place of the one before. */
function tellSaved(how: 'saved' | 'downloaded', file: string): void {
  dismissNotice(told);
  told = notify({ tone: 'success', text: words.files.saving[how]({ file }) });
}

/** What is saved is the document as it was when its bytes were made. */
function saved(
  open: OpenDocument,
  change: { readonly fileName: string; readonly place?: Place },
  bytes: Uint8Array,
  handle: FileSystemFileHandle | null,
): void {
  if (open.kind === 'model') updateModel(open.id, { ...change, saved: open.model });
  else updateTemplate(open.id, { ...change, saved: open.template });
  tellSaved(handle === null ? 'downloaded' : 'saved', change.fileName);
  void rememberRecent({
    fileName: change.fileName,
    handle,
    bytes,
    model: open.kind === 'model' ? open.model : null,
    was: open.place === null ? open.fileName : undefined,
  });
  if (open.kind === 'template')
    void import('./template-arrivals.ts').then(
      (part) => part.rememberTemplate(open.template, change.fileName, bytes),
      () => undefined,
    );
  else
    void import('./history/keep-history.ts').then(
      (part) => part.keepSaved(open, { fileName: change.fileName, handle }, bytes),
      tellNotFetched,
    );
}

/** The first save of an edited file of another writer changes its form: the user is told before. */
async function mayNormalise(open: OpenDocument): Promise<boolean> {
  const { opened } = open;
  if (opened === null || open.toldNormalises || isAsRead(open)) return true;
  if ((await formOf(opened)) === 'exact') return true;
  const answer = await ask({
    title: words.files.saving.normalise({ file: open.fileName }),
    text: words.files.saving.normaliseText,
    wrong: 'reader:rewrites',
    confirmLabel: words.files.saving.save,
  });
  if (answer !== 'confirm') return false;
  if (open.kind === 'model') updateModel(open.id, { toldNormalises: true });
  else updateTemplate(open.id, { toldNormalises: true });
  return true;
}

async function newPlace(open: OpenDocument): Promise<FileSystemFileHandle | 'cancelled' | null> {
  const suggested = nameWithExtension(open);
  try {
    return await pickPlace(suggested, open.kind);
  } catch (error) {
    // The browser wants a fresh click before each of its dialogs: several saves in a row, or a long wait.
    if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error;
    const answer = await ask({
      title: words.files.saving.where({ file: suggested }),
      text: words.files.saving.whereText,
      confirmLabel: words.files.saving.choose,
    });
    return answer === 'confirm' ? pickPlace(suggested, open.kind) : 'cancelled';
  }
}

/** The file it came from, when we may write it and nobody else has written it since. */
async function oldPlace(
  open: OpenDocument,
  place: Place,
): Promise<FileSystemFileHandle | 'cancelled' | null> {
  const { handle } = place;
  if (!(await mayUse(handle, 'readwrite'))) {
    notify({
      tone: 'warning',
      text: words.files.saving.refused({ file: open.fileName }),
      wrong: 'fault:not-saved',
      action: { label: words.files.saving.saveAs, run: () => void saveDocument(open.id, 'save-as') },
    });
    return 'cancelled';
  }
  // A file that is gone is simply written again.
  const now = await handle.getFile().catch(() => null);
  if (now === null || !isWrittenSince(place, now)) return handle;
  const answer = await ask({
    title: words.files.saving.changed({ file: open.fileName }),
    text: words.files.saving.changedText,
    confirmLabel: words.files.saving.overwrite,
    otherLabel: words.files.saving.saveAs,
    danger: true,
  });
  if (answer === 'confirm') return handle;
  return answer === 'other' ? newPlace(open) : 'cancelled';
}

/** Saves every document with unsaved work, one after the other; stops where the user cancels. */
export async function saveAll(): Promise<void> {
  for (const open of session.getState().documents) {
    if (isUnsaved(open) && !(await saveDocument(open.id))) return;
  }
}

/** Closes a tab; asks when that would lose work. */
export async function closeFile(id: string): Promise<void> {
  const open = openById(id);
  if (open === undefined) return;
  if (open.kind === 'model' && open.noteDraft.trim() !== '') {
    const answer = await ask({
      title: words.files.closing.note({ file: open.fileName }),
      text: words.files.closing.noteText,
      confirmLabel: words.files.closing.close,
      danger: true,
    });
    if (answer !== 'confirm') return;
  }
  if (wouldLose(open)) {
    const answer = await ask({
      title: words.files.closing.save({ file: open.fileName }),
      text: words.files.closing.saveText,
      confirmLabel: words.files.saving.save,
      otherLabel: words.files.closing.discard,
    });
    if (answer === 'cancel') return;
    if (answer === 'confirm' && !(await saveDocument(id))) return;
  }
  closeDocument(id);
}
