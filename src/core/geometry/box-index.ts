import { type Rect, rectsTouch, rectUnion } from './rect.ts';

/** Counts the boxes that were looked at, so that tests can show what a search costs. */
export const work = { boxes: 0 };

/** Boxes in one leaf of the tree. */
const LEAF = 8;

interface Branch {
  readonly box: Rect;
  readonly branches: readonly Branch[];
  /** Places in the list that was indexed; none where there are branches. */
  readonly items: readonly number[];
}

/** Finds boxes by their place, without looking at all of them. */
export interface BoxIndex {
  /**
   * The boxes that overlap `within`, as their places in the list: at most `most` of them, those that are nearest to
   * one of `near`, the nearest first.
   */
  readonly nearest: (near: readonly Rect[], within: Rect, most: number) => readonly number[];
  /** All boxes that overlap `within`, in no order; null when there are more than `most`. */
  readonly touching: (within: Rect, most: number) => readonly number[] | null;
}

/** Indexes boxes; each takes part with its whole extent. */
export function boxIndex(boxes: readonly Rect[]): BoxIndex {
  const root = boxes.length === 0 ? undefined : branchOf(boxes, [...boxes.keys()], true);
  return {
    nearest: (near, within, most) => (root === undefined ? [] : search(boxes, root, near, within, most)),
    touching: (within, most) => {
      const found: number[] = [];
      return root === undefined || collect(boxes, root, within, most, found) ? found : null;
    },
  };
}

/** Adds the boxes of a branch that overlap `within`; false when there are more than `most`. */
function collect(
  boxes: readonly Rect[],
  branch: Branch,
  within: Rect,
  most: number,
  found: number[],
): boolean {
  work.boxes += 1 + branch.items.length;
  if (!rectsTouch(branch.box, within)) return true;
  for (const item of branch.items) if (rectsTouch(boxes[item] ?? NOWHERE, within)) found.push(item);
  return found.length <= most && branch.branches.every((one) => collect(boxes, one, within, most, found));
}

/** Halves the boxes by their centres, across and down in turn. */
function branchOf(boxes: readonly Rect[], items: readonly number[], across: boolean): Branch {
  const box = rectUnion(items.flatMap((item) => boxes[item] ?? [])) ?? NOWHERE;
  if (items.length <= LEAF) return { box, branches: [], items };
  const centre = (item: number): number => {
    const at = boxes[item] ?? NOWHERE;
    return across ? at.left + at.width / 2 : at.top + at.height / 2;
  };
  const sorted = items.toSorted((a, b) => centre(a) - centre(b) || a - b);
  const middle = sorted.length >> 1;
  const halves = [sorted.slice(0, middle), sorted.slice(middle)];
  return { box, branches: halves.map((half) => branchOf(boxes, half, !across)), items: [] };
}

const NOWHERE: Rect = { left: 0, top: 0, width: 0, height: 0 };

/** What waits to be looked at: a branch, or a box of the list. */
interface Waiting {
  readonly distance: number;
  readonly item: number;
  readonly branch: Branch | undefined;
}

function search(
  boxes: readonly Rect[],
  root: Branch,
  near: readonly Rect[],
  within: Rect,
  most: number,
): readonly number[] {
  const found: number[] = [];
  const heap: Waiting[] = [];
  const wait = (box: Rect, item: number, branch?: Branch): void => {
    work.boxes += 1;
    if (rectsTouch(box, within)) push(heap, { distance: distanceTo(box, near), item, branch });
  };
  wait(root.box, -1, root);
  for (let next = pop(heap); next !== undefined && found.length < most; next = pop(heap)) {
    if (next.branch === undefined) found.push(next.item);
    else {
      for (const branch of next.branch.branches) wait(branch.box, -1, branch);
      for (const item of next.branch.items) wait(boxes[item] ?? NOWHERE, item);
    }
  }
  return found;
}

/** The square of the distance to the nearest of some boxes; 0 where they touch. */
function distanceTo(box: Rect, near: readonly Rect[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of near) {
    const x = Math.max(other.left - box.left - box.width, box.left - other.left - other.width, 0);
    const y = Math.max(other.top - box.top - box.height, box.top - other.top - other.height, 0);
    least = Math.min(least, x * x + y * y);
  }
  return least;
}

/** The nearer one; of equally near ones a box before a branch, so that no more branches are opened than needed. */
function before(a: Waiting, b: Waiting): boolean {
  if (a.distance !== b.distance) return a.distance < b.distance;
  if ((a.branch === undefined) !== (b.branch === undefined)) return a.branch === undefined;
  return a.item < b.item;
}

function push(heap: Waiting[], entry: Waiting): void {
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up];
    if (parent === undefined || !before(entry, parent)) break;
    heap[at] = parent;
    at = up;
  }
  heap[at] = entry;
}

function pop(heap: Waiting[]): Waiting | undefined {
  const [top] = heap;
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const left = heap[child];
    const right = heap[child + 1];
    if (left === undefined) break;
    if (right !== undefined && before(right, left)) child += 1;
    const least = heap[child];
    if (least === undefined || !before(least, last)) break;
    heap[at] = least;
    at = child;
  }
  heap[at] = last;
  return top;
}
