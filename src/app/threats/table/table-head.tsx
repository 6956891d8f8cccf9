// biome-ignore-all lint/a11y/useSemanticElements: a table whose rows are drawn only where they are seen has no elements of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays on the table, which names what is ringed
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { tellNotFetched } from '../../store/index.ts';
import { type AskedMenu, MenuLater, useMenuAsks } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { columnActions, type TableHeadProps } from './column-actions.ts';
import { type PlacedColumn, withChosen, withPlace, withWidth } from './layout.ts';

const { threatTable: said } = laterWords;

const loadColumnMenu = () => import('./column-menu.tsx');

/** The captions: each sorts by its column, is dragged to its place, and has an edge that changes its width. */
export function TableHead(props: TableHeadProps) {
  const { columns, sort, descending } = props;
  const head = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState('');
  const [asked, setAsked] = useState<{ readonly menu: AskedMenu; readonly column: string } | null>(null);
  const [close] = useState(() => () => setAsked(null));
  const drag = useColumnDrag(props);
  useMenuAsks(head, (menu, { target }) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-head]') : null;
    const column = cell?.dataset['head'];
    if (column !== undefined) setAsked({ menu, column });
    return column !== undefined;
  });
  const ringed = columns.some(({ id }) => id === first) ? first : columns[0]?.id;
  const menuOf = columns.find(({ id }) => id === asked?.column);
  return (
    <div ref={head} role="row" aria-rowindex={1} className="table-head">
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={at + 1}
          aria-sort={sort !== column.id ? undefined : descending ? 'descending' : 'ascending'}
          data-head={column.id}
          data-drop={drag.before === column.id || undefined}
          data-dragged={drag.dragged === column.id || undefined}
          className="table-head-cell"
        >
          <button
            type="button"
            tabIndex={ringed === column.id ? 0 : -1}
            aria-description={said.columnHelp}
            title={column.label}
            onFocus={() => setFirst(column.id)}
            onClick={() => !drag.moved() && props.onSort(column.id)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || drag.dragged === null) headKeys(event, column, props);
              else drag.giveUp(event);
            }}
            {...drag.handlers(column.id)}
          >
            <span>{column.label}</span>
            {sort === column.id && <span aria-hidden="true">{descending ? '↓' : '↑'}</span>}
          </button>
          <ColumnEdge column={column} {...props} />
        </div>
      ))}
      <MenuLater
        asked={menuOf === undefined ? null : (asked?.menu ?? null)}
        load={loadColumnMenu}
        label={said.columnMenu({ column: menuOf?.label ?? '' })}
        onClose={close}
        onFailed={tellNotFetched}
      >
        {({ ColumnMenu }, menu) => menuOf && <ColumnMenu menu={menu} column={menuOf} head={props} />}
      </MenuLater>
    </div>
  );
}

function headKeys(event: KeyboardEvent<HTMLElement>, column: PlacedColumn, props: TableHeadProps): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const buttons = [
    ...(event.currentTarget
      .closest('.table-head')
      ?.querySelectorAll<HTMLElement>('.table-head-cell > button') ?? []),
  ];
  const at = buttons.indexOf(event.currentTarget);
  const acts = columnActions(props);
  if (event.altKey) return;
  if (by !== 0 && event.shiftKey) acts.resize(column, by);
  else if (by !== 0 && (event.ctrlKey || event.metaKey)) acts.move(column, by);
  else if (by !== 0) buttons[at + by]?.focus();
  else if (event.key === 'Home') buttons[0]?.focus();
  else if (event.key === 'End') buttons.at(-1)?.focus();
  else if (event.key === 'ArrowDown') props.onDown();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** The edge at the right of a caption. Keys do the same on the caption. */
function ColumnEdge({
  column,
  columns,
  layout,
  onLayout,
  onWidth,
}: TableHeadProps & { readonly column: PlacedColumn }) {
  const start = useRef<number | null>(null);
  const from = useRef(0);
  return (
    <span
      className="table-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = event.clientX;
        from.current = column.shownWidth;
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        onWidth({ id: column.id, width: from.current + event.clientX - start.current });
      }}
      onPointerUp={(event) => {
        if (start.current === null) return;
        onWidth(null);
        const width = from.current + event.clientX - start.current;
        start.current = null;
        if (width !== from.current) onLayout(withChosen(layout, columns, column.id, width));
      }}
      onPointerCancel={() => {
        start.current = null;
        onWidth(null);
      }}
      onDoubleClick={() => onLayout(withWidth(layout, column.id, column.width))}
    />
  );
}

/** How far a press may tremble, in pixels. */
const TREMBLE = 6;

/** Drags a caption to another place; Escape and a lost pointer give it up. */
function useColumnDrag({ layout, onLayout }: TableHeadProps) {
  const [state, setState] = useState<{ readonly id: string; readonly before: string | null } | null>(null);
  const press = useRef<{ readonly x: number; readonly id: string } | null>(null);
  const moved = useRef(false);
  const stop = () => {
    press.current = null;
    setState(null);
  };
  const beforeAt = (x: number, head: Element | null): string | null => {
    const cells = [...(head?.querySelectorAll<HTMLElement>('[data-head]') ?? [])];
    const next = cells.find((cell) => {
      const { left, width } = cell.getBoundingClientRect();
      return x < left + width / 2;
    });
    return next?.dataset['head'] ?? null;
  };
  return {
    dragged: state?.id ?? null,
    before: state === null ? undefined : state.before,
    giveUp: (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      stop();
    },
    /** Whether the press that ends with this click has moved the column. */
    moved: () => moved.current,
    handlers: (id: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        moved.current = false;
        if (event.button !== 0 || event.ctrlKey) return;
        // A fast pointer is over another caption at once.
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { x: event.clientX, id };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (press.current === null || press.current.id !== id) return;
        if (state === null && Math.abs(event.clientX - press.current.x) < TREMBLE) return;
        moved.current = true;
        const before = beforeAt(event.clientX, event.currentTarget.closest('.table-head'));
        if (state?.before !== before || state.id !== id) setState({ id, before });
      },
      onPointerUp: () => {
        if (state !== null) onLayout(withPlace(layout, state.id, state.before));
        stop();
      },
      onPointerCancel: stop,
      onLostPointerCapture: stop,
    }),
  };
}
