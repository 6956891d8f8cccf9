import {
  isCustomThreat,
  type KnownThreatState,
  type Model,
  stateLabel,
  THREAT_STATES,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  threatProperty,
} from '../../core/document/index.ts';
import {
  deleteThreats,
  setThreatGenerationEnabled,
  setThreatPriority,
  setThreatProperty,
  setThreatState,
} from '../../core/edit/index.ts';
import { isUpToDate, staleThreats, updatePreview } from '../../core/engine/index.ts';
import {
  activeModel,
  author,
  changeSettings,
  commit,
  notify,
  reveal,
  selectThreats,
  session,
  updateModel,
} from '../store/index.ts';
import { words } from '../words/index.ts';
import { excessSentence } from './words.ts';

const { steps, update: said } = words.threats;

export function changeState(keys: readonly ThreatKey[], state: KnownThreatState): void {
  commit(steps.setState({ threats: keys.length, state: stateLabel(state) }), (model) =>
    setThreatState(model, keys, state, author()),
  );
}

export function changePriority(keys: readonly ThreatKey[], priority: string): void {
  commit(steps.setPriority({ threats: keys.length, priority }), (model) =>
    setThreatPriority(model, keys, priority, author()),
  );
}

/** The other threats of the same type that the list shows. */
export function alike(one: Threat): readonly ThreatKey[] {
  const shown = new Set(listedThreatKeys());
  return (activeModel()?.model.threats ?? [])
    .filter(({ key, typeId }) => typeId === one.typeId && key !== one.key && shown.has(key))
    .map(({ key }) => key);
}

/** Gives them the state, the priority and the justification of this one, as one step. */
export function answerAlike(one: Threat): void {
  const keys = alike(one);
  const justification = threatProperty(one, THREAT_TEXT.justification) ?? '';
  const state = THREAT_STATES.find((known) => known === one.state);
  commit(steps.answerAlike({ threats: keys.length }), (model) => {
    const by = author();
    const stated = state === undefined ? model : setThreatState(model, keys, state, by);
    const ranked = setThreatPriority(stated, keys, one.priority, by);
    return setThreatProperty(ranked, keys, THREAT_TEXT.justification, justification, by);
  });
  notify({ tone: 'success', text: words.threats.answered({ threats: keys.length }) });
}

/** Changes one text of threats; typing in one field is one undo step. */
export function changeText(keys: readonly ThreatKey[], name: string, label: string, value: string): void {
  commit(steps.edit({ label }), (model) => setThreatProperty(model, keys, name, value, author()), {
    mergeKey: `threat ${name} ${keys.join(' ')}`,
  });
}

/** Writes one text of threats at once: one undo step of its own. */
export function writeText(keys: readonly ThreatKey[], name: string, label: string, value: string): void {
  commit(steps.edit({ label }), (model) => setThreatProperty(model, keys, name, value, author()));
}

/** Removes custom threats and those that no longer follow; undo brings them back. */
export function removeThreats(keys: readonly ThreatKey[]): void {
  commit(steps.remove({ threats: keys.length }), (model) => {
    const stale = staleThreats(model);
    const custom = new Set(model.threats.filter(isCustomThreat).map((threat) => threat.key));
    return deleteThreats(
      model,
      keys.filter((key) => stale.has(key) || custom.has(key)),
    );
  });
}

/** Brings all threats up to date, marks the new ones and says what happened. */
export function updateThreats(): void {
  const open = activeModel();
  if (open === null) return;
  const preview = updatePreview(open.model);
  if (preview.excess !== null) {
    notify({ tone: 'error', text: excessSentence(preview.excess), wrong: 'message:too-many-threats' });
    return;
  }
  // Kept for the document: nothing is made a second time.
  commit(steps.update, (model) => updatePreview(model).after);
  updateModel(open.id, { newThreats: new Set(preview.added.map(({ key }) => key)) });
  const [added, refreshed, removed] = [
    preview.added.length,
    preview.refreshed.length,
    preview.removed.length,
  ];
  const text = isUpToDate(preview) ? said.nothingDone : said.done({ added, refreshed, removed });
  notify({ tone: 'success', text });
}

/** Whether the diagram makes threats is a setting of the model, stored in its file. */
export function switchGeneration(enabled: boolean): void {
  commit(enabled ? steps.switchOn : steps.switchOff, (model) => setThreatGenerationEnabled(model, enabled));
}

/** Selects the threats that no longer follow, in the list. */
export function showStale(): void {
  const open = activeModel();
  if (open === null) return;
  const { bottomPanel } = session.getState().settings;
  changeSettings({ bottomPanel: { ...bottomPanel, tab: 'threats' } });
  selectThreats(staleThreats(open.model));
}

/** Selects the flow of a threat with its two ends on its diagram and brings them into view. */
export function showOnCanvas(threat: Threat): void {
  reveal(threat.diagramId, [threat.flowId]);
  selectThreats([threat.key]);
}

/** What the list on screen shows; empty while there is none. */
let listed: readonly ThreatKey[] = [];
/** The row of the list that is ringed. */
let ringed = '';

/** Told by the list, for the commands that act on it. */
export function setListed(keys: readonly ThreatKey[]): void {
  listed = keys;
}
export function setRinged(key: string): void {
  ringed = key;
}

/** Key of the ringed row of the list, be it a threat or a heading. */
export const ringedThreatKey = (): string => ringed;

/** The threats that the list shows, in its order. */
export const listedThreatKeys = (): readonly ThreatKey[] => listed;

/** The selected threats that the list shows: a command changes nothing that is not seen. */
export function selectedThreatKeys(): readonly ThreatKey[] {
  const open = activeModel();
  return open === null ? [] : listed.filter((key) => open.selectedThreats.has(key));
}

/** The threats with these keys, in stored order. */
export const threatsByKey = (model: Model, keys: ReadonlySet<ThreatKey>): readonly Threat[] =>
  model.threats.filter((threat) => keys.has(threat.key));
