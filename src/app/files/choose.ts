import { notify } from '../store/index.ts';
import { words } from '../words/index.ts';
import { type GivenFile, type Picked, pickFiles } from './browser-files.ts';
import { openGiven, type Purpose } from './open.ts';

/** The one file input of the page, for browsers without a picker; `FileDialogs` renders it. */
export const INPUT_ID = 'open-files';

let purpose: Purpose = 'open';

/** Lets the user choose files, to be opened, or a template to be used; `any`: whatever they are called. */
export async function chooseFiles(
  wanted: Purpose = 'open',
  kind: Picked = wanted === 'open' ? 'ours' : 'template',
): Promise<void> {
  purpose = wanted;
  try {
    const picked = await pickFiles(kind);
    if (picked !== null) await openGiven(picked, wanted);
    else document.getElementById(INPUT_ID)?.click();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: words.files.opening.chooseFailed({ reason }), wrong: 'fault:not-opened' });
  }
}

/** What the file input gave. */
export function openChosen(files: Iterable<File>): void {
  const given: GivenFile[] = [...files].map((file) => ({ file, handle: null }));
  void openGiven(given, purpose);
  purpose = 'open';
}
