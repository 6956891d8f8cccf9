import type { Column } from './columns.ts';

/** A column that is shown, with its width in pixels; nobody chose one that is the width to begin with. */
export interface Shown {
  readonly id: string;
  readonly width: number;
}

/** The columns that are shown, from the left. */
export type Layout = readonly Shown[];

/** Bounds of a width, in pixels. */
export const WIDTH = { min: 40, max: 900 } as const;

/** Columns of a model that nobody has arranged. */
const FIRST: readonly string[] = [
  'id',
  'title',
  'interaction',
  'category',
  'state',
  'priority',
  'justification',
];

export const firstLayout = (columns: readonly Column[]): Layout =>
  FIRST.flatMap((id) => columns.filter((column) => column.id === id).map(({ width }) => ({ id, width })));

/** A column as the table draws it. */
export interface PlacedColumn extends Column {
  readonly shownWidth: number;
}

/**
 * The columns that a layout shows, in its order. Those that the template does not have are left out, and the one that
 * the headings of the groups say already (`spoken`), unless nothing else were left.
 */
export function placedColumns(
  columns: readonly Column[],
  layout: Layout,
  spoken: string,
): readonly PlacedColumn[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const placed = layout.flatMap(({ id, width }) => {
    const column = byId.get(id);
    return column === undefined ? [] : [{ ...column, shownWidth: width }];
  });
  const rest = placed.filter(({ id }) => id !== spoken || spoken !== 'interaction');
  if (rest.length > 0) return rest;
  return placed.length > 0 ? placed : placedColumns(columns, firstLayout(columns), '');
}

/**
 * The columns with what `room`, in pixels, leaves beside them: those that grow and whose width nobody chose share it by
 * their widths.
 */
export function fitted(columns: readonly PlacedColumn[], room: number): readonly PlacedColumn[] {
  const sumOf = (some: readonly PlacedColumn[]) => some.reduce((sum, { shownWidth }) => sum + shownWidth, 0);
  const growing = columns.filter(({ grows, width, shownWidth }) => grows && width === shownWidth);
  let left = room - sumOf(columns);
  if (left <= 0) return columns;
  let shares = sumOf(growing);
  return columns.map((column) => {
    if (!growing.includes(column)) return column;
    const more = Math.floor((left * column.shownWidth) / shares);
    left -= more;
    shares -= column.shownWidth;
    return { ...column, shownWidth: Math.min(WIDTH.max, column.shownWidth + more) };
  });
}

const clamped = (width: number): number => Math.round(Math.min(WIDTH.max, Math.max(WIDTH.min, width)));

/** The layout with another width of one column, within the bounds. */
export const withWidth = (layout: Layout, id: string, width: number): Layout =>
  layout.map((shown) => (shown.id === id ? { id, width: clamped(width) } : shown));

/**
 * The layout with a width that a person chose for a column, within the bounds. Those before it, of the columns as they
 * are drawn, stay as wide as they are, so that its edge is where it was put.
 */
export function withChosen(
  layout: Layout,
  drawn: readonly PlacedColumn[],
  id: string,
  width: number,
): Layout {
  const at = drawn.findIndex((column) => column.id === id);
  // Of a column that grows the width to begin with is the one that nobody chose.
  const chosen = (column: PlacedColumn | undefined, wide: number): number =>
    column?.grows && clamped(wide) === column.width ? wide + 1 : wide;
  const before = drawn.slice(0, Math.max(at, 0)).filter(({ grows }) => grows);
  const kept = before.reduce(
    (next, column) => withWidth(next, column.id, chosen(column, column.shownWidth)),
    layout,
  );
  return withWidth(kept, id, chosen(drawn[at], width));
}

/** The layout with a column before another one; at the end for null. */
export function withPlace(layout: Layout, id: string, before: string | null): Layout {
  const moved = layout.find((shown) => shown.id === id);
  if (moved === undefined || before === id) return layout;
  const rest = layout.filter((shown) => shown !== moved);
  const at = before === null ? -1 : rest.findIndex((shown) => shown.id === before);
  return rest.toSpliced(at < 0 ? rest.length : at, 0, moved);
}

/** The layout with a column one place to the left (-1) or right (1) among those that are drawn. */
export function withStep(
  layout: Layout,
  drawn: readonly { readonly id: string }[],
  id: string,
  by: 1 | -1,
): Layout {
  const at = drawn.findIndex((column) => column.id === id);
  const beside = drawn[at + by];
  if (at < 0 || beside === undefined) return layout;
  if (by === -1) return withPlace(layout, id, beside.id);
  return withPlace(layout, id, drawn[at + 2]?.id ?? null);
}

/** The layout with a column shown, at the end, or hidden; the last one stays. */
export function withToggled(layout: Layout, { id, width }: Pick<Column, 'id' | 'width'>): Layout {
  if (layout.every((shown) => shown.id !== id)) return [...layout, { id, width }];
  return layout.length > 1 ? layout.filter((shown) => shown.id !== id) : layout;
}

/** A layout out of what was stored; null where it is none. */
export function layoutFrom(stored: unknown): Layout | null {
  if (!Array.isArray(stored)) return null;
  const seen = new Set<string>();
  const layout = stored.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null) return [];
    const { id, width } = one as { readonly id?: unknown; readonly width?: unknown };
    if (typeof id !== 'string' || typeof width !== 'number' || !Number.isFinite(width) || seen.has(id))
      return [];
    seen.add(id);
    return [{ id, width: clamped(width) }];
  });
  return layout.length === 0 ? null : layout;
}
