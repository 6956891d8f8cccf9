import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { type Threat, type ThreatKey, threatProperty } from '../../../core/document/index.ts';
import { announce } from '../../store/index.ts';
import { choiceOf, choose } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { changePriority, changeState, showOnCanvas, writeText } from '../actions.ts';
import type { Row } from '../rows.ts';
import { STATES } from '../words.ts';
import type { Then } from './cell-editor.tsx';
import type { Column } from './columns.ts';
import type { PlacedColumn } from './layout.ts';
import type { Pick } from './pick-later.tsx';
import type { TableProps } from './table-props.ts';
import type { RowEvents } from './table-row.tsx';

const { threatTable: said } = laterWords;

interface CellsProps extends TableProps {
  readonly columns: readonly PlacedColumn[];
  readonly onColumn: (column: string | null) => void;
  /** Begins the ids of the rows. */
  readonly id: string;
}

/** A cell, by its threat: it may move while it is written in. */
export interface CellPlace {
  readonly key: ThreatKey;
  readonly column: string;
}

const placeOf = (rows: readonly Row[], key: ThreatKey): number =>
  rows.findIndex((row) => row.kind === 'item' && row.key === key);

/** The values of a cell that is picked, with the one that it has; null where one types. */
function picksOf({ edit, label }: Column, threat: Threat): Omit<Pick, 'at' | 'byKey'> | null {
  const keys = [threat.key];
  switch (edit?.kind) {
    case 'state':
      return {
        label,
        choices: STATES.map(({ state, label: name }) => ({ value: state, label: name })),
        value: threat.state,
        onPick: (value) => {
          const chosen = STATES.find(({ state }) => state === value);
          if (chosen !== undefined) changeState(keys, chosen.state);
        },
      };
    case 'priority':
      return {
        label,
        choices: edit.choices.map((value) => ({ value, label: value })),
        value: threat.priority,
        onPick: (value) => changePriority(keys, value),
      };
    case 'choice':
      return {
        label,
        choices: edit.choices.map((value) => ({ value, label: value || said.empty })),
        value: threatProperty(threat, edit.name) ?? '',
        onPick: (value) => writeText(keys, edit.name, label, value),
      };
    default:
      return null;
  }
}

/** The cell that is typed in after (1) or before (-1) one, in the same row or the next that has one. */
export function nextTyped(
  rows: readonly Row[],
  columns: readonly Column[],
  { key, column }: CellPlace,
  by: 1 | -1,
): CellPlace | null {
  const typed = columns.filter(({ edit }) => edit?.kind === 'text').map(({ id }) => id);
  const here = placeOf(rows, key);
  if (here < 0 || typed.length === 0) return null;
  const beside = typed[typed.indexOf(column) + by];
  if (typed.indexOf(column) + by >= 0 && beside !== undefined) return { key, column: beside };
  const rest = by === 1 ? rows.slice(here + 1) : rows.slice(0, here).reverse();
  const next = rest.find((row) => row.kind === 'item');
  const first = by === 1 ? typed[0] : typed.at(-1);
  return next?.kind !== 'item' || first === undefined ? null : { key: next.key, column: first };
}

/** Editing in the cells of the table. */
export function useCells(props: CellsProps) {
  const [editing, setEditing] = useState<CellPlace | null>(null);
  const [pick, setPick] = useState<Pick | null>(null);
  const { id, rows, cursor, columns, onCursor, onColumn, onHold, onLetGo } = props;
  const table = () => document.getElementById(id);

  const beginAt = (index: number, columnId: string, byKey: boolean): boolean => {
    const row = rows[index];
    const at = columns.findIndex((one) => one.id === columnId);
    const column = columns[at];
    if (row?.kind !== 'item' || column === undefined) return false;
    onColumn(columnId);
    if (column.edit === null) {
      announce(said.readOnly({ column: column.label }));
      return false;
    }
    const picks = picksOf(column, row.item.threat);
    const cell = document.getElementById(`${id}-${index}c${at}`);
    if (picks === null) {
      onHold(new Set([...cursor.selected, row.key]));
      setEditing({ key: row.key, column: columnId });
    } else if (cell !== null) setPick({ ...picks, at: cell, byKey });
    return true;
  };

  const written = (key: ThreatKey, columnId: string, text: string | null, then: Then): void => {
    const column = columns.find((one) => one.id === columnId);
    const row = rows[placeOf(rows, key)];
    const next =
      then === 'next' || then === 'before'
        ? nextTyped(rows, columns, { key, column: columnId }, then === 'next' ? 1 : -1)
        : null;
    if (text !== null && column?.edit?.kind === 'text' && row?.kind === 'item') {
      const before = threatProperty(row.item.threat, column.edit.name) ?? '';
      if (text !== before) writeText([key], column.edit.name, column.label, text);
    }
    setEditing(next);
    if (next !== null) {
      if (next.key !== key) onCursor(choose(rows, cursor, placeOf(rows, next.key), 'only'));
      onColumn(next.column);
      onHold(new Set([...cursor.selected, next.key]));
      return;
    }
    onLetGo();
    if (then !== 'nothing') table()?.focus({ preventScroll: true });
  };

  const on = useRowEvents(props, beginAt, written);
  const [closePick] = useState(() => () => setPick(null));
  return {
    editing,
    pick,
    closePick,
    on,
    begin: (index: number, column: string) => void beginAt(index, column, true),
  };
}

/** What the presses on rows do; the same object as long as the table stands, so that rows need not be drawn again. */
function useRowEvents(
  { rows, cursor, columns, onCursor, onColumn, onMark, onToggleGroup }: CellsProps,
  beginAt: (index: number, column: string, byKey: boolean) => boolean,
  onWritten: RowEvents['onWritten'],
): RowEvents {
  const latest = useRef<RowEvents>(null);
  useEffect(() => {
    latest.current = {
      onClick: (index, event) => {
        // What is written in has its own presses.
        if (event.target instanceof HTMLTextAreaElement) return;
        const cell = cellOf(event);
        const row = rows[index];
        const on = (part: string) => event.target instanceof Element && event.target.closest(part) !== null;
        if (row?.kind === 'group' && on('.table-mark')) {
          onMark(row);
          return;
        }
        const choice = choiceOf(event);
        onColumn(cell?.dataset['column'] ?? null);
        onCursor(choose(rows, cursor, index, choice));
        if (row?.kind === 'group' && choice === 'only' && on('.table-fold')) onToggleGroup(row.key);
        const column = cell?.dataset['column'];
        if (on('[data-pick]') && choice === 'only' && column !== undefined) beginAt(index, column, false);
      },
      onDoubleClick: (index, event) => {
        const column = columns.find((one) => one.id === cellOf(event)?.dataset['column']);
        const row = rows[index];
        if (event.target instanceof HTMLTextAreaElement || row?.kind !== 'item') return;
        if (column?.edit?.kind === 'text') beginAt(index, column.id, false);
        else if (column?.edit == null) showOnCanvas(row.item.threat);
      },
      onWritten,
    };
  });
  const [on] = useState<RowEvents>(() => ({
    onClick: (...args) => latest.current?.onClick(...args),
    onDoubleClick: (...args) => latest.current?.onDoubleClick(...args),
    onWritten: (...args) => latest.current?.onWritten(...args),
  }));
  return on;
}

const cellOf = ({ target }: MouseEvent): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
