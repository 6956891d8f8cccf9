import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { stateLabel, type ThreatKey } from '../../core/document/index.ts';
import { activeModel, selectThreats } from '../store/index.ts';
import { changePriority, changeState, showOnCanvas } from './actions.ts';
import type { Group, Row, Sort, ThreatItem } from './rows.ts';
import { STATES } from './words.ts';

interface GridProps {
  readonly rows: readonly Row[];
  /** What the rows are grouped by: its column says nothing more and makes way. */
  readonly group: Group;
  readonly selected: ReadonlySet<ThreatKey>;
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

/** Keys of groups and of threats may be the same text. */
const rowKey = (row: Row): string => `${row.kind} ${row.key}`;

/** The list of threats: as many rows as fit are drawn, however many there are. */
export function ThreatGrid(props: GridProps) {
  const { rows, selected, sort, descending, onSort, onToggleGroup } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState({ key: '', index: 0 });
  const indexOf = (key: string): number => rows.findIndex((row) => rowKey(row) === key);
  const known = indexOf(active.key);
  const current = known < 0 ? Math.min(active.index, rows.length - 1) : known;
  const activate = (index: number): string => {
    const row = rows[index];
    const key = row === undefined ? '' : rowKey(row);
    setActive({ key, index });
    return key;
  };
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });

  /** The row that a range grows from. */
  const anchor = useRef('');
  /** The selection that the list itself made last. */
  const own = useRef<ReadonlySet<ThreatKey> | undefined>(undefined);
  const put = (keys: Iterable<ThreatKey>) => {
    selectThreats(keys);
    own.current = activeModel()?.selectedThreats;
  };

  // A threat selected elsewhere (the palette, the canvas) is brought into the list's view.
  useEffect(() => {
    if (selected === own.current || selected.size !== 1) return;
    const index = rows.findIndex((row) => row.kind === 'threat' && selected.has(row.key));
    const row = rows[index];
    if (row === undefined) return;
    anchor.current = rowKey(row);
    setActive({ key: rowKey(row), index });
    virtual.scrollToIndex(index, { align: 'auto' });
  }, [selected, rows, virtual]);

  const nothing = selected.size === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the detail that comes takes room from the list
  useEffect(() => {
    if (!nothing) document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [nothing]);

  const threatKeys = (from: number, to: number): ThreatKey[] =>
    rows
      .slice(Math.min(from, to), Math.max(from, to) + 1)
      .flatMap((row) => (row.kind === 'threat' ? [row.key] : []));

  const choose = (index: number, { extend, toggle }: { extend: boolean; toggle: boolean }) => {
    const key = activate(index);
    const row = rows[index];
    if (extend) {
      const from = indexOf(anchor.current);
      if (from < 0) anchor.current = rows[current] === undefined ? key : rowKey(rows[current]);
      put(threatKeys(from < 0 ? current : from, index));
    } else {
      anchor.current = key;
      if (row?.kind === 'threat') {
        const next = new Set(toggle ? selected : []);
        if (toggle && selected.has(row.key)) next.delete(row.key);
        else next.add(row.key);
        put(next);
      }
    }
    virtual.scrollToIndex(index, { align: 'auto' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[current];
    const keys = [...selected];
    const move = (to: number) =>
      choose(Math.max(0, Math.min(rows.length - 1, to)), { extend: event.shiftKey, toggle: false });
    const mod = event.ctrlKey || event.metaKey;
    const state = STATES.find((candidate) => candidate.key === event.key);
    if (event.altKey) return;
    if (event.key === 'ArrowDown') move(current + 1);
    else if (event.key === 'ArrowUp') move(current - 1);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else if (event.key === 'PageDown') move(current + 10);
    else if (event.key === 'PageUp') move(current - 10);
    else if (mod && event.key.toLowerCase() === 'a') put(threatKeys(0, rows.length - 1));
    else if (mod) return;
    // With nothing to let go it leads out of the panel, as everywhere.
    else if (event.key === 'Escape' && selected.size > 0) put([]);
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
                  aria-label={`${row.label}, ${row.count} threats, ${open ? 'open' : 'closed'}`}
                  className="threats-group"
                  data-active={index === current || undefined}
                  onClick={() => {
                    anchor.current = activate(index);
                    onToggleGroup(row.key);
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
                onClick={(event: MouseEvent) =>
                  choose(index, { extend: event.shiftKey, toggle: event.ctrlKey || event.metaKey })
                }
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
        {item.title}
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
