import { type Model, stateLabel, THREAT_STATES, THREAT_TEXT } from '../../core/document/index.ts';
import type { Excess } from '../../core/engine/index.ts';
import { messageWords } from '../../core/words/index.ts';

/** The states as the editor says them, with the key that sets each. */
export const STATES = THREAT_STATES.map((state, index) => ({
  state,
  label: stateLabel(state),
  key: String(index + 1),
}));

/** The priorities to choose from: the template's, otherwise the Windows tool's. */
export function priorityChoices(model: Model): readonly string[] {
  const datum = model.template.threatMetadata.datums.find(
    (candidate) => candidate.name === THREAT_TEXT.priority,
  );
  const values = (datum?.values ?? []).filter((value) => value !== null && value !== '');
  return values.length > 0 ? values.filter((value) => value !== null) : ['High', 'Medium', 'Low'];
}

/** That the diagrams yield more threats than a model gets, as a sentence. */
export const excessSentence = (excess: Excess): string =>
  `${messageWords({ code: 'too-many-threats', params: excess })}.`;
