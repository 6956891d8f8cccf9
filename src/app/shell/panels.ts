import { useSyncExternalStore } from 'react';
import { changeSettings, session } from '../store/index.ts';
import { focusDiagram, upTo } from '../ui/index.ts';

export type Side = 'left' | 'right' | 'bottom';

/**
 * On a narrow window a panel lies over the canvas and only one is open at a time. That choice is not a setting:
 * a window made wide again shows the panels that it showed before.
 */
interface Narrow {
  readonly narrow: boolean;
  readonly open: Side | null;
  /** On a wide window: whether the lower panel lies over the whole canvas. No setting either. */
  readonly maximised: boolean;
}

const query = typeof matchMedia === 'undefined' ? null : matchMedia(upTo('narrow'));
let state: Narrow = { narrow: query?.matches ?? false, open: null, maximised: false };
const listeners = new Set<() => void>();

function change(next: Narrow): void {
  state = next;
  for (const listener of listeners) listener();
}

query?.addEventListener('change', () => change({ narrow: query.matches, open: null, maximised: false }));

export function useNarrow(): Narrow {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Whether Escape empties what has the focus: browsers do so with a field of search. */
const clears = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';

/**
 * Leaving a panel: Escape goes from it to the canvas, and the panel that lies over a narrow canvas makes way, as it
 * does when a stencil waits to be placed.
 */
export function startPanels(): void {
  session.subscribe(({ tool }, before) => {
    // A drag needs its source to stay until it ends.
    if (tool !== before.tool && tool.kind === 'place' && !tool.dragged && state.open !== null)
      change({ ...state, open: null });
  });
  window.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Escape' || event.defaultPrevented || clears(target)) return;
    if (session.getState().dialog !== null) return;
    const inPanel = target instanceof Element && target.closest('.panel') !== null;
    if (!inPanel && state.open === null) return;
    if (state.open !== null || state.maximised) change({ ...state, open: null, maximised: false });
    if (inPanel) focusDiagram();
    event.preventDefault();
  });
}

const KEYS = { left: 'leftPanel', right: 'rightPanel', bottom: 'bottomPanel' } as const;

/** Lays the lower panel over the canvas, or gives the canvas its place back. */
export function maximisePanel(maximised: boolean): void {
  if (state.maximised !== maximised) change({ ...state, maximised });
}

export const isMaximised = (): boolean => state.maximised;

export const isNarrow = (): boolean => state.narrow;

export function isPanelOpen(side: Side): boolean {
  return state.narrow ? state.open === side : session.getState().settings[KEYS[side]].open;
}

/** Shows or hides a panel; remembered, except on a narrow window. */
export function togglePanel(side: Side, open = !isPanelOpen(side)): void {
  // A panel that goes must not take the focus with it.
  if (!open && document.querySelector(`.panel-${side}`)?.contains(document.activeElement)) focusDiagram();
  if (side === 'bottom' && !open) maximisePanel(false);
  if (state.narrow) {
    change({ ...state, open: open ? side : null });
    return;
  }
  const { settings } = session.getState();
  if (side === 'left') changeSettings({ leftPanel: { ...settings.leftPanel, open } });
  else if (side === 'right') changeSettings({ rightPanel: { ...settings.rightPanel, open } });
  else changeSettings({ bottomPanel: { ...settings.bottomPanel, open } });
}

/** Changes a panel's width or height in pixels. */
export function sizePanel(side: Side, size: number): void {
  const { settings } = session.getState();
  if (side === 'left') changeSettings({ leftPanel: { ...settings.leftPanel, width: size } });
  else if (side === 'right') changeSettings({ rightPanel: { ...settings.rightPanel, width: size } });
  else changeSettings({ bottomPanel: { ...settings.bottomPanel, height: size } });
}
