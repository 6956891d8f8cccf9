import { useEffect, useState } from 'react';
import { type OpenModel, session } from '../../store/index.ts';
import type { StoredRevision } from '../records.ts';
import { onHistory, whereaboutsOf } from './keep-history.ts';
import { historiesOf, historyOf, type Known, statesElsewhere, statesOf } from './revisions.ts';
import { browserStores, waitingModels } from './stores.ts';

/** What is kept of an open model. */
export type Found =
  | { readonly kind: 'coming' }
  | { readonly kind: 'failed'; readonly reason: string }
  | {
      readonly kind: 'here';
      readonly known: Known;
      /** The last first. */
      readonly states: readonly StoredRevision[];
      /** Of models that are open in no tab of the browser and do not wait to be brought back. */
      readonly elsewhere: readonly StoredRevision[];
    };

/** What is kept of an open model, now and whenever it changes in this window. */
export function useHistory(open: OpenModel): Found {
  const [found, setFound] = useState<Found>({ kind: 'coming' });
  // What a history is found by: edits of the model are nothing to it.
  const { id, fileName, place } = open;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these say where the model stands
  useEffect(() => {
    let alive = true;
    const fetch = async (): Promise<Found> => {
      const known = await browserStores.known();
      const found = (one: OpenModel) => historyOf(whereaboutsOf(one), known);
      const models = session.getState().documents.flatMap((one) => (one.kind === 'model' ? [one] : []));
      const own = await found(open);
      // Those of this tab are found by their diagrams too, and need not be in doubt.
      const waiting = (await waitingModels()).filter((one) => models.every((model) => model.id !== one.id));
      const elsewhere = statesElsewhere(
        known,
        new Set([own, ...(await Promise.all(models.map(found))), ...(await historiesOf(waiting, known))]),
      );
      return { kind: 'here', known, states: statesOf(own, known), elsewhere };
    };
    const tell = () =>
      void fetch()
        .catch(
          (error: unknown): Found => ({
            kind: 'failed',
            reason: error instanceof Error ? error.message : String(error),
          }),
        )
        .then((now) => alive && setFound(now));
    tell();
    const off = onHistory(tell);
    return () => {
      alive = false;
      off();
    };
  }, [id, fileName, place]);
  return found;
}
