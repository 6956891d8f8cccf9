import type { KeyboardEvent } from 'react';
import { activeIndex, choose, rowKey } from '../../ui/index.ts';
import { type GridKeys, gridKeys } from '../grid-keys.ts';
import type { Row } from '../rows.ts';
import type { PlacedColumn } from './layout.ts';

/** What the keys of the table act on, beside those of every list of threats. */
export interface TableKeys extends GridKeys {
  readonly columns: readonly PlacedColumn[];
  /** The column of the ringed cell; null while the ring is around the whole row. */
  readonly column: string | null;
  readonly onColumn: (column: string | null) => void;
  readonly onEdit: (index: number, column: string) => void;
  /** Selects the whole group, or lets it go. */
  readonly onMark: (row: Extract<Row, { kind: 'group' }>) => void;
}

/** The keys of the table, after the ARIA pattern of a tree grid whose rows and cells are walked. */
export function tableKeys(event: KeyboardEvent, table: TableKeys): void {
  if (!event.altKey && (walksCells(event, table) || actsOnCell(event, table))) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  gridKeys(event, table);
}

/** Whether the threats of a heading show. */
const isOpen = (rows: readonly Row[], index: number): boolean => rows[index + 1]?.kind === 'item';

function walksCells(event: KeyboardEvent, table: TableKeys): boolean {
  const { rows, cursor, columns, column, onCursor, onColumn } = table;
  const index = activeIndex(rows, cursor);
  const mod = event.ctrlKey || event.metaKey;
  const at = columns.findIndex(({ id }) => id === column);
  const onItem = rows[index]?.kind === 'item';
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowLeft':
      return !mod && !event.shiftKey && sideways(event.key === 'ArrowRight' ? 1 : -1, index, at, table);
    case 'Home':
    case 'End': {
      const first = event.key === 'Home';
      if (mod) {
        onCursor(choose(rows, cursor, first ? 0 : rows.length - 1, event.shiftKey ? 'range' : 'only'));
        return true;
      }
      if (!onItem || at < 0) return false;
      onColumn(columns.at(first ? 0 : -1)?.id ?? null);
      return true;
    }
    case 'ArrowUp':
    case 'ArrowDown': {
      // The ring alone goes on: Space adds the row that it comes to.
      const next = rows[index + (event.key === 'ArrowUp' ? -1 : 1)];
      if (!mod || event.shiftKey || next === undefined) return false;
      onCursor({ ...cursor, active: rowKey(next) });
      return true;
    }
    default:
      return false;
  }
}

/** From cell to cell; from the first one back to the row, and from there to its heading, which folds and unfolds. */
function sideways(by: 1 | -1, index: number, at: number, table: TableKeys): boolean {
  const { rows, cursor, columns, onCursor, onColumn, onToggleGroup } = table;
  const row = rows[index];
  if (row === undefined) return false;
  if (row.kind === 'group') {
    if (isOpen(rows, index) === (by === -1)) onToggleGroup(row.key);
    return true;
  }
  if (by === 1) {
    const next = columns[at + 1];
    if (next !== undefined) onColumn(next.id);
  } else if (at >= 0) onColumn(columns[at - 1]?.id ?? null);
  else {
    const heading = rows.slice(0, index).findLastIndex(({ kind }) => kind === 'group');
    if (heading >= 0) onCursor(choose(rows, cursor, heading, 'only'));
  }
  return true;
}

function actsOnCell(event: KeyboardEvent, table: TableKeys): boolean {
  const { rows, cursor, columns, column, onCursor, onEdit, onMark } = table;
  const index = activeIndex(rows, cursor);
  const row = rows[index];
  if (row === undefined) return false;
  const ringed = columns.find(({ id }) => id === column);
  switch (event.key) {
    case ' ':
      if (row.kind === 'group') onMark(row);
      else onCursor(choose(rows, cursor, index, 'toggle'));
      return true;
    case 'F2':
      if (row.kind === 'item') onEdit(index, column ?? 'title');
      return true;
    case 'Enter':
      if (row.kind !== 'item' || ringed === undefined || ringed.edit === null) return false;
      onEdit(index, ringed.id);
      return true;
    default:
      return false;
  }
}
