import { type Rect, rectsOverlap } from '../geometry/index.ts';

/** Cells of the hash of label places, in model units: wider than most labels, so that few cells are looked at. */
const CELL = 160;
/** How far apart labels are kept. */
const APART = 2;
/** More than this many labels at one place stay where they are. */
const TRIES = 8;

/**
 * How far each label is drawn above or below its place by the format (model units), so that no label hides
 * another: earlier ones keep their place, later ones give way by the shortest way. Only the drawing moves; the
 * file's handle stays. Labels that do not move are not in the map.
 */
export function spread<Id>(labels: readonly (readonly [Id, Rect])[]): ReadonlyMap<Id, number> {
  const cells = new Map<string, Rect[]>();
  const shifts = new Map<Id, number>();
  const cellsOf = (box: Rect): string[] => {
    const keys: string[] = [];
    for (let x = Math.floor(box.left / CELL); x <= Math.floor((box.left + box.width) / CELL); x++)
      for (let y = Math.floor(box.top / CELL); y <= Math.floor((box.top + box.height) / CELL); y++)
        keys.push(`${x},${y}`);
    return keys;
  };
  const inTheWay = (box: Rect): Rect | undefined => {
    for (const key of cellsOf(box))
      for (const other of cells.get(key) ?? []) if (rectsOverlap(box, other)) return other;
    return undefined;
  };
  for (const [id, box] of labels) {
    const shift = freeShift(box, inTheWay);
    const placed = shift === 0 ? box : { ...box, top: box.top + shift };
    if (shift !== 0) shifts.set(id, shift);
    for (const key of cellsOf(placed)) {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [placed]);
      else cell.push(placed);
    }
  }
  return shifts;
}

function freeShift(box: Rect, inTheWay: (box: Rect) => Rect | undefined): number {
  if (inTheWay(box) === undefined) return 0;
  const down = slide(box, 1, inTheWay);
  const up = slide(box, -1, inTheWay);
  if (down === null || up === null) return down ?? up ?? 0;
  return down <= -up ? down : up;
}

/** The first free place in one direction; null when there is none within the tries. */
function slide(box: Rect, direction: 1 | -1, inTheWay: (box: Rect) => Rect | undefined): number | null {
  let top = box.top;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const other = inTheWay({ ...box, top });
    if (other === undefined) return top - box.top;
    top = direction === 1 ? other.top + other.height + APART : other.top - box.height - APART;
  }
  return null;
}
