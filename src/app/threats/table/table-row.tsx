// biome-ignore-all lint/a11y/useSemanticElements: a table whose rows are drawn only where they are seen has no elements of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays on the table, which names what is ringed
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import { shownText } from '../../../core/base/index.ts';
import { THREAT_TEXT, type ThreatKey, threatProperty } from '../../../core/document/index.ts';
import type { ThreatItem } from '../../../core/threat-list/index.ts';
import { words } from '../../words/index.ts';
import { laterWords } from '../../words/later.ts';
import type { Row } from '../rows.ts';
import { CellEditor, type Then } from './cell-editor.tsx';
import type { Column } from './columns.ts';
import type { PlacedColumn } from './layout.ts';

const { threatTable: said } = laterWords;

/** Heights of rows, in pixels: a threat has two lines. */
export const THREAT_HEIGHT = 42;
export const HEADING_HEIGHT = 30;

/** What rows tell the table. The same object for every row, for as long as the table stands. */
export interface RowEvents {
  readonly onClick: (index: number, event: MouseEvent) => void;
  readonly onDoubleClick: (index: number, event: MouseEvent) => void;
  readonly onWritten: (key: ThreatKey, column: string, text: string | null, then: Then) => void;
}

interface TableRowProps {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly PlacedColumn[];
  readonly active: boolean;
  /** The column of the ringed cell, when it is in this row. */
  readonly column: string | null;
  /** Of a heading: whether all of its threats are selected, or some. */
  readonly selected: boolean | 'mixed';
  /** Of a heading: whether its threats show. */
  readonly open: boolean;
  /** Whether threats stand under headings. */
  readonly grouped: boolean;
  /** The column that is written in. */
  readonly editing: string | null;
  readonly on: RowEvents;
}

/** One row of the table: a heading or a threat. Drawn again only when something of it changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { row } = props;
  return row.kind === 'group' ? <Heading {...props} row={row} /> : <ThreatRow {...props} row={row} />;
});

type HeadingProps = TableRowProps & { readonly row: Extract<Row, { kind: 'group' }> };

function Heading({ id, row, index, top, columns, active, selected, open, on }: HeadingProps) {
  const name = shownText(row.label);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table has the keys of its rows
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={open}
      data-active={active || undefined}
      className="table-row table-group"
      style={{ transform: `translateY(${top}px)`, height: HEADING_HEIGHT }}
      onClick={(event) => on.onClick(index, event)}
    >
      <div role="gridcell" aria-colindex={1} aria-colspan={columns.length} className="table-group-cell">
        <button
          type="button"
          tabIndex={-1}
          role="checkbox"
          aria-checked={selected}
          aria-label={said.markGroup({ name, threats: row.count })}
          className="table-mark"
        />
        <span className="table-fold">
          {open ? <ChevronDown size={14} aria-hidden /> : <ChevronRight size={14} aria-hidden />}
          <span>{name}</span> <span className="badge">{row.count}</span>
        </span>
      </div>
    </div>
  );
}

type ThreatRowProps = TableRowProps & { readonly row: Extract<Row, { kind: 'item' }> };

function ThreatRow(props: ThreatRowProps) {
  const { id, row, index, top, columns, active, column, selected, grouped, editing, on } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table has the keys of its rows
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-level={grouped ? 2 : 1}
      aria-selected={selected === true}
      data-active={(active && column === null) || undefined}
      data-editing={editing !== null || undefined}
      className="table-row table-threat"
      style={{ transform: `translateY(${top}px)`, height: THREAT_HEIGHT }}
      onClick={(event) => on.onClick(index, event)}
      onDoubleClick={(event) => on.onDoubleClick(index, event)}
    >
      {columns.map((one, at) => (
        <div
          key={one.id}
          id={`${id}c${at}`}
          role="gridcell"
          aria-colindex={at + 1}
          aria-readonly={one.edit === null || undefined}
          data-column={one.id}
          data-active={(active && column === one.id) || undefined}
          className="table-cell"
        >
          {editing === one.id ? (
            <CellEditor
              label={said.edit({ column: one.label, id: row.item.threat.id })}
              value={writtenText(row.item, one)}
              onDone={(text, then) => on.onWritten(row.key, one.id, text, then)}
            />
          ) : (
            <Cell item={row.item} column={one} />
          )}
        </div>
      ))}
    </div>
  );
}

/** What is edited in a cell: the stored text, not how it is shown. */
function writtenText({ threat }: ThreatItem, { edit }: Column): string {
  return edit?.kind === 'text' ? (threatProperty(threat, edit.name) ?? '') : '';
}

function Cell({ item, column }: { readonly item: ThreatItem; readonly column: PlacedColumn }) {
  const { threat } = item;
  const text = shownText(column.textOf(item));
  switch (column.edit?.kind) {
    case 'state':
      return (
        <button
          type="button"
          tabIndex={-1}
          data-pick=""
          aria-haspopup="menu"
          className="badge threats-state table-pick"
          data-state={threat.state}
        >
          {text}
        </button>
      );
    case 'priority':
    case 'choice':
      return (
        <button
          type="button"
          tabIndex={-1}
          data-pick=""
          aria-haspopup="menu"
          className="table-pick table-plain"
          data-priority={column.edit.kind === 'priority' ? threat.priority.toLowerCase() : undefined}
        >
          {text || said.empty}
        </button>
      );
    default:
      return (
        <span className="table-text" title={text}>
          {text}
          {column.id === 'title' && <Badges item={item} />}
          {column.id === 'title' && threatProperty(threat, THREAT_TEXT.title) === '' && said.empty}
        </span>
      );
  }
}

function Badges({ item }: { readonly item: ThreatItem }) {
  return (
    <>
      {item.isNew && <span className="badge threats-new">{words.threats.new}</span>}
      {item.custom && <span className="badge">{words.threats.own}</span>}
      {item.stale && <span className="badge threats-stale">{words.threats.stale}</span>}
    </>
  );
}
