import type { KeyboardEvent } from 'react';
import type { Diagram, DiagramId } from '../../../core/document/index.ts';
import { showDiagram } from '../../store/index.ts';
import { placeDiagram, removeDiagram } from '../commands/diagrams.ts';

/** A diagram in its place among the tabs. */
export interface PlacedTab {
  readonly diagrams: readonly Diagram[];
  readonly diagram: Diagram;
  readonly index: number;
  /** Begins to rename it. */
  readonly onRename: () => void;
}

export const tabId = (id: DiagramId): string => `diagram-tab-${id}`;

export const tabOf = (id: DiagramId): HTMLElement | null => document.getElementById(tabId(id));

/** Arrows go round the tabs and, with Alt and Shift, move the tab; F2 renames it, Delete deletes its diagram. */
export function tabKey(event: KeyboardEvent<HTMLElement>, tab: PlacedTab): void {
  const { diagrams, diagram, index, onRename } = tab;
  const moves = event.altKey && event.shiftKey;
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  if (step !== 0 && (moves || !event.altKey)) {
    const next = diagrams[(index + step + diagrams.length) % diagrams.length];
    if (moves) placeDiagram(diagram.id, Math.min(diagrams.length - 1, Math.max(0, index + step)));
    else if (next !== undefined) {
      showDiagram(next.id);
      tabOf(next.id)?.focus();
    }
  } else if (event.key === 'F2') onRename();
  else if (event.key === 'Delete') removeDiagram(diagram.id);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
