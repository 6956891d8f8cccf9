import { headline } from '../room.ts';
import { type Column, row } from './blocks.ts';
import { type Block, innerWidth, MARGIN } from './flow.ts';
import { brokenLines, type StyledRun } from './lines.ts';
import type { Setting } from './setting.ts';
import { STYLES, styled } from './styles.ts';

export interface TableColumn {
  readonly title: string;
  /** Share of the width of the table. */
  readonly share: number;
  /** Numbers end at the right. */
  readonly right?: boolean;
}

export interface Cell {
  readonly runs: readonly StyledRun[];
  /** Where it leads to in the file. */
  readonly place?: string;
}

export interface TableRow {
  readonly cells: readonly Cell[];
  /** Called when its page is known. */
  readonly anchor?: string;
}

const GAP = 6;
/** Letters of one cell: what is longer stands with the threat or the element itself. */
const LONGEST_CELL = 800;
const size = STYLES.cell.size;

/** A text as a cell. */
export const cell = (text: string, place?: string): Cell => {
  const runs = styled(headline(text, LONGEST_CELL), place === undefined ? STYLES.cell : STYLES.cellLink);
  return place === undefined ? { runs } : { runs, place };
};

/**
 * Puts a table whose heads are repeated on each page, told as one. What stands above it, such as its heading, stays with
 * its first row. Yields after each row.
 */
export function* putTable(
  columns: readonly TableColumn[],
  rows: Iterable<TableRow>,
  { flow, faces }: Pick<Setting, 'flow' | 'faces'>,
  above: readonly Block[] = [],
): Iterable<void> {
  const width = innerWidth('portrait');
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const room = width - GAP * (columns.length - 1);
  const widths = columns.map(({ share }) => (room * share) / whole);
  const lefts = widths.map((_, index) =>
    widths.slice(0, index).reduce((sum, each) => sum + each + GAP, MARGIN.left),
  );
  const sides = (cells: readonly Cell[]): readonly Column[] =>
    cells.map(({ runs, place }, index) => {
      const [x, wide] = [lefts[index] ?? 0, widths[index] ?? 0];
      return {
        lines: brokenLines(runs, wide, faces),
        x,
        ...(columns[index]?.right === true ? { rightIn: wide } : {}),
        ...(place === undefined ? {} : { link: { place, reach: x + wide } }),
      };
    });
  const heads = sides(columns.map(({ title }) => ({ runs: styled(title, STYLES.cellHead) })));
  const head = row(heads, size, { tag: 'TR', cells: 'TH' });
  const rowOf = ({ cells, anchor }: TableRow): Block =>
    row(sides(cells), size, {
      tag: 'TR',
      cells: 'TD',
      rule: { width },
      placed: (_, top, paper) => {
        if (anchor !== undefined) paper?.name(anchor, top);
      },
    });
  const all = rows[Symbol.iterator]();
  const first = all.next();
  const close = flow.begin('Table', above, first.done === true ? [head] : [head, rowOf(first.value)]);
  flow.repeat(head);
  if (first.done !== true) yield;
  for (let next = all.next(); next.done !== true; next = all.next()) {
    flow.put(rowOf(next.value));
    yield;
  }
  flow.repeat(undefined);
  close();
}

/** The same at once, for what is short. */
export function putShortTable(
  columns: readonly TableColumn[],
  rows: Iterable<TableRow>,
  setting: Pick<Setting, 'flow' | 'faces'>,
  above: readonly Block[] = [],
): void {
  for (const _ of putTable(columns, rows, setting, above));
}
