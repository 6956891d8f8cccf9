import {
  activateModel,
  activeModel,
  type Command,
  changeSettings,
  session,
  setDialog,
} from '../store/index.ts';
import { focusDiagram } from '../ui/index.ts';
import { goToPlace, type Place, stepPart } from './focus.ts';
import { isPanelOpen, type Side, togglePanel } from './panels.ts';
import { enterPresentation, leavePresentation } from './presentation.ts';

const onDiagram = (): boolean => activeModel() !== null && session.getState().view === 'diagram';

function panelCommand(side: Side, name: string, keys: string): Command {
  return {
    id: `view.panel.${side}`,
    label: `Show ${name}`,
    group: 'View',
    keys: [keys],
    keywords: 'hide panel toggle collapse sidebar dock',
    inText: true,
    enabled: onDiagram,
    checked: () => isPanelOpen(side),
    run: () => togglePanel(side),
  };
}

/** Brings the next (1) or previous (-1) tab to the front, round and round. */
function stepTab(step: 1 | -1): void {
  const { models, activeId } = session.getState();
  if (models.length === 0) return;
  const index = models.findIndex((open) => open.id === activeId);
  const from = index < 0 && step < 0 ? 0 : index;
  activateModel(models[(from + step + models.length) % models.length]?.id ?? null);
}

const theme = (id: 'system' | 'light' | 'dark' | 'contrast', label: string): Command => ({
  id: `view.theme.${id}`,
  label: `Theme: ${label}`,
  group: 'View',
  keywords: 'colour color dark light contrast mode',
  checked: () => session.getState().settings.theme === id,
  run: () => changeSettings({ theme: id }),
});

/** Whether there are panels to go to. */
const withPanels = (): boolean => onDiagram() && !session.getState().presenting;

const goTo = (place: Place): Command => ({
  id: `go.${place}`,
  label: `Go to the ${place}`,
  group: 'Go',
  keywords: 'panel focus keyboard open',
  enabled: withPanels,
  run: () => goToPlace(place),
});

/** Panels, tabs, themes, presentation. */
export const viewCommands: readonly Command[] = [
  panelCommand('left', 'stencils and outline', 'Mod+B'),
  panelCommand('right', 'properties', 'Mod+Alt+B'),
  panelCommand('bottom', 'threats, messages and notes', 'Mod+J'),
  {
    id: 'view.panels',
    label: 'Show or hide all panels',
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
    label: 'Present full screen',
    group: 'View',
    keys: ['Alt+Enter'],
    keywords: 'presentation fullscreen show',
    enabled: () => activeModel() !== null,
    run: () => (session.getState().presenting ? leavePresentation() : enterPresentation()),
  },
  theme('system', 'as the system'),
  theme('light', 'light'),
  theme('dark', 'dark'),
  theme('contrast', 'high contrast'),
  {
    id: 'view.settings',
    label: 'Settings',
    group: 'View',
    keys: ['Mod+,'],
    keywords: 'preferences options author name',
    inText: true,
    run: () => setDialog({ kind: 'settings' }),
  },
  {
    id: 'go.start',
    label: 'Start page',
    group: 'Go',
    keywords: 'home recent templates samples',
    enabled: () => session.getState().activeId !== null,
    run: () => activateModel(null),
  },
  {
    id: 'go.next-model',
    label: 'Next open model',
    group: 'Go',
    keys: ['Mod+Alt+PageDown'],
    inText: true,
    enabled: () => session.getState().models.length > 1,
    run: () => stepTab(1),
  },
  {
    id: 'go.previous-model',
    label: 'Previous open model',
    group: 'Go',
    keys: ['Mod+Alt+PageUp'],
    inText: true,
    enabled: () => session.getState().models.length > 1,
    run: () => stepTab(-1),
  },
  {
    id: 'go.next-part',
    label: 'Go to the next panel',
    group: 'Go',
    keys: ['F6'],
    keywords: 'focus keyboard region canvas',
    inText: true,
    enabled: withPanels,
    run: () => stepPart(1),
  },
  {
    id: 'go.previous-part',
    label: 'Go to the previous panel',
    group: 'Go',
    keys: ['Shift+F6'],
    keywords: 'focus keyboard region canvas',
    inText: true,
    enabled: withPanels,
    run: () => stepPart(-1),
  },
  {
    id: 'go.canvas',
    label: 'Go to the canvas',
    group: 'Go',
    keywords: 'diagram focus keyboard',
    enabled: onDiagram,
    run: focusDiagram,
  },
  ...(['stencils', 'outline', 'threats', 'messages', 'notes', 'properties'] as const).map(goTo),
];
