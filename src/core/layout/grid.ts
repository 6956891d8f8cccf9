import { type Rect, rectsOverlap } from '../geometry/index.ts';

/** Boxes found by place, so that 400 flows need not look at each other. */
export interface Grid<T> {
  readonly put: (key: T, rect: Rect) => void;
  readonly take: (key: T) => void;
  /** What overlaps the box, each once. */
  readonly over: (rect: Rect) => readonly T[];
  /** The same for several boxes: a long curve by its pieces. */
  readonly overAny: (rects: readonly Rect[]) => readonly T[];
  readonly rectOf: (key: T) => Rect | undefined;
}

/** Width of a cell in model units: a bit more than an element with its gap. */
const CELL = 200;

export function gridOf<T>(): Grid<T> {
  const cells = new Map<string, Set<T>>();
  const rects = new Map<T, Rect>();
  const keysOf = ({ left, top, width, height }: Rect): string[] => {
    const keys: string[] = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x++)
      for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y++)
        keys.push(`${x},${y}`);
    return keys;
  };
  const take = (key: T): void => {
    const rect = rects.get(key);
    if (rect === undefined) return;
    for (const cell of keysOf(rect)) cells.get(cell)?.delete(key);
    rects.delete(key);
  };
  const overAny = (areas: readonly Rect[]): readonly T[] => {
    const found = new Set<T>();
    for (const area of areas)
      for (const name of keysOf(area))
        for (const key of cells.get(name) ?? []) {
          const other = rects.get(key);
          if (other !== undefined && rectsOverlap(area, other)) found.add(key);
        }
    return [...found];
  };
  return {
    take,
    put: (key, rect) => {
      take(key);
      rects.set(key, rect);
      for (const name of keysOf(rect)) {
        const cell = cells.get(name);
        if (cell === undefined) cells.set(name, new Set([key]));
        else cell.add(key);
      }
    },
    over: (rect) => overAny([rect]),
    overAny,
    rectOf: (key) => rects.get(key),
  };
}
