import type { KeyboardEvent } from 'react';
import type { Threat, ThreatKey } from '../../core/document/index.ts';
import { activeIndex, type Cursor, choose, chooseAll, seen, walk } from '../ui/index.ts';
import { changePriority, changeState } from './actions.ts';
import { priorityOfKey } from './priority-keys.ts';
import type { Row } from './rows.ts';
import { STATES } from './words.ts';

/** What the keys of the list act on. */
export interface GridKeys {
  readonly rows: readonly Row[];
  readonly cursor: Cursor<ThreatKey>;
  readonly onCursor: (next: Cursor<ThreatKey>) => void;
  readonly priorities: readonly string[];
  readonly onToggleGroup: (key: string) => void;
  /** Moves the focus to the justification of the selected threat. */
  readonly onJustify: () => void;
  /** Moves the focus to its priority. */
  readonly onPriority: () => void;
  /** What Enter does with the ringed threat. */
  readonly onEnter: (threat: Threat) => void;
  /** Goes to the next threat that nobody has begun with. */
  readonly onNextOpen: () => void;
}

/** The keys of the list of threats: what they act on is taken from everybody else. */
export function gridKeys(event: KeyboardEvent, grid: GridKeys): void {
  if (event.altKey || !(moves(event, grid) || acts(event, grid))) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Moves the ring and what is selected. */
function moves(event: KeyboardEvent, { rows, cursor, onCursor }: GridKeys): boolean {
  const to = walk(event.key, activeIndex(rows, cursor), rows.length);
  if (to !== null) onCursor(choose(rows, cursor, to, event.shiftKey ? 'range' : 'only'));
  else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a')
    onCursor(chooseAll(rows, cursor));
  else return false;
  return true;
}

const FOLDS: readonly string[] = ['Enter', ' ', 'ArrowLeft', 'ArrowRight'];

/** Does something to the ringed row, or to the selected threats. */
function acts(event: KeyboardEvent, grid: GridKeys): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const { rows, cursor } = grid;
  const row = rows[activeIndex(rows, cursor)];
  const keys = seen(rows, cursor.selected);
  const letter = event.key.toLowerCase();
  const state = STATES.find((candidate) => candidate.key === event.key);
  // With nothing to let go it leads out of the panel, as everywhere.
  if (event.key === 'Escape' && cursor.selected.size > 0) grid.onCursor({ ...cursor, selected: new Set() });
  else if (row?.kind === 'group' && FOLDS.includes(event.key)) grid.onToggleGroup(row.key);
  else if (event.key === 'Enter' && row?.kind === 'item') grid.onEnter(row.item.threat);
  else if (event.key === '.') grid.onNextOpen();
  else if (state !== undefined && keys.length > 0) changeState(keys, state.state);
  else if (letter === 'j' && keys.length > 0) grid.onJustify();
  else if (letter === 'p' && keys.length > 0) grid.onPriority();
  else {
    const priority = priorityOfKey(grid.priorities, letter);
    if (priority === undefined || keys.length === 0) return false;
    changePriority(keys, priority);
  }
  return true;
}
