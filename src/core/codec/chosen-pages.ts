import type { Draft, DraftDiagram } from './draft.ts';
import { Losses } from './losses.ts';

/**
 * A draft with only these of its diagrams. The others that are perhaps no data flow diagrams are told as losses: nobody
 * asked for them, and nobody left them out.
 */
export function withDiagrams(draft: Draft, isChosen: (diagram: DraftDiagram) => boolean): Draft {
  const left = draft.diagrams.flatMap((diagram) =>
    diagram.doubt !== undefined && !isChosen(diagram)
      ? [{ code: diagram.doubt, count: 1, example: diagram.name }]
      : [],
  );
  const diagrams = draft.diagrams.filter(isChosen);
  const ids = new Set(diagrams.map(({ id }) => id));
  return {
    ...draft,
    diagrams,
    ...(draft.threats && { threats: draft.threats.filter(({ diagram }) => ids.has(diagram)) }),
    losses: new Losses([...draft.losses, ...left]).all,
  };
}
