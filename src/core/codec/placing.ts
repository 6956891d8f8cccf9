import type { Steps } from '../base/index.ts';
import { CANVAS_END, CANVAS_START, type Shape, type Template, takesFlows } from '../document/index.ts';
import { defaultHandle, type Point, type Rect, rectContainsRect } from '../geometry/index.ts';
import type { DraftDiagram, DraftEnd } from './draft.ts';
import { mayTakeFlows } from './roles.ts';

/** Beyond as many elements nobody's free ends are looked for at each: a file made to be odd must not cost without end. */
export const MOST_SHAPES = 5000;
/** A free end nearer than this to an element is attached to it, in units (exchange 2.5). */
const REACH = 12;

/** A diagram on the Windows tool's canvas. */
interface Fitted {
  readonly draft: DraftDiagram;
  /** What all lengths were multiplied with: 1 where the diagram has room. */
  readonly scale: number;
}

/**
 * Moves a diagram so that it begins at the margin, where it does not lie on the canvas, and scales it by one factor
 * where it is larger than that. One that is all our own export stays where it is.
 */
export function fitted(draft: DraftDiagram, margin: number): Fitted {
  const points = draft.lines.flatMap(({ source, target, bends, handle, control }) => [
    ...[source.point, target.point, handle ?? null, control ?? null].flatMap((point) => point ?? []),
    ...bends,
  ]);
  const boxes = draft.nodes.flatMap(({ box }) => box ?? []);
  const all = [
    ...points,
    ...boxes.flatMap(({ left, top, width, height }) => [
      { x: left, y: top },
      { x: left + width, y: top + height },
    ]),
  ];
  const [low, high] = [least(all), most(all)];
  if (low === null || high === null) return { draft, scale: 1 };
  const isOurs = [...draft.nodes, ...draft.lines].every(({ type }) => type !== undefined);
  if (isOurs) return { draft, scale: 1 };
  const start = { x: Math.min(low.x, margin), y: Math.min(low.y, margin) };
  const room = (from: number, to: number, end: number): number => (end - margin) / Math.max(1, to - from);
  const scale = Math.min(1, room(start.x, high.x, CANVAS_END.x), room(start.y, high.y, CANVAS_END.y));
  if (scale === 1 && low.x >= CANVAS_START && low.y >= CANVAS_START) return { draft, scale };
  const move = ({ x, y }: Point): Point => ({
    x: (x - start.x) * scale + margin,
    y: (y - start.y) * scale + margin,
  });
  return { draft: moved(draft, move, scale), scale };
}

function moved(draft: DraftDiagram, move: (point: Point) => Point, scale: number): DraftDiagram {
  const box = (rect: Rect): Rect => {
    const { x, y } = move({ x: rect.left, y: rect.top });
    return { left: x, top: y, width: rect.width * scale, height: rect.height * scale };
  };
  const end = (one: DraftEnd): DraftEnd => ({ ...one, point: one.point && move(one.point) });
  return {
    ...draft,
    nodes: draft.nodes.map((node) => ({ ...node, box: node.box && box(node.box) })),
    lines: draft.lines.map((line) => ({
      ...line,
      source: end(line.source),
      target: end(line.target),
      bends: line.bends.map(move),
      ...(line.handle && { handle: move(line.handle) }),
      ...(line.control && { control: move(line.control) }),
      ...(line.ownHandle && { ownHandle: move(line.ownHandle) }),
    })),
  };
}

const corner = (points: readonly Point[], pick: (a: number, b: number) => number): Point | null => {
  const [first, ...rest] = points;
  if (first === undefined) return null;
  return rest.reduce((corner, { x, y }) => ({ x: pick(corner.x, x), y: pick(corner.y, y) }), first);
};
const least = (points: readonly Point[]): Point | null => corner(points, Math.min);
const most = (points: readonly Point[]): Point | null => corner(points, Math.max);

/** How many of the boxes lie in a box, itself left out, counted to two; none of more than a diagram of a person has. */
export function heldIn(box: Rect | null, others: readonly Rect[]): number {
  if (box === null || others.length > MOST_SHAPES) return 0;
  let count = 0;
  for (const other of others) {
    if (other !== box && rectContainsRect(box, other)) count += 1;
    if (count >= 2) break;
  }
  return count;
}

/** How far a point lies outside of a box; 0 inside, in units. */
export function distanceTo({ left, top, width, height }: Rect, { x, y }: Point): number {
  const dx = Math.max(left - x, 0, x - left - width);
  const dy = Math.max(top - y, 0, y - top - height);
  return Math.hypot(dx, dy);
}

/** Whether a line that ends at a point ends at a box. */
export const isWithinReach = (box: Rect, point: Point): boolean => distanceTo(box, point) <= REACH;

/** The box that a free end lies at: the only one within reach, the smallest of several; null where none is. */
export function boxAt(point: Point | null, boxes: Iterable<readonly [id: string, box: Rect]>): string | null {
  if (point === null) return null;
  let found: { readonly id: string; readonly area: number } | null = null;
  for (const [id, box] of boxes) {
    if (!isWithinReach(box, point)) continue;
    const area = box.width * box.height;
    if (found === null || area < found.area) found = { id, area };
  }
  return found?.id ?? null;
}

/** An element that flows can end at, by its id in the file. */
type Taking = readonly [id: string, shape: Shape];

/** The elements that free ends are attached to; none of more than a diagram of a person has. */
export const takingFlows = (shapes: ReadonlyMap<string, Shape>, template: Template): readonly Taking[] =>
  shapes.size > MOST_SHAPES ? [] : [...shapes].filter(([, shape]) => takesFlows(template, shape));

/** A free end that lies at an element as an end at it. The same end where none is. */
export function attachedByPlace(
  end: DraftEnd,
  shapes: ReadonlyMap<string, Shape>,
  taking: readonly Taking[],
): DraftEnd {
  if (end.point === null || (end.node !== null && shapes.has(end.node))) return end;
  const node = boxAt(end.point, taking);
  return node === null ? end : { ...end, node };
}

/**
 * Finds the nodes that lines of a diagram end at, said or by where they lie: what may be an element is told by its flows,
 * before ends are attached. A step for each end that is looked for.
 */
export function* findingFlowEnds({ nodes, lines }: DraftDiagram): Steps<ReadonlySet<string>> {
  const ends = lines.flatMap(({ source, target }) => [source, target]);
  const found = new Set(ends.flatMap(({ node }) => node ?? []));
  const boxes = nodes.flatMap(({ id, role, box }) => (mayTakeFlows(role) && box ? [[id, box] as const] : []));
  const isAsked = nodes.some(({ role }) => role === 'unknown') && boxes.length <= MOST_SHAPES;
  for (const { node, point } of isAsked ? ends : []) {
    if (node !== null) continue;
    const at = boxAt(point, boxes);
    if (at !== null) found.add(at);
    yield;
  }
  return found;
}

/** Between flows that join the same two elements, in units (exchange 2.5). */
const LANE = 40;

/** The handle of a flow without bends: on the straight way, those of further flows beside it by turns. */
export function laneHandle(source: Point, target: Point, lane: number): Point {
  const length = Math.hypot(target.x - source.x, target.y - source.y);
  if (length < 1) return defaultHandle(source, target, lane);
  // Away from the middle of the two points in one order, so that a flow and its answer part.
  const [from, to] =
    source.x < target.x || (source.x === target.x && source.y < target.y)
      ? [source, target]
      : [target, source];
  const off = Math.ceil(lane / 2) * LANE * (lane % 2 === 0 ? -1 : 1);
  return {
    x: (source.x + target.x) / 2 - ((to.y - from.y) / length) * off,
    y: (source.y + target.y) / 2 + ((to.x - from.x) / length) * off,
  };
}

/** The point at half the length of a way. */
export function halfWay(way: readonly Point[]): Point {
  const lengths = way.slice(1).map((to, at) => {
    const from = way[at] ?? to;
    return Math.hypot(to.x - from.x, to.y - from.y);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [way[at], way[at + 1]];
    if (from === undefined || to === undefined) break;
    const share = length === 0 ? 0 : left / length;
    if (share <= 1) return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    left -= length;
  }
  return way.at(-1) ?? { x: 0, y: 0 };
}
