import { useSyncExternalStore } from 'react';
import { rectUnion } from '../../core/geometry/index.ts';
import { activeDiagram, activeModel, changeSettings, session } from '../store/index.ts';
import { focusDiagram, upTo, within } from '../ui/index.ts';
import { foldFor } from './fold.ts';
import { panelLimits, type Side } from './panel-limits.ts';

export type { Side };

/**
 * On a narrow window a panel lies over the canvas and only one is open at a time. That choice is not a setting:
 * a window made wide again shows the panels that it showed before.
 */
interface Narrow {
  readonly narrow: boolean;
  readonly open: Side | null;
  /** On a wide window: whether the lower panel lies over the whole canvas. No setting either. */
  readonly maximised: boolean;
  /** On a wide window: panels that a large model in front was opened without. No setting: other models have them. */
  readonly folded: ReadonlySet<Side>;
}

const NONE: ReadonlySet<Side> = new Set();

const query = typeof matchMedia === 'undefined' ? null : matchMedia(upTo('narrow'));
let state: Narrow = { narrow: query?.matches ?? false, open: null, maximised: false, folded: NONE };
const listeners = new Set<() => void>();

function change(next: Narrow): void {
  state = next;
  for (const listener of listeners) listener();
}

query?.addEventListener('change', () =>
  change({ ...state, narrow: query.matches, open: null, maximised: false }),
);

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

/** The panels that models were opened without, by their tabs, and are still without. */
const folds = new Map<string, ReadonlySet<Side>>();

/**
 * From now on a model that is opened and would be too small to be read beside all panels has the room of some: the
 * threats of a large one come after its diagram. Each panel comes back as it always does, and then stays.
 */
export function startFolding(): void {
  const known = new Set(session.getState().documents.map(({ id }) => id));
  session.subscribe(({ activeId, settings }, before) => {
    if (activeId === before.activeId) return;
    const open = activeModel();
    if (open !== null && !known.has(open.id)) {
      known.add(open.id);
      const bounds = rectUnion(activeDiagram()?.shapes ?? []);
      const room = { width: window.innerWidth, height: window.innerHeight };
      const size = (side: Side, wanted: number) =>
        settings[KEYS[side]].open ? within(wanted, panelLimits(side, room)) : 0;
      const panels = {
        left: size('left', settings.leftPanel.width),
        right: size('right', settings.rightPanel.width),
        bottom: size('bottom', settings.bottomPanel.height),
      };
      if (bounds !== undefined) folds.set(open.id, new Set(foldFor(bounds, room, panels)));
    }
    const folded = folds.get(activeId ?? '') ?? NONE;
    change({ ...state, folded, maximised: state.maximised && !folded.has('bottom') });
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
  return state.narrow
    ? state.open === side
    : session.getState().settings[KEYS[side]].open && !state.folded.has(side);
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
  const { settings, activeId } = session.getState();
  if (state.folded.has(side)) {
    const folded = new Set([...state.folded].filter((other) => other !== side));
    folds.set(activeId ?? '', folded);
    change({ ...state, folded });
  }
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
