import { loadPopupList } from './lists/popups.tsx';
import { loadCanvasMenu } from './menu/canvas-menu-later.tsx';
import { loadPlacing } from './placing/load.ts';
import { loadDiagramMenu } from './tabs/diagram-tabs.tsx';
import { loadTabMenu } from './tabs/tab-menu-later.tsx';

/** What opens over the canvas and comes after it: fetched early, it is there when it is asked for. */
export const canvasParts = [
  loadCanvasMenu,
  loadPopupList,
  loadPlacing,
  loadTabMenu,
  loadDiagramMenu,
] as const;
