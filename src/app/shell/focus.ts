import { flushSync } from 'react-dom';
import { changeSettings, session } from '../store/index.ts';
import { focusPart } from '../ui/index.ts';
import { isMaximised, maximisePanel, type Side, togglePanel } from './panels.ts';

/** The parts of the workspace in the order in which F6 goes round them. */
const PARTS = ['[data-canvas]', '.panel-left', '.panel-bottom', '.panel-right'] as const;

/** Goes on to the next (1) or previous (-1) part of the workspace that is shown, round and round. */
export function stepPart(step: 1 | -1): void {
  const parts = PARTS.flatMap((part) => document.querySelector(part) ?? []);
  const at = parts.findIndex((part) => part.contains(document.activeElement));
  const from = at < 0 && step < 0 ? 0 : at;
  const next = parts[(from + step + parts.length) % parts.length];
  if (next !== undefined) focusPart(next);
}

/** A panel's tab; the properties have none. */
export type Place = 'stencils' | 'outline' | 'threats' | 'messages' | 'notes' | 'properties';

function openPlace(place: Place): Side {
  const { leftPanel, bottomPanel } = session.getState().settings;
  switch (place) {
    case 'stencils':
    case 'outline':
      changeSettings({ leftPanel: { ...leftPanel, tab: place } });
      return 'left';
    case 'threats':
    case 'messages':
    case 'notes':
      changeSettings({ bottomPanel: { ...bottomPanel, tab: place } });
      return 'bottom';
    case 'properties':
      return 'right';
    default:
      return place satisfies never;
  }
}

/** Opens a panel on the given tab and gives it the focus. */
export function goToPlace(place: Place): void {
  let side: Side = 'right';
  // The panel has to be there before it can take the focus.
  flushSync(() => {
    side = openPlace(place);
    togglePanel(side, true);
  });
  const panel = document.querySelector(`.panel-${side}`);
  if (panel !== null) focusPart(panel);
}

/** Gives the lower panel the place of the canvas, and the focus; or the canvas its place back. */
export function toggleMaximised(): void {
  const maximised = !isMaximised();
  maximisePanel(maximised);
  if (maximised) goToPlace(session.getState().settings.bottomPanel.tab);
}
