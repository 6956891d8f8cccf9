import { activeDiagram, activeModel, type Command, session } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { flowFilterOf } from './selected-flows.ts';

/** Whether the list shows the threats of what is selected on the diagram when it comes. */
function filters(): boolean {
  const open = activeModel();
  const diagram = activeDiagram();
  if (open === null || diagram === null || session.getState().view !== 'diagram') return false;
  return open.selection.size > 0 && flowFilterOf(diagram, open.selection) !== null;
}

/** Goes to the threats of what is selected; `toList` opens the list, which follows the selection, and goes there. */
export const threatsOfSelection = (toList: () => void): Command => ({
  id: 'threats.of-selection',
  label: laterWords.threatCommands.ofSelection,
  group: 'Threats',
  enabled: () => filters() && !session.getState().presenting,
  run: toList,
});
