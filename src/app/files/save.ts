import { saveBytes, unreadable } from '../../core/codec/index.ts';
import { refusalWords } from '../../core/words/index.ts';
import {
  activeModel,
  announce,
  closeDocument,
  contentOf,
  endStep,
  isUnsaved,
  notify,
  type OpenDocument,
  type OpenModel,
  session,
  updateModel,
} from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { ask } from './ask.ts';
import { isPlace, mayUse, type Place, pickPlace, writeFile } from './browser-files.ts';
import { isUntouched } from './open.ts';
import { rememberRecent } from './recent.ts';

const openById = (id: string): OpenModel | undefined =>
  session
    .getState()
    .documents.filter((open) => open.kind === 'model')
    .find((open) => open.id === id);

/** Whether closing the model would lose what no file holds. */
export const wouldLose = (open: OpenDocument): boolean => isUnsaved(open) && !isUntouched(contentOf(open));

const withExtension = (name: string): string =>
  /\.tm7$/i.test(name) ? name : `${name.replace(/\.[^.]*$/, '')}.tm7`;

/**
 * Saves a model: in place where it came from or was saved to, else where the user says, else as a download.
 * False when the user cancelled or it failed; the user was told then.
 */
export async function saveModel(id: string, how: 'save' | 'save-as' = 'save'): Promise<boolean> {
  const open = openById(id);
  if (open === undefined) return false;
  // What is typed while it is being written is a step of its own: undo stops at what the file holds.
  endStep(id);
  if (!(await mayNormalise(open))) return false;
  const { model } = open;
  try {
    const bytes = bytesOf(open);
    if (bytes === null) return false;
    const place = how === 'save' && isPlace(open.place) ? open.place : null;
    const handle = place === null ? await newPlace(open.fileName) : await oldPlace(open, place);
    if (handle === 'cancelled') return false;
    if (handle === null) {
      const fileName = withExtension(open.fileName);
      download(fileName, bytes, 'application/octet-stream');
      saved(id, { saved: model, fileName }, bytes, null);
    } else {
      const written = await writeFile(handle, bytes);
      saved(id, { saved: model, fileName: handle.name, place: written }, bytes, handle);
    }
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notify({
      tone: 'error',
      text: words.files.saving.failed({ file: open.fileName, reason }),
      action: { label: words.files.saving.saveAs, run: () => void saveModel(id, 'save-as') },
    });
    return false;
  }
}

/** What a file of the model holds; null, and the user was told, when it could not be opened again. */
function bytesOf(open: OpenModel): Uint8Array | null {
  const { model } = open;
  const bytes = saveBytes(open.opened, model);
  // The file's own bytes are what they are; what we wrote must not cost a file that can be opened.
  const fault = bytes === open.opened?.bytes ? null : unreadable(bytes, model);
  if (fault !== null) {
    const original = open.opened?.bytes;
    notify({
      tone: 'error',
      text: words.files.saving.unreadable({ file: open.fileName, reason: refusalWords(fault) }),
      ...(original && {
        action: {
          label: words.files.saving.original,
          run: () => download(open.fileName, original, 'application/octet-stream'),
        },
      }),
    });
    return null;
  }
  return bytes;
}

/** Downloads the model in front as it is now; its own file and what is unsaved stay as they are. */
export function saveCopy(): void {
  const open = activeModel();
  if (open === null) return;
  const bytes = bytesOf(open);
  if (bytes !== null) download(withExtension(open.fileName), bytes, 'application/octet-stream');
}

function saved(
  id: string,
  change: Parameters<typeof updateModel>[1] & { readonly fileName: string },
  bytes: Uint8Array,
  handle: FileSystemFileHandle | null,
): void {
  updateModel(id, change);
  announce(words.files.saving.saved({ file: change.fileName }));
  void rememberRecent({ fileName: change.fileName, handle, bytes });
}

/** The first save of an edited file of another writer changes its form: the user is told before. */
async function mayNormalise(open: OpenModel): Promise<boolean> {
  const { opened } = open;
  if (opened === null || opened.fidelity === 'exact' || open.toldNormalises || opened.model === open.model)
    return true;
  const answer = await ask({
    title: words.files.saving.normalise({ file: open.fileName }),
    text: words.files.saving.normaliseText,
    confirmLabel: words.files.saving.save,
  });
  if (answer !== 'confirm') return false;
  updateModel(open.id, { toldNormalises: true });
  return true;
}

async function newPlace(fileName: string): Promise<FileSystemFileHandle | 'cancelled' | null> {
  const suggested = withExtension(fileName);
  try {
    return await pickPlace(suggested);
  } catch (error) {
    // The browser wants a fresh click before each of its dialogs: several saves in a row, or a long wait.
    if (!(error instanceof DOMException && error.name === 'SecurityError')) throw error;
    const answer = await ask({
      title: words.files.saving.where({ file: suggested }),
      text: words.files.saving.whereText,
      confirmLabel: words.files.saving.choose,
    });
    return answer === 'confirm' ? pickPlace(suggested) : 'cancelled';
  }
}

/** The file it came from, when we may write it and nobody else has written it since. */
async function oldPlace(
  open: OpenModel,
  { handle, modified }: Place,
): Promise<FileSystemFileHandle | 'cancelled' | null> {
  if (!(await mayUse(handle, 'readwrite'))) {
    notify({
      tone: 'warning',
      text: words.files.saving.refused({ file: open.fileName }),
      action: { label: words.files.saving.saveAs, run: () => void saveModel(open.id, 'save-as') },
    });
    return 'cancelled';
  }
  // A file that is gone is simply written again.
  const now = await handle.getFile().then(
    (file) => file.lastModified,
    () => null,
  );
  if (modified === null || now === null || now === modified) return handle;
  const answer = await ask({
    title: words.files.saving.changed({ file: open.fileName }),
    text: words.files.saving.changedText,
    confirmLabel: words.files.saving.overwrite,
    otherLabel: words.files.saving.saveAs,
    danger: true,
  });
  if (answer === 'confirm') return handle;
  return answer === 'other' ? newPlace(open.fileName) : 'cancelled';
}

/** Saves every model with unsaved work, one after the other; stops where the user cancels. */
export async function saveAll(): Promise<void> {
  for (const open of session.getState().documents) {
    if (isUnsaved(open) && !(await saveModel(open.id))) return;
  }
}

/** Closes a tab; asks when that would lose work. */
export async function closeFile(id: string): Promise<void> {
  const open = openById(id);
  if (open === undefined) return;
  if (open.noteDraft.trim() !== '') {
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
    if (answer === 'confirm' && !(await saveModel(id))) return;
  }
  closeDocument(id);
}
