// biome-ignore-all lint/a11y/useSemanticElements: a table whose rows are drawn only where they are seen has no elements of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays on the table, which names what is ringed
import './table.css';
import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ThreatKey } from '../../../core/document/index.ts';
import { activeIndex, rowKey } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import type { Row } from '../rows.ts';
import { GridMenu } from '../threat-grid.tsx';
import { columnsOf } from './columns.ts';
import { fitted, type PlacedColumn, placedColumns, withChosen } from './layout.ts';
import { PickLater } from './pick-later.tsx';
import { TableHead } from './table-head.tsx';
import { tableKeys } from './table-keys.ts';
import type { TableProps } from './table-props.ts';
import { HEADING_HEIGHT, type RowEvents, TableRow, THREAT_HEIGHT } from './table-row.tsx';
import { type CellPlace, useCells } from './use-cells.ts';

/** Height of the captions, in pixels. */
const HEAD = 30;

/** Draws the rows that are in view, and the one that is written in wherever it is. */
function useRows(props: TableProps, scroller: RefObject<HTMLDivElement | null>, editing: ThreatKey | null) {
  const { rows } = props;
  const written = editing === null ? -1 : rows.findIndex((row) => row.kind === 'item' && row.key === editing);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? HEADING_HEIGHT : THREAT_HEIGHT),
    // Heights belong to rows: other rows are measured anew.
    getItemKey: useCallback(
      (index: number) => {
        const row = rows[index];
        return row === undefined ? index : rowKey(row);
      },
      [rows],
    ),
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return written < 0 || drawn.includes(written) ? drawn : [...drawn, written].sort((a, b) => a - b);
    },
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    overscan: 8,
  });
  const current = activeIndex(rows, props.cursor);
  const ringed = rows[current];
  const place = ringed === undefined ? '' : `${current} ${rowKey(ringed)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row or another place of it is a reason
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [place]);
  return { virtual, current };
}

/** The width that rows have in a scroller, in pixels; 0 before it is known. */
function useRoom(scroller: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current === null) return;
    const measure = () => setRoom(current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}

/** The columns as they are drawn now: a width that is dragged is not kept yet. */
function useColumns({ template, layout, group }: TableProps, scroller: RefObject<HTMLElement | null>) {
  const room = useRoom(scroller);
  const [dragged, setDragged] = useState<{ readonly id: string; readonly width: number } | null>(null);
  const columns = useMemo(
    () => fitted(placedColumns(columnsOf(template), layout, group), room),
    [template, layout, group, room],
  );
  const now =
    dragged === null
      ? columns
      : fitted(
          placedColumns(columnsOf(template), withChosen(layout, columns, dragged.id, dragged.width), group),
          room,
        );
  const widths = now.map(({ shownWidth }) => shownWidth);
  const style: CSSProperties & Readonly<Record<`--${string}`, string>> = {
    '--table-columns': widths.map((width) => `${width}px`).join(' '),
    '--table-width': `${widths.reduce((sum, width) => sum + width, 0)}px`,
  };
  return { columns, style, setDragged };
}

/** How much of a group is selected. */
function marked(row: Extract<Row, { kind: 'group' }>, selected: ReadonlySet<ThreatKey>): boolean | 'mixed' {
  if (selected.size === 0) return false;
  const count = row.members.filter((key) => selected.has(key)).length;
  return count === row.count ? true : count > 0 ? 'mixed' : false;
}

/** All threats as a table: as many rows as fit are drawn, however many there are. */
export function ThreatTable(props: TableProps) {
  const { rows, cursor, onCursor } = props;
  const id = useId();
  const [column, setColumn] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { columns, style, setDragged } = useColumns(props, scroller);
  const cells = useCells({ ...props, columns, onColumn: setColumn, id });
  const { virtual, current } = useRows(props, scroller, cells.editing?.key ?? null);
  const ringed = rows[current]?.kind === 'item' ? columns.findIndex((one) => one.id === column) : -1;
  const active = ringed < 0 ? `${id}-${current}` : `${id}-${current}c${ringed}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell that the ring went to is brought into view
  useEffect(() => {
    if (ringed >= 0) document.getElementById(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [column]);
  const drawn = virtual.getVirtualItems();
  return (
    <div className="threats-grid threats-table">
      <div
        ref={scroller}
        id={id}
        className="threats-scroller table-scroller"
        role="treegrid"
        aria-label={words.threats.threats}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={drawn.some(({ index }) => index === current) ? active : undefined}
        tabIndex={0}
        style={style}
        onKeyDown={(event) => {
          if (event.target !== event.currentTarget) return;
          tableKeys(event, { ...props, columns, column, onColumn: setColumn, onEdit: cells.begin });
        }}
        onFocus={({ target, currentTarget }) => {
          // A row that was clicked would take the keys with it when it scrolls away and is no longer drawn.
          if (target.closest('.table-row') !== null && !target.matches('textarea'))
            currentTarget.focus({ preventScroll: true });
        }}
      >
        <TableHead
          {...props}
          columns={columns}
          onWidth={setDragged}
          onDown={() => scroller.current?.focus({ preventScroll: true })}
        />
        <div className="table-rows" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
          <Rows
            {...props}
            id={id}
            drawn={drawn}
            columns={columns}
            current={current}
            ringed={ringed < 0 ? null : column}
            editing={cells.editing}
            on={cells.on}
          />
        </div>
      </div>
      <PickLater pick={cells.pick} onClose={cells.closePick} back={scroller} />
      <GridMenu
        id={id}
        scroller={scroller}
        current={current}
        rows={rows}
        cursor={cursor}
        onCursor={onCursor}
      />
    </div>
  );
}

interface RowsProps extends Pick<TableProps, 'rows' | 'cursor' | 'group'> {
  readonly id: string;
  readonly drawn: readonly VirtualItem[];
  readonly columns: readonly PlacedColumn[];
  /** The ringed row, and the column of the ringed cell in it. */
  readonly current: number;
  readonly ringed: string | null;
  readonly editing: CellPlace | null;
  readonly on: RowEvents;
}

/** The rows that are drawn. */
function Rows({ id, rows, cursor, group, drawn, columns, current, ringed, editing, on }: RowsProps) {
  return drawn.map(({ index, start }) => {
    const row = rows[index];
    if (row === undefined) return null;
    const isItem = row.kind === 'item';
    return (
      <TableRow
        key={rowKey(row)}
        id={`${id}-${index}`}
        row={row}
        index={index}
        top={start - HEAD}
        columns={columns}
        active={index === current}
        column={index === current ? ringed : null}
        selected={isItem ? cursor.selected.has(row.key) : marked(row, cursor.selected)}
        open={!isItem && rows[index + 1]?.kind === 'item'}
        grouped={group !== 'none'}
        editing={isItem && editing?.key === row.key ? editing.column : null}
        on={on}
      />
    );
  });
}
