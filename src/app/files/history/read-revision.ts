import { notify, type OtherModel } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import { readModelOf } from '../read-model.ts';
import type { StoredRevision } from '../records.ts';
import { unpackBeside } from './pack-beside.ts';
import { nameOf } from './said.ts';
import { browserStores } from './stores.ts';

const { history: said } = laterWords;

/** The file of a kept state; null, and the user was told, where the browser cannot read it any longer. */
export async function fileOf(revision: StoredRevision): Promise<File | null> {
  try {
    const stored = await browserStores.file(revision.file);
    if (stored !== undefined) return new File([await unpackBeside(stored)], revision.fileName);
    tellLost(revision, said.missing);
  } catch (error) {
    tellLost(revision, error instanceof Error ? error.message : String(error));
  }
  return null;
}

const tellLost = (revision: StoredRevision, reason: string): void =>
  void notify({
    tone: 'error',
    text: said.unreadable({ name: nameOf(revision), reason }),
    wrong: 'fault:history',
  });

/** The model of a kept state, under a name that tells it from others; null, and the user was told, where it is lost. */
export async function readRevision(revision: StoredRevision): Promise<OtherModel | null> {
  const file = await fileOf(revision);
  const found = file && (await readModelOf(file));
  return found && { name: nameOf(revision), model: found.model };
}
