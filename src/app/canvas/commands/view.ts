import { boundsOf } from '../../../core/drawing/index.ts';
import { announce, type Command, changeSettings, session, setTool } from '../../store/index.ts';
import { canvasInFront } from '../base/front.ts';
import { onDiagram, selected } from '../base/selected.ts';
import { openPopup } from '../base/showing.ts';
import { fitDiagram, panBy, showRect } from '../base/view.ts';

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

type Switch = 'snapToGrid' | 'smartGuides' | 'showGrid' | 'showMinimap' | 'boundariesCarry';

function toggle(id: string, label: string, setting: Switch, keys: readonly string[] = []): Command {
  return {
    id,
    label,
    group: 'View',
    keys,
    keywords: 'turn on off toggle',
    enabled: onDiagram,
    checked: () => session.getState().settings[setting],
    run: () => {
      const on = !session.getState().settings[setting];
      changeSettings({ [setting]: on });
      announce(`${label}: ${on ? 'on' : 'off'}`);
    },
  };
}

/** Screen pixels per arrow key when nothing is selected. */
const PAN = 60;

const nothingSelected = () => onDiagram() && selected()?.ids.length === 0;

const pan = (name: string, key: string, dx: number, dy: number): Command => ({
  id: `view.pan-${name}`,
  label: `Pan ${name}`,
  family: 'Pan, with nothing selected',
  group: 'View',
  keys: [key, `Shift+${key}`],
  where: 'canvas',
  enabled: nothingSelected,
  run: () => panBy(canvasInFront(), dx, dy),
});

export const viewCommands: readonly Command[] = [
  {
    id: 'view.zoom-in',
    label: 'Zoom in',
    group: 'View',
    keys: ['Mod+=', 'Mod++'],
    enabled: onDiagram,
    run: () => canvasInFront().port?.zoomBy('in'),
  },
  {
    id: 'view.zoom-out',
    label: 'Zoom out',
    group: 'View',
    keys: ['Mod+-'],
    enabled: onDiagram,
    run: () => canvasInFront().port?.zoomBy('out'),
  },
  {
    id: 'view.zoom-100',
    label: 'Zoom to 100 %',
    group: 'View',
    keys: ['Shift+0', 'Mod+0'],
    enabled: onDiagram,
    run: () => canvasInFront().port?.zoomTo(1),
  },
  {
    id: 'view.fit',
    label: 'Fit the diagram',
    group: 'View',
    keys: ['Shift+1'],
    keywords: 'zoom all',
    enabled: onDiagram,
    run: () => fitDiagram(canvasInFront()),
  },
  {
    id: 'view.zoom-selection',
    label: 'Zoom to the selection',
    group: 'View',
    keys: ['Shift+2'],
    enabled: onDiagram,
    run: zoomToSelection,
  },
  {
    id: 'view.find',
    label: 'Find on the canvas',
    group: 'Go',
    keys: ['Mod+F'],
    keywords: 'search element flow boundary',
    enabled: onDiagram,
    run: () => openPopup(canvasInFront(), { kind: 'find' }),
  },
  {
    id: 'view.hand',
    label: 'Hand tool',
    group: 'View',
    keywords: 'pan move view',
    enabled: onDiagram,
    checked: () => session.getState().tool.kind === 'hand',
    run: () => setTool(session.getState().tool.kind === 'hand' ? { kind: 'select' } : { kind: 'hand' }),
  },
  toggle('view.snap', 'Snap to grid', 'snapToGrid', ["Mod+'"]),
  toggle('view.guides', 'Smart guides', 'smartGuides'),
  toggle('view.grid', 'Show grid', 'showGrid'),
  toggle('view.map', 'Show map', 'showMinimap'),
  toggle('view.carry', 'Boundaries carry what is inside', 'boundariesCarry'),
  pan('left', 'ArrowLeft', PAN, 0),
  pan('right', 'ArrowRight', -PAN, 0),
  pan('up', 'ArrowUp', 0, PAN),
  pan('down', 'ArrowDown', 0, -PAN),
];
