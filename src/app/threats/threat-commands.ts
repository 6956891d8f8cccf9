import {
  findLine,
  isCustomThreat,
  priorityChoices,
  type Threat,
  type ThreatKey,
} from '../../core/document/index.ts';
import { staleThreats } from '../../core/engine/index.ts';
import { activeDiagram, activeModel, type Command, selectThreats, setDialog } from '../store/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import {
  alike,
  answerAlike,
  changePriority,
  changeState,
  listedThreatKeys,
  removeThreats,
  selectedThreatKeys,
  showOnCanvas,
  threatsByKey,
} from './actions.ts';
import { hasFreeEnd } from './why-none.ts';
import { STATES } from './words.ts';

const { threatCommands: said } = laterWords;

const hasModel = (): boolean => activeModel() !== null;
const hasSelection = (): boolean => selectedThreatKeys().length > 0;

/** The selected threats that the list shows. */
const selectedThreats = (): readonly Threat[] => {
  const open = activeModel();
  return open === null ? [] : threatsByKey(open.model, new Set(selectedThreatKeys()));
};

/** Those of them that a person wrote. */
const selectedOwn = (): readonly ThreatKey[] =>
  selectedThreats()
    .filter(isCustomThreat)
    .map(({ key }) => key);

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
    label: said.update,
    group: 'Threats',
    keywords: said.updateKeywords,
    enabled: hasModel,
    run: () => setDialog({ kind: 'update-threats' }),
  },
  {
    id: 'threats.import',
    label: said.importList,
    group: 'Threats',
    keywords: said.importKeywords,
    enabled: hasModel,
    run: () => setDialog({ kind: 'import-list' }),
  },
  {
    id: 'threats.risk',
    label: said.risk,
    group: 'Threats',
    keywords: said.riskKeywords,
    enabled: hasModel,
    run: () => setDialog({ kind: 'risk-properties' }),
  },
  {
    id: 'threats.add',
    label: said.add,
    group: 'Threats',
    keywords: said.addKeywords,
    enabled: () => selectedFlow() !== undefined,
    run: () => {
      const flow = selectedFlow();
      if (flow !== undefined) setDialog({ kind: 'custom-threat', flowId: flow.id });
    },
  },
  {
    id: 'threats.select-all',
    label: said.selectAll,
    group: 'Threats',
    enabled: () => listedThreatKeys().length > 0,
    run: () => selectThreats(listedThreatKeys()),
  },
  ...STATES.map(
    ({ state, label }): Command => ({
      id: `threats.state.${state}`,
      label: said.setState({ state: label }),
      group: 'Threats',
      enabled: hasSelection,
      run: () => changeState(selectedThreatKeys(), state),
    }),
  ),
  {
    id: 'threats.select-type',
    label: said.selectType,
    group: 'Threats',
    enabled: hasSelection,
    run: () => {
      const types = new Set(selectedThreats().map(({ typeId }) => typeId));
      const listed = new Set(listedThreatKeys());
      selectThreats(
        (activeModel()?.model.threats ?? [])
          .filter(({ key, typeId }) => listed.has(key) && types.has(typeId))
          .map(({ key }) => key),
      );
    },
  },
  {
    id: 'threats.answer-type',
    label: said.answerType,
    group: 'Threats',
    keywords: said.answerTypeKeywords,
    enabled: () => {
      const [only, more] = selectedThreats();
      return only !== undefined && more === undefined && alike(only).length > 0;
    },
    run: () => {
      const [only] = selectedThreats();
      if (only !== undefined) answerAlike(only);
    },
  },
  {
    id: 'threats.show',
    label: words.threats.detail.show,
    group: 'Threats',
    enabled: () => selectedThreatKeys().length === 1,
    run: () => {
      const [only] = selectedThreats();
      if (only !== undefined) showOnCanvas(only);
    },
  },
  {
    id: 'threats.duplicate',
    label: said.duplicate,
    group: 'Threats',
    enabled: () => selectedOwn().length > 0,
    run: () => {
      const keys = selectedOwn();
      void import('./own-actions.ts').then(({ duplicateThreats }) => duplicateThreats(keys));
    },
  },
  {
    id: 'threats.move',
    label: said.move,
    group: 'Threats',
    enabled: () => selectedOwn().length > 0,
    run: () => setDialog({ kind: 'move-threats', keys: selectedOwn() }),
  },
  {
    id: 'threats.remove',
    label: said.remove,
    group: 'Threats',
    enabled: () => {
      const selected = selectedThreats();
      if (selected.some(isCustomThreat)) return true;
      const open = activeModel();
      // What is stale takes all interactions of the model to tell.
      if (open === null || selected.length === 0) return false;
      const stale = staleThreats(open.model);
      return selected.some(({ key }) => stale.has(key));
    },
    run: () => removeThreats(selectedThreatKeys()),
  },
];

/** The priorities of the template in front; none without a model. */
export const offeredPriorities = (): readonly string[] => {
  const open = activeModel();
  return open === null ? [] : priorityChoices(open.model.template);
};

/** One for each priority that the template in front knows. */
export const priorityCommands = (): readonly Command[] =>
  offeredPriorities().map((priority) => ({
    id: `threats.priority.${priority}`,
    label: said.setPriority({ priority }),
    group: 'Threats',
    // A model on another template may have come to the front meanwhile.
    enabled: () => hasSelection() && offeredPriorities().includes(priority),
    run: () => changePriority(selectedThreatKeys(), priority),
  }));
