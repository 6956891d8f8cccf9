import { boundsOf } from '../../../core/drawing/index.ts';
import { announce, type Command, changeSettings, session, setDialog, setTool } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { canvasInFront } from '../base/front.ts';
import { onDiagram, selected } from '../base/selected.ts';
import { openPopup } from '../base/showing.ts';
import { fitDiagram, panBy, showRect } from '../base/view.ts';

const names = words.canvasCommands;

function zoomToSelection(): void {
  const now = selected();
  if (now === null) return;
  const bounds = boundsOf(
    now.diagram,
    now.model.template,
    now.ids.length === 0 ? undefined : new Set(now.ids),
  );
  if (bounds !== null) showRect(now.canvas, bounds, 2);
}

type Switch =
  | 'snapToGrid'
  | 'smartGuides'
  | 'showGrid'
  | 'showMinimap'
  | 'showThreatCounts'
  | 'boundariesCarry';

function toggle(id: string, label: string, setting: Switch, keys: readonly string[] = []): Command {
  return {
    id,
    label,
    group: 'View',
    keys,
    keywords: names.toggleKeywords,
    enabled: onDiagram,
    checked: () => session.getState().settings[setting],
    run: () => {
      const on = !session.getState().settings[setting];
      changeSettings({ [setting]: on });
      announce(words.canvas.said.switched({ what: label, on }));
    },
  };
}

/** Screen pixels per arrow key when nothing is selected. */
const PAN = 60;

const nothingSelected = () => onDiagram() && selected()?.ids.length === 0;

const pan = (name: 'left' | 'right' | 'up' | 'down', key: string, dx: number, dy: number): Command => ({
  id: `view.pan-${name}`,
  label: names.pan[name],
  family: names.pan.all,
  group: 'View',
  keys: [key, `Shift+${key}`],
  where: 'canvas',
  enabled: nothingSelected,
  run: () => panBy(canvasInFront(), dx, dy),
});

export const viewCommands: readonly Command[] = [
  {
    id: 'view.zoom-in',
    label: names.zoomIn,
    group: 'View',
    keys: ['Mod+=', 'Mod++'],
    enabled: onDiagram,
    run: () => canvasInFront().port?.zoomBy('in'),
  },
  {
    id: 'view.zoom-out',
    label: names.zoomOut,
    group: 'View',
    keys: ['Mod+-'],
    enabled: onDiagram,
    run: () => canvasInFront().port?.zoomBy('out'),
  },
  {
    id: 'view.zoom-100',
    label: names.zoom100,
    group: 'View',
    keys: ['Shift+0', 'Mod+0'],
    enabled: onDiagram,
    run: () => canvasInFront().port?.zoomTo(1),
  },
  {
    id: 'view.fit',
    label: names.fit,
    group: 'View',
    keys: ['Shift+1'],
    keywords: names.fitKeywords,
    enabled: onDiagram,
    run: () => fitDiagram(canvasInFront()),
  },
  {
    id: 'view.zoom-selection',
    label: names.zoomToSelection,
    group: 'View',
    keys: ['Shift+2'],
    enabled: onDiagram,
    run: zoomToSelection,
  },
  {
    id: 'view.find',
    label: names.find,
    group: 'Go',
    keys: ['Mod+F'],
    keywords: names.findKeywords,
    enabled: onDiagram,
    run: () => openPopup(canvasInFront(), { kind: 'find' }),
  },
  {
    id: 'view.hand',
    label: names.hand,
    group: 'View',
    keywords: names.handKeywords,
    enabled: onDiagram,
    checked: () => session.getState().tool.kind === 'hand',
    run: () => setTool(session.getState().tool.kind === 'hand' ? { kind: 'select' } : { kind: 'hand' }),
  },
  {
    id: 'help.first-steps',
    label: names.firstSteps,
    group: 'Help',
    keywords: names.firstStepsKeywords,
    enabled: onDiagram,
    run: () => setDialog({ kind: 'first-steps' }),
  },
  toggle('view.snap', names.snap, 'snapToGrid', ["Mod+'"]),
  toggle('view.guides', names.guides, 'smartGuides'),
  toggle('view.grid', names.grid, 'showGrid'),
  toggle('view.map', names.map, 'showMinimap'),
  toggle('view.counts', names.counts, 'showThreatCounts'),
  toggle('view.carry', names.carry, 'boundariesCarry'),
  pan('left', 'ArrowLeft', PAN, 0),
  pan('right', 'ArrowRight', -PAN, 0),
  pan('up', 'ArrowUp', 0, PAN),
  pan('down', 'ArrowDown', 0, -PAN),
];
