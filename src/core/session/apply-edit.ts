import type { Model } from '../document/index.ts';
import { regenerateAfter } from '../engine/index.ts';

/** A change of the model: a new one, or the same when there is nothing to change. */
export type Edit = (model: Model) => Model;

/**
 * The model after an edit, with the threats of the interactions that it reached. The same model when the edit changes
 * nothing.
 */
export function applyEdit(model: Model, edit: Edit): Model {
  const edited = edit(model);
  return edited === model ? model : regenerateAfter(model, edited);
}
