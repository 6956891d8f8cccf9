import { announce } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import type { Group, Sort } from '../rows.ts';
import { type Layout, type PlacedColumn, withChosen, withStep, withToggled } from './layout.ts';

const { threatTable: said } = laterWords;

export interface TableHeadProps {
  readonly columns: readonly PlacedColumn[];
  readonly layout: Layout;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly onSort: (sort: Sort, descending?: boolean) => void;
  readonly onGroup: (group: Group) => void;
  readonly onLayout: (layout: Layout) => void;
  /** A width while it is dragged: shown, and kept when the pointer lets go. */
  readonly onWidth: (width: { readonly id: string; readonly width: number } | null) => void;
  /** Leads from the captions into the rows. */
  readonly onDown: () => void;
}

/** Pixels that a key moves the edge of a column. */
const STEP = 16;

/** What can be done to the columns, told to screen readers as it is done. */
export function columnActions({
  columns,
  layout,
  onLayout,
}: Pick<TableHeadProps, 'columns' | 'layout' | 'onLayout'>) {
  return {
    resize: ({ id, label, shownWidth }: PlacedColumn, by: 1 | -1) => {
      const next = withChosen(layout, columns, id, shownWidth + by * STEP);
      onLayout(next);
      const width = next.find((shown) => shown.id === id)?.width ?? shownWidth;
      announce(said.widthNow({ column: label, width }));
    },
    move: ({ id, label }: PlacedColumn, by: 1 | -1) => {
      const next = withStep(layout, columns, id, by);
      onLayout(next);
      const drawn = next.filter((shown) => columns.some((column) => column.id === shown.id));
      const at = drawn.findIndex((shown) => shown.id === id) + 1;
      announce(said.placeNow({ column: label, at, all: drawn.length }));
    },
    hide: (column: PlacedColumn) => {
      onLayout(withToggled(layout, { id: column.id, width: column.width }));
      announce(said.hidden({ column: column.label }));
    },
  };
}
