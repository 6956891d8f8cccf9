import type { Model } from '../../core/document/index.ts';
import type { OpenModel, OtherModel } from './state.ts';

/** Reads a file that was chosen; null, and the user was told, where there is no model in it. */
export type ReadModel = (file: File) => Promise<OtherModel | null>;

/** The older states of an open model that are at hand, where they are not what it is now: as saved, and as opened. */
export function statesAtHand({ model, saved, opened }: OpenModel) {
  const states: { readonly kind: 'saved' | 'opened'; readonly model: Model }[] = [];
  if (saved !== null && saved !== model) states.push({ kind: 'saved', model: saved });
  if (opened !== null && opened.model !== model && opened.model !== saved)
    states.push({ kind: 'opened', model: opened.model });
  return states;
}
