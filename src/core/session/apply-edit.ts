import type { Model } from '../document/index.ts';
import { type Edited, isEdited } from '../edit/index.ts';
import { regenerateAfter } from '../engine/index.ts';

/** What an edit came to. */
export interface Applied<E extends Edited> {
  /** The model after the edit, with the threats of the interactions that it reached. */
  readonly model: Model;
  /** What the command answered, its model before the threats; null when it answered a model alone. */
  readonly answer: E | null;
}

/**
 * The model after an edit, with its threats; with `keep` they are what the edit left, as who merges may want. The same
 * model when the edit changes nothing.
 */
export function applyEdit<E extends Edited = Edited>(
  model: Model,
  edit: (model: Model) => Model | E,
  threats: 'follow' | 'keep' = 'follow',
): Applied<E> {
  const answer = edit(model);
  if (threats === 'keep')
    return isEdited<Model, E>(answer) ? { model: answer.value, answer } : { model: answer, answer: null };
  return isEdited<Model, E>(answer)
    ? { model: withThreats(model, answer.value), answer }
    : { model: withThreats(model, answer), answer: null };
}

const withThreats = (before: Model, after: Model): Model =>
  after === before ? before : regenerateAfter(before, after);
