import {
  activateDocument,
  activeModel,
  type Command,
  changeSettings,
  type Settings,
  session,
  setDialog,
} from '../store/index.ts';
import { focusDiagram } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { goToPlace, type Place, stepPart, toggleMaximised } from './focus.ts';
import { isMaximised, isNarrow, isPanelOpen, type Side, togglePanel } from './panels.ts';
import { enterPresentation, leavePresentation } from './presentation.ts';

const onDiagram = (): boolean => activeModel() !== null && session.getState().view === 'diagram';

function panelCommand(side: Side, keys: string): Command {
  return {
    id: `view.panel.${side}`,
    label: words.shell.commands.showPanel({ side }),
    group: 'View',
    keys: [keys],
    keywords: words.shell.commands.showPanelKeywords,
    inText: true,
    enabled: onDiagram,
    checked: () => isPanelOpen(side),
    run: () => togglePanel(side),
  };
}

/** Brings the next (1) or previous (-1) tab to the front, round and round. */
function stepTab(step: 1 | -1): void {
  const { documents, activeId } = session.getState();
  if (documents.length === 0) return;
  const index = documents.findIndex((open) => open.id === activeId);
  const from = index < 0 && step < 0 ? 0 : index;
  activateDocument(documents[(from + step + documents.length) % documents.length]?.id ?? null);
}

const theme = (id: Settings['theme']): Command => ({
  id: `view.theme.${id}`,
  label: words.shell.commands.theme({ theme: id }),
  group: 'View',
  keywords: words.shell.commands.themeKeywords,
  checked: () => session.getState().settings.theme === id,
  run: () => changeSettings({ theme: id }),
});

/** Whether there are panels to go to. */
const withPanels = (): boolean => onDiagram() && !session.getState().presenting;

const goTo = (place: Place): Command => ({
  id: `go.${place}`,
  label: words.shell.commands.goTo[place],
  group: 'Go',
  keywords: words.shell.commands.goToKeywords,
  enabled: withPanels,
  run: () => goToPlace(place),
});

/** Panels, tabs, themes, presentation. */
export const viewCommands: readonly Command[] = [
  panelCommand('left', 'Mod+B'),
  panelCommand('right', 'Mod+Alt+B'),
  panelCommand('bottom', 'Mod+J'),
  {
    id: 'view.maximise',
    label: words.shell.maximise,
    group: 'View',
    keys: ['Alt+M'],
    keywords: words.shell.commands.maximiseKeywords,
    inText: true,
    enabled: () => onDiagram() && !isNarrow(),
    checked: isMaximised,
    run: toggleMaximised,
  },
  {
    id: 'view.panels',
    label: words.shell.commands.panels,
    group: 'View',
    keys: ['Mod+\\'],
    inText: true,
    enabled: onDiagram,
    run: () => {
      const sides: readonly Side[] = ['left', 'right', 'bottom'];
      const open = !sides.some(isPanelOpen);
      for (const side of sides) togglePanel(side, open);
    },
  },
  {
    id: 'view.present',
    label: words.shell.present,
    group: 'View',
    keys: ['Alt+Enter'],
    keywords: words.shell.commands.presentKeywords,
    enabled: () => activeModel() !== null,
    run: () => (session.getState().presenting ? leavePresentation() : enterPresentation()),
  },
  theme('system'),
  theme('light'),
  theme('dark'),
  theme('contrast'),
  {
    id: 'view.settings',
    label: words.shell.settings.title,
    group: 'View',
    keys: ['Mod+,'],
    keywords: words.shell.commands.settingsKeywords,
    inText: true,
    run: () => setDialog({ kind: 'settings' }),
  },
  {
    id: 'go.start',
    label: words.shell.startPage,
    group: 'Go',
    keywords: words.shell.commands.startPageKeywords,
    enabled: () => session.getState().activeId !== null,
    run: () => activateDocument(null),
  },
  {
    id: 'go.next-model',
    label: words.shell.commands.nextModel,
    group: 'Go',
    keys: ['Mod+Alt+PageDown'],
    inText: true,
    enabled: () => session.getState().documents.length > 1,
    run: () => stepTab(1),
  },
  {
    id: 'go.previous-model',
    label: words.shell.commands.previousModel,
    group: 'Go',
    keys: ['Mod+Alt+PageUp'],
    inText: true,
    enabled: () => session.getState().documents.length > 1,
    run: () => stepTab(-1),
  },
  {
    id: 'go.next-part',
    label: words.shell.commands.nextPanel,
    group: 'Go',
    keys: ['F6'],
    keywords: words.shell.commands.stepPanelKeywords,
    inText: true,
    enabled: withPanels,
    run: () => stepPart(1),
  },
  {
    id: 'go.previous-part',
    label: words.shell.commands.previousPanel,
    group: 'Go',
    keys: ['Shift+F6'],
    keywords: words.shell.commands.stepPanelKeywords,
    inText: true,
    enabled: withPanels,
    run: () => stepPart(-1),
  },
  {
    id: 'go.canvas',
    label: words.shell.commands.canvas,
    group: 'Go',
    keywords: words.shell.commands.canvasKeywords,
    enabled: onDiagram,
    run: focusDiagram,
  },
  ...(['stencils', 'outline', 'threats', 'messages', 'notes', 'properties'] as const).map(goTo),
];
