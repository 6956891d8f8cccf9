import type { Model } from '../../core/document/index.ts';
import { modelIn, NOBODY, type SessionState } from '../store/index.ts';

/** Whether one of these is new, and stores that nobody in particular made it. */
function hasUnsigned<T>(before: readonly T[], after: readonly T[], by: (one: T) => string | null): boolean {
  if (before === after) return false;
  const known = new Set(before);
  return after.some((one) => by(one) === NOBODY && !known.has(one));
}

/** Whether a change stored that nobody in particular made it, in a threat or a note of the model as it is now. */
const isUnsigned = (before: Model, after: Model): boolean =>
  hasUnsigned(before.threats, after.threats, ({ changedBy }) => changedBy) ||
  hasUnsigned(before.notes, after.notes, ({ addedBy }) => addedBy);

/** Whether a change of the session did that to the model in front. */
export function changedUnsigned(state: SessionState, before: SessionState): boolean {
  if (state.documents === before.documents || state.settings.author !== '') return false;
  const [now, then] = [modelIn(state.activeId, state), modelIn(state.activeId, before)];
  return now !== null && then !== null && isUnsigned(then.model, now.model);
}
