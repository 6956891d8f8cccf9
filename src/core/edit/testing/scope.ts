import { type ElementId, type Model, OUT_OF_SCOPE, REASON_OUT_OF_SCOPE } from '../../document/index.ts';
import { setProperty } from '../properties.ts';

/** Takes elements out of scope or back in, as the properties panel does; the reason is set when given. */
export function setOutOfScope(
  model: Model,
  ids: Iterable<ElementId>,
  outOfScope: boolean,
  reason?: string,
): Model {
  const all = [...ids];
  const next = setProperty(model, all, OUT_OF_SCOPE, outOfScope);
  return reason === undefined ? next : setProperty(next, all, REASON_OUT_OF_SCOPE, reason);
}
