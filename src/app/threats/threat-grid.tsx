import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { tellNotFetched } from '../store/index.ts';
import { type AskedMenu, activeIndex, choose, MenuLater, rowKey, useMenuAsks } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { type GridKeys, gridKeys } from './grid-keys.ts';
import { GridRow, ROW_HEIGHT } from './grid-row.tsx';
import type { Group, Sort } from './rows.ts';

interface GridProps extends GridKeys {
  /** What the rows are grouped by: its column says nothing more and makes way. */
  readonly group: Group;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onSort: (sort: Sort) => void;
}

const COLUMNS = ['id', 'title', 'interaction', 'category', 'state', 'priority'] as const;

const { threatTable: said } = laterWords;

const loadRowMenu = () => import('./row-menu.tsx');

/** The list of threats: as many rows as fit are drawn, however many there are. */
export function ThreatGrid(props: GridProps) {
  const { rows, cursor, sort, descending, onCursor, onSort, onToggleGroup } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const { selected } = cursor;
  const current = activeIndex(rows, cursor);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });

  // The ringed row is where keys act: it is brought into view wherever it went, and however it was chosen.
  const ringed = rows[current];
  const place = ringed === undefined ? '' : `${current} ${rowKey(ringed)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another row or another place of it is a reason
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [place]);

  const nothing = selected.size === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the detail that comes takes room from the list
  useEffect(() => {
    if (!nothing) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [nothing]);

  const onKeyDown = (event: KeyboardEvent): void => gridKeys(event, props);

  const drawn = virtual.getVirtualItems();
  return (
    <div className="threats-grid" data-group={props.group}>
      <Head sort={sort} descending={descending} onSort={onSort} />
      <div
        ref={scroller}
        className="threats-scroller"
        role="listbox"
        aria-label={words.threats.threats}
        aria-multiselectable="true"
        aria-activedescendant={drawn.some(({ index }) => index === current) ? `${id}-${current}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={({ target, currentTarget }) => {
          // A row that was clicked would take the keys with it when it scrolls away and is no longer drawn.
          if (target !== currentTarget) currentTarget.focus({ preventScroll: true });
        }}
      >
        <div className="threats-rows" style={{ height: virtual.getTotalSize() }} role="presentation">
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <GridRow
                key={rowKey(row)}
                id={`${id}-${index}`}
                row={row}
                index={index}
                count={rows.length}
                top={start}
                active={index === current}
                selected={row.kind === 'item' && selected.has(row.key)}
                open={rows[index + 1]?.kind === 'item'}
                onChoose={(choice) => onCursor(choose(rows, cursor, index, choice))}
                onToggleGroup={onToggleGroup}
              />
            );
          })}
        </div>
      </div>
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

interface GridMenuProps extends Pick<GridKeys, 'rows' | 'cursor' | 'onCursor'> {
  /** Begins the ids of the rows. */
  readonly id: string;
  readonly scroller: RefObject<HTMLElement | null>;
  /** The ringed row. */
  readonly current: number;
}

/** The menu of what is selected, asked for on a row, or by key on the one that is ringed. */
export function GridMenu({ id, scroller, current, rows, cursor, onCursor }: GridMenuProps) {
  const [asked, setAsked] = useState<AskedMenu | null>(null);
  const [close] = useState(() => () => setAsked(null));
  useMenuAsks(scroller, (menu, { target }) => {
    const pressed =
      target instanceof Element ? target.closest('.threats-row, .threats-group, .table-row') : null;
    const index = pressed === null ? current : Number(pressed.id.slice(id.length + 1));
    const row = rows[index];
    if (row?.kind !== 'item') return false;
    if (!cursor.selected.has(row.key)) flushSync(() => onCursor(choose(rows, cursor, index, 'only')));
    else if (index !== current) flushSync(() => onCursor({ ...cursor, active: rowKey(row) }));
    setAsked(menu);
    return true;
  });
  return (
    <MenuLater
      asked={asked}
      load={loadRowMenu}
      label={words.threats.menu}
      onClose={close}
      onFailed={tellNotFetched}
    >
      {({ RowMenu }, menu) => <RowMenu menu={menu} />}
    </MenuLater>
  );
}

interface HeadProps {
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onSort: (sort: Sort) => void;
}

/** The captions: each sorts by its column. */
function Head({ sort, descending, onSort }: HeadProps) {
  return (
    <div className="threats-head" role="toolbar" aria-label={words.threats.sort}>
      {COLUMNS.map((column) => (
        <button
          key={column}
          type="button"
          className={`threats-head-cell threats-col-${column}`}
          aria-pressed={sort === column}
          aria-description={sort === column ? said[descending ? 'descending' : 'ascending'] : undefined}
          aria-label={words.threats.sortBy({ column: words.threats.columns[column] })}
          onClick={() => onSort(column)}
        >
          {words.threats.columns[column]}
          {sort === column && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
        </button>
      ))}
    </div>
  );
}
