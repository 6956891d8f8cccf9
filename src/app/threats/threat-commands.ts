import { findLine } from '../../core/document/index.ts';
import { activeDiagram, activeModel, type Command, selectThreats, setDialog } from '../store/index.ts';
import { words } from '../words/index.ts';
import {
  changePriority,
  changeState,
  listedThreatKeys,
  removeThreats,
  selectedThreatKeys,
} from './actions.ts';
import { hasFreeEnd } from './why-none.ts';
import { priorityChoices, STATES } from './words.ts';

const hasModel = (): boolean => activeModel() !== null;
const hasSelection = (): boolean => selectedThreatKeys().length > 0;

/** The one selected flow, on which a threat of one's own can stand. */
function selectedFlow() {
  const open = activeModel();
  const diagram = activeDiagram();
  if (open === null || diagram === null || open.selection.size !== 1) return undefined;
  const [id] = open.selection;
  const line = id === undefined ? undefined : findLine(diagram, id);
  return line?.kind === 'flow' && !hasFreeEnd(diagram, line) ? line : undefined;
}

/** Working on threats from the palette; the list has single keys for the same. */
export const threatCommands: readonly Command[] = [
  {
    id: 'threats.update',
    label: words.threats.commands.update,
    group: 'Threats',
    keywords: words.threats.commands.updateKeywords,
    enabled: hasModel,
    run: () => setDialog({ kind: 'update-threats' }),
  },
  {
    id: 'threats.import',
    label: words.threats.commands.importList,
    group: 'Threats',
    keywords: words.threats.commands.importKeywords,
    enabled: hasModel,
    run: () => setDialog({ kind: 'import-list' }),
  },
  {
    id: 'threats.add',
    label: words.threats.commands.add,
    group: 'Threats',
    keywords: words.threats.commands.addKeywords,
    enabled: () => selectedFlow() !== undefined,
    run: () => {
      const flow = selectedFlow();
      if (flow !== undefined) setDialog({ kind: 'custom-threat', flowId: flow.id });
    },
  },
  {
    id: 'threats.select-all',
    label: words.threats.commands.selectAll,
    group: 'Threats',
    enabled: () => listedThreatKeys().length > 0,
    run: () => selectThreats(listedThreatKeys()),
  },
  ...STATES.map(
    ({ state, label }): Command => ({
      id: `threats.state.${state}`,
      label: words.threats.commands.setState({ state: label }),
      group: 'Threats',
      enabled: hasSelection,
      run: () => changeState(selectedThreatKeys(), state),
    }),
  ),
  ...['High', 'Medium', 'Low'].map(
    (priority): Command => ({
      id: `threats.priority.${priority}`,
      label: words.threats.commands.setPriority({ priority }),
      group: 'Threats',
      enabled: () => {
        const open = activeModel();
        return hasSelection() && open !== null && priorityChoices(open.model).includes(priority);
      },
      run: () => changePriority(selectedThreatKeys(), priority),
    }),
  ),
  {
    id: 'threats.remove',
    label: words.threats.commands.remove,
    group: 'Threats',
    enabled: hasSelection,
    run: () => removeThreats(selectedThreatKeys()),
  },
];
