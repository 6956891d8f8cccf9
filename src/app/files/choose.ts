import { notify } from '../store/index.ts';
import { words } from '../words/index.ts';
import { type GivenFile, pickFiles } from './browser-files.ts';
import { openGiven } from './open.ts';

/** The one file input of the page, for browsers without a picker; `FileDialogs` renders it. */
export const INPUT_ID = 'open-files';

let purpose: 'any' | 'template' = 'any';

/** Lets the user choose files and opens them; a template chosen as a template is used without a question. */
export async function chooseFiles(kind: 'any' | 'template' = 'any'): Promise<void> {
  purpose = kind;
  try {
    const picked = await pickFiles(kind);
    if (picked !== null) await openGiven(picked, kind === 'template' ? 'use' : 'open');
    else document.getElementById(INPUT_ID)?.click();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notify({ tone: 'error', text: words.files.opening.chooseFailed({ reason }) });
  }
}

/** What the file input gave. */
export function openChosen(files: Iterable<File>): void {
  const given: GivenFile[] = [...files].map((file) => ({ file, handle: null }));
  void openGiven(given, purpose === 'template' ? 'use' : 'open');
  purpose = 'any';
}
