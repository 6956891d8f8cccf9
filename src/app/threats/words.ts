import { stateLabel, THREAT_STATES } from '../../core/document/index.ts';
import type { Excess } from '../../core/engine/index.ts';
import { messageWords } from '../../core/words/index.ts';

/** The states as the editor says them, with the key that sets each. */
export const STATES = THREAT_STATES.map((state, index) => ({
  state,
  label: stateLabel(state),
  key: String(index + 1),
}));

/** That the diagrams yield more threats than a model gets, as a sentence. */
export const excessSentence = (excess: Excess): string =>
  `${messageWords({ code: 'too-many-threats', params: excess })}.`;
