import {
  isCustomThreat,
  type KnownThreatState,
  type Model,
  stateLabel,
  type Threat,
  type ThreatKey,
} from '../../core/document/index.ts';
import {
  deleteThreats,
  setThreatPriority,
  setThreatProperty,
  setThreatState,
} from '../../core/edit/index.ts';
import { staleThreats } from '../../core/engine/index.ts';
import { activeModel, author, commit, reveal, selectThreats } from '../store/index.ts';

const many = (keys: readonly ThreatKey[]): string =>
  keys.length === 1 ? 'a threat' : `${keys.length} threats`;

export function changeState(keys: readonly ThreatKey[], state: KnownThreatState): void {
  commit(`Set ${many(keys)} to ${stateLabel(state)}`, (model) =>
    setThreatState(model, keys, state, author()),
  );
}

export function changePriority(keys: readonly ThreatKey[], priority: string): void {
  commit(`Set the priority of ${many(keys)} to ${priority}`, (model) =>
    setThreatPriority(model, keys, priority, author()),
  );
}

/** Changes one text of threats; typing in one field is one undo step. */
export function changeText(keys: readonly ThreatKey[], name: string, label: string, value: string): void {
  commit(`Edit ${label.toLowerCase()}`, (model) => setThreatProperty(model, keys, name, value, author()), {
    mergeKey: `threat ${name} ${keys.join(' ')}`,
  });
}

/** Removes custom threats and those that no longer follow; undo brings them back. */
export function letGo(keys: readonly ThreatKey[]): void {
  commit(keys.length === 1 ? 'Remove threat' : `Remove ${keys.length} threats`, (model) => {
    const stale = staleThreats(model);
    const custom = new Set(model.threats.filter(isCustomThreat).map((threat) => threat.key));
    return deleteThreats(
      model,
      keys.filter((key) => stale.has(key) || custom.has(key)),
    );
  });
}

/** Selects the flow of a threat with its two ends on its diagram and brings them into view. */
export function showOnCanvas(threat: Threat): void {
  reveal(threat.diagramId, [threat.flowId]);
  selectThreats([threat.key]);
}

/** The selected threats of the model in front, in stored order. */
export function selectedThreatKeys(): readonly ThreatKey[] {
  const open = activeModel();
  if (open === null) return [];
  return open.document.threats.map((threat) => threat.key).filter((key) => open.selectedThreats.has(key));
}

/** The threats with these keys, in stored order. */
export const threatsByKey = (model: Model, keys: ReadonlySet<ThreatKey>): readonly Threat[] =>
  model.threats.filter((threat) => keys.has(threat.key));
