import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef } from 'react';
import { counted, stateLabel } from '../../core/document/index.ts';
import { changePriority, changeState, showOnCanvas } from './actions.ts';
import { activeIndex, type Choice, type Cursor, choose, chooseAll, rowKey, seen } from './list-cursor.ts';
import type { Group, Row, Sort, ThreatItem } from './rows.ts';
import { STATES } from './words.ts';

interface GridProps {
  readonly rows: readonly Row[];
  /** What the rows are grouped by: its column says nothing more and makes way. */
  readonly group: Group;
  readonly cursor: Cursor;
  readonly onCursor: (next: Cursor) => void;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly priorities: readonly string[];
  readonly onSort: (sort: Sort) => void;
  readonly onToggleGroup: (key: string) => void;
  /** Moves the focus to the justification of the selected threat. */
  readonly onJustify: () => void;
}

const COLUMNS: readonly { readonly sort: Sort; readonly label: string }[] = [
  { sort: 'id', label: 'Id' },
  { sort: 'title', label: 'Title' },
  { sort: 'interaction', label: 'Interaction' },
  { sort: 'category', label: 'Category' },
  { sort: 'state', label: 'State' },
  { sort: 'priority', label: 'Priority' },
];

const ROW_HEIGHT = 28;

function choiceOf({ shiftKey, ctrlKey, metaKey }: MouseEvent): Choice {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : 'only';
}

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

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    const keys = seen(rows, selected);
    const move = (to: number) =>
      onCursor(
        choose(rows, cursor, Math.max(0, Math.min(rows.length - 1, to)), event.shiftKey ? 'range' : 'only'),
      );
    const mod = event.ctrlKey || event.metaKey;
    const state = STATES.find((candidate) => candidate.key === event.key);
    if (event.altKey) return;
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else if (event.key === 'PageDown') move(current + 10);
    else if (event.key === 'PageUp') move(current - 10);
    else if (mod && event.key.toLowerCase() === 'a') onCursor(chooseAll(rows, cursor));
    else if (mod) return;
    // With nothing to let go it leads out of the panel, as everywhere.
    else if (event.key === 'Escape' && selected.size > 0) onCursor({ ...cursor, selected: new Set() });
    else if (
      row?.kind === 'group' &&
      (event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowLeft' || event.key === 'ArrowRight')
    ) {
      onToggleGroup(row.key);
    } else if (event.key === 'Enter' && row?.kind === 'threat') showOnCanvas(row.item.threat);
    else if (state !== undefined && keys.length > 0) changeState(keys, state.state);
    else if (event.key.toLowerCase() === 'j' && keys.length > 0) props.onJustify();
    else {
      const letter = event.key.toLowerCase();
      const priority = props.priorities.find((candidate) => candidate.toLowerCase().startsWith(letter));
      if (!/^[hml]$/.test(letter) || priority === undefined || keys.length === 0) return;
      changePriority(keys, priority);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const drawn = virtual.getVirtualItems();
  return (
    <div className="threats-grid" data-group={props.group}>
      <div className="threats-head" role="toolbar" aria-label="Sort threats">
        {COLUMNS.map((column) => (
          <button
            key={column.sort}
            type="button"
            className={`threats-head-cell threats-col-${column.sort}`}
            aria-pressed={sort === column.sort}
            aria-label={`Sort by ${column.label.toLowerCase()}`}
            onClick={() => onSort(column.sort)}
          >
            {column.label}
            {sort === column.sort && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
          </button>
        ))}
      </div>
      <div
        ref={scroller}
        className="threats-scroller"
        role="listbox"
        aria-label="Threats"
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
            const place = { transform: `translateY(${start}px)`, height: ROW_HEIGHT };
            const common = {
              id: `${id}-${index}`,
              style: place,
              'aria-posinset': index + 1,
              'aria-setsize': rows.length,
            };
            if (row.kind === 'group') {
              const open = rows[index + 1]?.kind === 'threat';
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys of its options
                <div
                  tabIndex={-1}
                  key={`group ${row.key}`}
                  {...common}
                  role="option"
                  aria-selected={false}
                  aria-label={`${row.label}, ${counted(row.count, 'threat')}, ${open ? 'open' : 'closed'}`}
                  className="threats-group"
                  data-active={index === current || undefined}
                  onClick={(event: MouseEvent) => {
                    const toggle = event.ctrlKey || event.metaKey;
                    onCursor(choose(rows, cursor, index, toggle ? 'toggle' : 'only'));
                    if (!toggle) onToggleGroup(row.key);
                  }}
                >
                  {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
                  <span>{row.label}</span>
                  <span className="badge">{row.count}</span>
                </div>
              );
            }
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys of its options
              <div
                tabIndex={-1}
                key={row.key}
                {...common}
                role="option"
                aria-selected={selected.has(row.key)}
                className="threats-row"
                data-active={index === current || undefined}
                onClick={(event: MouseEvent) => onCursor(choose(rows, cursor, index, choiceOf(event)))}
                onDoubleClick={() => showOnCanvas(row.item.threat)}
              >
                <Cells item={row.item} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Cells({ item }: { readonly item: ThreatItem }) {
  const { threat } = item;
  return (
    <>
      <span className="threats-col-id">{threat.id}</span>
      <span className="threats-col-title" title={item.title}>
        <span className="threats-title-text">{item.title}</span>
        {item.isNew && <span className="badge threats-new">new</span>}
        {item.custom && <span className="badge">own</span>}
        {item.stale && <span className="badge threats-stale">no longer generated</span>}
      </span>
      <span className="threats-col-interaction" title={item.ends}>
        {item.flow} <span className="threats-quiet">{item.ends}</span>
      </span>
      <span className="threats-col-category">{item.category}</span>
      <span className="threats-col-state">
        <StateBadge state={threat.state} />
      </span>
      <span className="threats-col-priority" data-priority={threat.priority.toLowerCase()}>
        {threat.priority}
      </span>
    </>
  );
}

export function StateBadge({ state }: { readonly state: string }) {
  return (
    <span className="badge threats-state" data-state={state}>
      {stateLabel(state)}
    </span>
  );
}
