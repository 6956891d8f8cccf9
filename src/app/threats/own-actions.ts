import type { ElementId, ThreatKey } from '../../core/document/index.ts';
import { duplicateOwnThreats, moveOwnThreats } from '../../core/edit/index.ts';
import { activeModel, author, commit, newGuid, selectThreats } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const { steps } = laterWords.ownThreats;

/** A second one of each of these threats of one's own; they are what is selected then. */
export function duplicateThreats(keys: readonly ThreatKey[]): void {
  const before = new Set(activeModel()?.model.threats.map(({ key }) => key));
  const { step } = commit(steps.duplicate({ threats: keys.length }), (model) =>
    duplicateOwnThreats(model, keys, author(), newGuid),
  );
  if (step === null) return;
  selectThreats((activeModel()?.model.threats ?? []).map(({ key }) => key).filter((key) => !before.has(key)));
}

/** Threats of one's own on another flow; they stay selected. */
export function moveThreats(keys: readonly ThreatKey[], flowId: ElementId): void {
  const wanted = new Set(keys);
  const moved = new Set(
    (activeModel()?.model.threats ?? []).filter(({ key }) => wanted.has(key)).map(({ id }) => id),
  );
  commit(steps.move({ threats: keys.length }), (model) => moveOwnThreats(model, keys, flowId, author()));
  selectThreats((activeModel()?.model.threats ?? []).filter(({ id }) => moved.has(id)).map(({ key }) => key));
}
