import { linkRuns } from '../links.ts';
import type { Statement } from '../model.ts';
import { type Inline, Paragraph, Table, TableCell, TableRow } from './library.mjs';
import { type Making, PAGE } from './making.ts';
import { runs } from './texts.ts';

/** Width of the text of an upright page, in twentieths of a point. */
const WIDTH = PAGE.width - 2 * PAGE.margin;

export interface Column {
  readonly title: string;
  /** Of the width, beside those of the others. */
  readonly share: number;
  readonly right?: boolean;
}

/** Content of a cell. */
export type Cell = readonly Inline[];

/** Widths that are whole and add up to that of the text. */
function widthsOf(shares: readonly number[]): readonly number[] {
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  let before = 0;
  return shares.map((share) => {
    const left = Math.round((before / all) * WIDTH);
    before += share;
    return Math.round((before / all) * WIDTH) - left;
  });
}

const cell = (content: Cell, style: string, right: boolean): TableCell =>
  new TableCell({
    children: [
      new Paragraph({ style, children: content, ...(right ? { alignment: 'right' as const } : {}) }),
    ],
  });

/** A table whose header row stands on every page that it goes over. Its rows do not break. */
export function table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table {
  const head = columns.map(({ title, right }) => cell(runs(title), 'TableHeading', right === true));
  return new Table({
    style: 'TrustlineTable',
    layout: 'fixed',
    width: { size: WIDTH, type: 'dxa' },
    columnWidths: widthsOf(columns.map(({ share }) => share)),
    tableLook: { firstRow: true, firstColumn: false },
    rows: [
      new TableRow({ children: head, tableHeader: true, cantSplit: true }),
      ...rows.map(
        (row) =>
          new TableRow({
            children: row.map((content, index) => cell(content, 'TableText', columns[index]?.right === true)),
            cantSplit: true,
          }),
      ),
    ],
  });
}

const LABEL = 2_000;

/** Labels with what they say. Rows break: a description may be longer than a page. */
export const labelled = (rows: readonly (readonly [label: string, content: Cell])[]): Table =>
  new Table({
    style: 'TrustlineFields',
    layout: 'fixed',
    width: { size: WIDTH, type: 'dxa' },
    columnWidths: [LABEL, WIDTH - LABEL],
    tableLook: { firstRow: false, firstColumn: true },
    rows: rows.map(
      ([label, content]) =>
        new TableRow({
          children: [cell(runs(label), 'TableLabel', false), cell(content, 'TableText', false)],
        }),
    ),
  });

export function putStatements(list: readonly Statement[], making: Making): void {
  if (list.length === 0) return;
  const { addresses, room } = making;
  making.put(
    labelled(
      list.map(({ label, value }) => [`${label}:`, addresses.linked(room.for(linkRuns(value)))] as const),
    ),
  );
}

/** Colours side by side, as wide as their shares. Said in words beside it, too. */
export const bar = (parts: readonly { readonly share: number; readonly fill: string }[]): Table =>
  new Table({
    style: 'TrustlineBar',
    layout: 'fixed',
    width: { size: WIDTH, type: 'dxa' },
    columnWidths: widthsOf(parts.map(({ share }) => share)),
    tableLook: { firstRow: false, firstColumn: false },
    rows: [
      new TableRow({
        children: parts.map(
          ({ fill }) =>
            new TableCell({
              children: [new Paragraph({ style: 'StatusBar', children: [] })],
              shading: { fill },
            }),
        ),
      }),
    ],
  });
