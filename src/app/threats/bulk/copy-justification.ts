import { THREAT_TEXT, type Threat, threatProperty } from '../../../core/document/index.ts';
import { setThreatProperty } from '../../../core/edit/index.ts';
import { activeModel, author, commit, notify } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import { ringedThreatKey, selectedThreatKeys, threatsByKey } from '../actions.ts';

const { copy: said } = laterWords.threatBulk;

const why = (threat: Threat): string => threatProperty(threat, THREAT_TEXT.justification) ?? '';

/**
 * Whose justification the other selected threats can get: where all that have one have the same, the first of those;
 * else that of the ringed threat. Null where there is no such one, or nobody to get it.
 */
export function copiedFrom(threats: readonly Threat[], ringed: string | null): Threat | null {
  const having = threats.filter((threat) => why(threat).trim() !== '');
  const [first] = having;
  if (first === undefined || threats.length < 2) return null;
  const same = having.every((threat) => why(threat) === why(first));
  if (same) return having.length < threats.length ? first : null;
  return having.find(({ key }) => key === ringed) ?? null;
}

/** The selected threats, and the one whose justification they can get. */
function chosen() {
  const open = activeModel();
  const threats = open === null ? [] : threatsByKey(open.model, new Set(selectedThreatKeys()));
  return { threats, from: copiedFrom(threats, ringedThreatKey()) };
}

export const canCopyJustification = (): boolean => chosen().from !== null;

/** Gives the selected threats one justification, as one step. */
export function copyJustification(): void {
  const { threats, from } = chosen();
  if (from === null) return;
  const keys = threats.filter((threat) => threat !== from).map(({ key }) => key);
  commit(said.step({ threats: keys.length }), (model) =>
    setThreatProperty(model, keys, THREAT_TEXT.justification, why(from), author()),
  );
  notify({ tone: 'success', text: said.done({ id: from.id, threats: keys.length }) });
}
