import { announce, notify } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import type { StoredModelHistory, StoredRevision, StoredRevisionFile } from '../records.ts';
import { tellHistory } from './keep-history.ts';
import { type Change, type Known, naming, puttingBack, removal } from './revisions.ts';
import { browserStores } from './stores.ts';

const { history: said } = laterWords;

/** A state that was deleted, and all that puts it back. */
export interface Deleted {
  readonly revision: StoredRevision;
  readonly file: StoredRevisionFile;
  readonly history: StoredModelHistory | undefined;
}

/** Changes what is kept; false, and the user was told, when the browser refuses. */
async function change(plan: (known: Known) => Change): Promise<boolean> {
  try {
    await browserStores.change(plan);
    tellHistory();
    return true;
  } catch (error) {
    const details = [error instanceof Error ? error.message : String(error)];
    notify({ tone: 'error', text: said.failed, details, wrong: 'fault:not-stored' });
    return false;
  }
}

/** Gives a state a name; an empty one takes it away. */
export async function nameState(revision: StoredRevision, name: string): Promise<void> {
  if (await change((known) => naming(known, revision, name)))
    announce(name.trim() === '' ? said.unnamed : said.named({ name: name.trim() }));
}

/** Deletes a state. What puts it back; null where the browser refuses, or it or its file is gone already. */
export async function deleteState(revision: StoredRevision): Promise<Deleted | null> {
  const file = await browserStores.file(revision.file).catch(() => undefined);
  let history: StoredModelHistory | undefined;
  let gone: StoredRevision | undefined;
  const done = await change((known) => {
    history = known.histories.find(({ id }) => id === revision.id);
    const plan = removal(known, [revision]);
    [gone] = plan.removed ?? [];
    return plan;
  });
  return done && file !== undefined && gone !== undefined ? { revision: gone, file, history } : null;
}

/** Deletes states for good; what was kept since they were listed stays. */
export async function deleteStates(states: readonly StoredRevision[]): Promise<void> {
  let count = 0;
  const done = await change((known) => {
    const plan = removal(known, states);
    count = plan.removed?.length ?? 0;
    return plan;
  });
  if (done) announce(said.others.removed({ count }));
}

export const putBack = ({ revision, file, history }: Deleted): Promise<boolean> =>
  change((known) => puttingBack(known, revision, file, history));
