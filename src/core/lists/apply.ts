import {
  type KnownThreatState,
  type Model,
  type NewGuid,
  THREAT_STATES,
  type ThreatKey,
} from '../document/index.ts';
import {
  type Author,
  addCustomThreat,
  setThreatPriority,
  setThreatProperty,
  setThreatState,
} from '../edit/index.ts';
import type { ListChange, OwnThreat } from './match.ts';

/** The model with what a list changes. What many threats get is set at once. */
export function applyList(model: Model, changes: readonly ListChange[], author: Author): Model {
  const groups = new Map<string, { readonly one: ListChange; readonly keys: ThreatKey[] }>();
  for (const one of changes) {
    const { field, after } = one;
    const id = JSON.stringify([field, after]);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { one, keys: [one.key] });
    else group.keys.push(one.key);
  }
  let next = model;
  for (const { one, keys } of groups.values()) next = applied(next, one, keys, author);
  return next;
}

function applied(
  model: Model,
  { field, after }: ListChange,
  keys: readonly ThreatKey[],
  author: Author,
): Model {
  switch (field.kind) {
    case 'state':
      return isKnown(after) ? setThreatState(model, keys, after, author) : model;
    case 'priority':
      return setThreatPriority(model, keys, after, author);
    case 'text':
      return setThreatProperty(model, keys, field.name, after, author);
  }
}

const isKnown = (state: string): state is KnownThreatState => THREAT_STATES.some((known) => known === state);

/** The model with threats of one's own, as rows of a list that stand for no threat of the model have them. */
export const addOwnThreats = (
  model: Model,
  own: readonly OwnThreat[],
  author: Author,
  newGuid: NewGuid,
): Model =>
  own.reduce((next, { flowId, threat }) => addCustomThreat(next, flowId, threat, author, newGuid), model);
