import { sharing } from '../../../core/base/index.ts';
import type { Model } from '../../../core/document/index.ts';
import { commit, modelIn, notify, type OpenModel } from '../../store/index.ts';
import { inSlices } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import type { StoredRevision } from '../records.ts';
import { keepBetween } from './keep-history.ts';
import { readRevision } from './read-revision.ts';
import { nameOf } from './said.ts';

const { history: said } = laterWords;

/**
 * A model that was read anew, as the one in hand that it equals, else sharing with the open one what is the same. What
 * was opened and what was saved come first: a model that is the one again is saved, with the bytes of its file.
 */
export async function asInHand({ opened, saved, model }: OpenModel, read: Model): Promise<Model> {
  for (const known of [opened?.model, saved])
    if (known !== undefined && known !== null && (await inSlices(sharing(known, read))) === known)
      return known;
  return inSlices(sharing(model, read));
}

/**
 * Puts a kept state in the place of an open model, by its tab, as one undo step; its threats are as they were. What
 * the model is now is kept before. False, and nothing is done, where the state cannot be read, which is told, or where
 * the tab is closed or the state no longer asked for once it is read.
 */
export async function restore(
  tab: string,
  revision: StoredRevision,
  isAsked: () => boolean,
): Promise<boolean> {
  const found = await readRevision(revision);
  const open = modelIn(tab);
  if (found === null || open === null || !isAsked()) return false;
  const model = await asInHand(open, found.model);
  const now = modelIn(tab);
  if (now === null || !isAsked()) return false;
  void keepBetween(now);
  const name = nameOf(revision);
  const { step } = commit(said.restoreStep, () => model, { model: tab, threats: 'keep' });
  notify({
    tone: 'success',
    text: step === null ? said.same({ name }) : said.restored({ file: now.fileName, name }),
    ...(step !== null && { undoes: step }),
  });
  return true;
}
