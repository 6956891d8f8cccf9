import { atOnce, type Steps } from '../base/index.ts';
import { type Rect, rectsOverlap } from '../geometry/index.ts';

/** Cells of the hash of label places, in model units: wider than most labels, so that few cells are looked at. */
const CELL = 160;
/** Cells in a column of the hash: more than a file's coordinates have. */
const COLUMN = 2 ** 26;
/** How far apart labels are kept. */
const APART = 2;
/** More than this many labels at one place stay where they are. */
const TRIES = 8;

/** Counts the labels that were laid out, so that tests can show what a change costs. */
export const work = { labels: 0 };

/**
 * Places of labels that hide no other: earlier ones keep theirs, later ones give way by the shortest way. After a
 * change only those are laid out again that it can reach; what comes out is the same as from nothing.
 */
export interface LabelPlaces {
  /**
   * How far the label of this number is drawn above or below its place by the format, in model units. Only the
   * drawing moves; the file's handle stays.
   */
  readonly shiftOf: (index: number) => number;
  /**
   * Gives labels other boxes, by their numbers; undefined takes one away. Numbers beyond the last add labels.
   * Returns the numbers of those whose shift is another one now.
   */
  readonly change: (boxes: ReadonlyMap<number, Rect | undefined>) => readonly number[];
}

interface Label {
  /** By the format. */
  readonly box: Rect;
  /** Where it is drawn. */
  readonly placed: Rect;
  readonly shift: number;
  /** Around all places that were looked at: only what changes in here can give it another one. */
  readonly reach: Rect;
}

/** Numbers of labels, ascending. */
interface Cell {
  /** Those drawn here. */
  readonly placed: number[];
  /** Those that looked here. */
  readonly reaching: number[];
}

/** All labels by their numbers, and the cells that they lie in and look into. */
interface Placing {
  readonly labels: (Label | undefined)[];
  readonly cells: Map<number, Cell>;
}

/** Lays labels out, one at each step. */
export function* placingLabels(boxes: readonly (Rect | undefined)[]): Steps<LabelPlaces> {
  const placing: Placing = { labels: boxes.map(() => undefined), cells: new Map() };
  for (const [index, box] of boxes.entries()) {
    if (box !== undefined) enter(placing, index, laidOut(placing, index, box));
    yield;
  }
  return {
    shiftOf: (index) => placing.labels[index]?.shift ?? 0,
    change: (changes) => change(placing, changes),
  };
}

/** The first label before `index` in the way of its box at `top`. */
function inTheWay(
  { labels, cells }: Placing,
  index: number,
  { left, width, height }: Rect,
  top: number,
): Rect | undefined {
  const [firstX, lastX] = [Math.floor(left / CELL), Math.floor((left + width) / CELL)];
  const [firstY, lastY] = [Math.floor(top / CELL), Math.floor((top + height) / CELL)];
  for (let x = firstX; x <= lastX; x++)
    for (let y = firstY; y <= lastY; y++)
      for (const other of cells.get(x * COLUMN + y)?.placed ?? []) {
        if (other >= index) break;
        const at = labels[other]?.placed;
        if (at === undefined) continue;
        const apart =
          left >= at.left + at.width ||
          at.left >= left + width ||
          top >= at.top + at.height ||
          at.top >= top + height;
        if (!apart) return at;
      }
  return undefined;
}

function laidOut(placing: Placing, index: number, box: Rect): Label {
  work.labels += 1;
  let [highest, lowest] = [box.top, box.top];
  const obstacle = (top: number): Rect | undefined => {
    highest = Math.min(highest, top);
    lowest = Math.max(lowest, top);
    return inTheWay(placing, index, box, top);
  };
  const shift = freeShift(box, obstacle);
  const placed = shift === 0 ? box : { ...box, top: box.top + shift };
  return { box, placed, shift, reach: { ...box, top: highest, height: lowest - highest + box.height } };
}

function enter({ labels, cells }: Placing, index: number, label: Label): void {
  labels[index] = label;
  for (const key of cellsOf(label.placed)) insert(cellAt(cells, key).placed, index);
  for (const key of cellsOf(label.reach)) insert(cellAt(cells, key).reaching, index);
}

function leave({ labels, cells }: Placing, index: number, label: Label): void {
  labels[index] = undefined;
  for (const key of cellsOf(label.placed)) remove(cellAt(cells, key).placed, index);
  for (const key of cellsOf(label.reach)) remove(cellAt(cells, key).reaching, index);
}

function change(placing: Placing, changes: ReadonlyMap<number, Rect | undefined>): readonly number[] {
  const { labels, cells } = placing;
  const due = new Set(changes.keys());
  /** Whoever comes later and looked where a label was, or where it is now, has to look again. */
  const disturb = (index: number, at: Rect): void => {
    for (const key of cellsOf(at))
      for (const other of cells.get(key)?.reaching ?? []) {
        const reach = labels[other]?.reach;
        if (other > index && reach !== undefined && rectsOverlap(reach, at)) due.add(other);
      }
  };
  let [first, last] = [labels.length, labels.length - 1];
  for (const index of changes.keys()) {
    first = Math.min(first, index);
    last = Math.max(last, index);
  }
  const shifted: number[] = [];
  for (let index = first; index <= last; index++) {
    if (!due.has(index)) continue;
    const before = labels[index];
    if (before !== undefined) leave(placing, index, before);
    const box = changes.has(index) ? changes.get(index) : before?.box;
    const after = box === undefined ? undefined : laidOut(placing, index, box);
    if (after !== undefined) enter(placing, index, after);
    if ((before?.shift ?? 0) !== (after?.shift ?? 0)) shifted.push(index);
    if (before !== undefined && after !== undefined && same(before.placed, after.placed)) continue;
    if (before !== undefined) disturb(index, before.placed);
    if (after !== undefined) disturb(index, after.placed);
  }
  return shifted;
}

/** How far each label gives way, laid out from nothing. Labels that do not move are not in the map. */
export const spread = <Id>(labels: readonly (readonly [Id, Rect])[]): ReadonlyMap<Id, number> =>
  atOnce(spreading(labels));

/** `spread`, a label at each step. */
export function* spreading<Id>(labels: readonly (readonly [Id, Rect])[]): Steps<ReadonlyMap<Id, number>> {
  const places = yield* placingLabels(labels.map(([, box]) => box));
  const shifts = new Map<Id, number>();
  labels.forEach(([id], index) => {
    const shift = places.shiftOf(index);
    if (shift !== 0) shifts.set(id, shift);
  });
  return shifts;
}

function freeShift(box: Rect, obstacle: (top: number) => Rect | undefined): number {
  if (obstacle(box.top) === undefined) return 0;
  const down = slide(box, 1, obstacle);
  const up = slide(box, -1, obstacle);
  if (down === null || up === null) return down ?? up ?? 0;
  return down <= -up ? down : up;
}

/** The first free place in one direction; null when there is none within the tries. */
function slide(box: Rect, direction: 1 | -1, obstacle: (top: number) => Rect | undefined): number | null {
  let top = box.top;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const other = obstacle(top);
    if (other === undefined) return top - box.top;
    top = direction === 1 ? other.top + other.height + APART : other.top - box.height - APART;
  }
  return null;
}

const same = (a: Rect, b: Rect): boolean =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;

function cellsOf({ left, top, width, height }: Rect): readonly number[] {
  const keys: number[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor((left + width) / CELL); x++)
    for (let y = Math.floor(top / CELL); y <= Math.floor((top + height) / CELL); y++)
      keys.push(x * COLUMN + y);
  return keys;
}

function cellAt(cells: Map<number, Cell>, key: number): Cell {
  let cell = cells.get(key);
  if (cell === undefined) {
    cell = { placed: [], reaching: [] };
    cells.set(key, cell);
  }
  return cell;
}

/** The place of a number in an ascending list, or where it belongs. */
function placeIn(list: readonly number[], index: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? index) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(list: number[], index: number): void {
  const last = list.at(-1);
  if (last === undefined || last < index) list.push(index);
  else list.splice(placeIn(list, index), 0, index);
}

function remove(list: number[], index: number): void {
  const at = placeIn(list, index);
  if (list[at] === index) list.splice(at, 1);
}
