import type { Threat } from '../../core/document/index.ts';
import { modelIn, NOBODY, type SessionState } from '../store/index.ts';

/** Whether a change stored that nobody in particular made it, in a threat of the list as it is now. */
export function isUnsigned(before: readonly Threat[], after: readonly Threat[]): boolean {
  if (before === after) return false;
  const known = new Set(before);
  return after.some((threat) => threat.changedBy === NOBODY && !known.has(threat));
}

/** Whether a change of the session did that to the model in front. */
export function changedUnsigned(state: SessionState, before: SessionState): boolean {
  if (state.documents === before.documents || state.settings.author !== '') return false;
  const [now, then] = [modelIn(state.activeId, state), modelIn(state.activeId, before)];
  return now !== null && then !== null && isUnsigned(then.model.threats, now.model.threats);
}
