import type { Steps } from '../base/index.ts';
import type { ElementId } from '../document/index.ts';
import { type Point, type Rect, rectCentre } from '../geometry/index.ts';
import { chainThrough } from './curves.ts';
import { type Cut, cutCost, type LinePlace, settleCut } from './line-cost.ts';
import type { Plan, PlannedFlow, PlannedLine } from './plan.ts';
import type { Scene } from './scene.ts';

/** How far a line reaches beyond the outermost flow that it crosses, in model units: the second where room is short. */
const BEYOND = [60, 30];
/** A line that spans the elements on its sides reaches at most this far beyond its flows. */
const MOST_BEYOND = 200;
/** Where along its flows a line is tried, away from where it is wanted. */
const SHARES = [
  0, 0.05, -0.05, 0.1, -0.1, 0.15, -0.15, 0.2, -0.2, 0.25, -0.25, 0.3, -0.3, 0.35, -0.35, 0.4, -0.4,
];
/** Where along the line its handle, with the name, is tried. */
const HANDLES = [0.5, 0.3, 0.7];
/** Steps by which the best place is improved, in model units. */
const STEPS = [32, 12];
const MOST_ROUNDS = 12;
/** A line that crosses nothing comes this near to what it goes along with. */
const NEAR = 80;
/** What it is worth that a line keeps its form. */
const KEPT = -1;

/**
 * Puts line boundaries where they cross the flows that they crossed, in the order in which they crossed them, and
 * where neither they nor their names hide anything. A line that crosses nothing goes along with its leaf.
 */
export function* placeLines(
  plan: Plan,
  moves: ReadonlyMap<string, Point>,
  boxes: ReadonlyMap<ElementId, Rect>,
  scene: Scene,
): Steps<ReadonlyMap<ElementId, LinePlace & { readonly faults: number }>> {
  const places = new Map<ElementId, LinePlace & { readonly faults: number }>();
  const flows = new Map(plan.flows.map((flow) => [flow.line.id, flow]));
  const settled: PlannedLine[] = [];
  for (const planned of plan.lines) {
    const cut: Cut = { planned, flows, others: [...settled], scene };
    const start =
      planned.crossed.size === 0
        ? [carried(planned, plan, moves)]
        : [asDrawn(cut, moves), ...candidates(plan, cut, boxes)];
    const place = wholePlace(yield* improved(start, cut));
    const { faults } = cutCost(place, cut, Number.POSITIVE_INFINITY);
    places.set(planned.line.id, { ...place, faults });
    settleCut(planned, place, scene);
    settled.push(planned);
  }
  return places;
}

function carried(
  { line, follows }: PlannedLine,
  { leaves }: Plan,
  moves: ReadonlyMap<string, Point>,
): LinePlace {
  const leaf = leaves.get(follows ?? '');
  const by = moves.get(leaf?.id ?? '') ?? { x: 0, y: 0 };
  const pull =
    leaf === undefined
      ? { x: 0, y: 0 }
      : wayTo(chainThrough(line.source, line.handle, line.target).bounds, leaf.core);
  return { ...movedBy(line, plus(by, pull)), wish: 0 };
}

/** How far a box has to go to come near another one. */
function wayTo(from: Rect, to: Rect): Point {
  const axis = (start: number, size: number, other: number, otherSize: number): number => {
    const after = start - other - otherSize - NEAR;
    const before = other - start - size - NEAR;
    return after > 0 ? -after : Math.max(0, before);
  };
  return {
    x: axis(from.left, from.width, to.left, to.width),
    y: axis(from.top, from.height, to.top, to.height),
  };
}

/** Its own form, moved as its flows are on average: a line that is well placed already stays so. */
function asDrawn({ planned: { line, crossed }, flows }: Cut, moves: ReadonlyMap<string, Point>): LinePlace {
  const ways = [...crossed.keys()].flatMap((id) =>
    [flows.get(id)?.source.leaf, flows.get(id)?.target.leaf].flatMap((leaf) => moves.get(leaf ?? '') ?? []),
  );
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const by = { x: mean(ways.map(({ x }) => x)), y: mean(ways.map(({ y }) => y)) };
  return { ...movedBy(line, by), wish: KEPT };
}

const plus = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });
const movedBy = (place: Pick<LinePlace, 'source' | 'handle' | 'target'>, by: Point) => ({
  source: plus(place.source, by),
  handle: plus(place.handle, by),
  target: plus(place.target, by),
});
const whole = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
const wholePlace = ({ source, handle, target, wish }: LinePlace): LinePlace => ({
  source: whole(source),
  handle: whole(handle),
  target: whole(target),
  wish,
});

/** Straight lines across the flows: upright, since layers stand side by side, and square to the flows. */
function candidates(
  plan: Plan,
  { planned, flows, scene }: Cut,
  boxes: ReadonlyMap<ElementId, Rect>,
): readonly LinePlace[] {
  const { line, crossed } = planned;
  const was = { x: line.target.x - line.source.x, y: line.target.y - line.source.y };
  const own = [...crossed].flatMap(([id, at]) => {
    const flow = flows.get(id);
    const points = scene.chains.get(id)?.points;
    if (flow === undefined || points === undefined) return [];
    const { source, target } = flow.line;
    const turns = was.x * (target.y - source.y) - was.y * (target.x - source.x) < 0;
    return [{ flow, points, turns, share: wantedShare(plan, id, at) }];
  });
  const mean = own.reduce((sum, { turns, share }) => sum + (turns ? 1 - share : share), 0) / own.length;
  const way = own.reduce(
    (sum, { points, turns }) => {
      const [a, b] = [points[0] ?? { x: 0, y: 0 }, points.at(-1) ?? { x: 0, y: 0 }];
      const sign = turns ? -1 : 1;
      return { x: sum.x + sign * (b.x - a.x), y: sum.y + sign * (b.y - a.y) };
    },
    { x: 0, y: 0 },
  );
  const length = Math.hypot(way.x, way.y) || 1;
  const directions = [
    { x: 0, y: 1 },
    { x: -way.y / length, y: way.x / length },
  ].map((across) => (across.x * was.x + across.y * was.y < 0 ? { x: -across.x, y: -across.y } : across));
  const found: LinePlace[] = [];
  for (const offset of SHARES) {
    const share = Math.min(0.93, Math.max(0.07, mean + offset));
    const points = own.map((one) => pointOn(one.points, one.turns ? 1 - share : share));
    for (const across of directions) {
      const sides = sidesOf(own, across, boxes);
      for (const reach of reachesOf(points, across, sides, Math.hypot(was.x, was.y))) {
        for (const at of HANDLES)
          found.push({ ...straight(points, across, reach, at), wish: Math.abs(offset) });
      }
    }
  }
  return found;
}

/** Several lines across one flow share it out in their order. */
function wantedShare(plan: Plan, id: ElementId, at: number): number {
  const all = plan.lines.flatMap(({ crossed }) => crossed.get(id) ?? []).toSorted((a, b) => a - b);
  return (all.indexOf(at) + 1) / (all.length + 1);
}

function pointOn(points: readonly Point[], share: number): Point {
  const place = share * (points.length - 1);
  const index = Math.min(points.length - 2, Math.floor(place));
  const [a, b] = [points[index], points[index + 1]];
  if (a === undefined || b === undefined) return { x: 0, y: 0 };
  return { x: a.x + (b.x - a.x) * (place - index), y: a.y + (b.y - a.y) * (place - index) };
}

type Reach = readonly [from: number, to: number];

const along = ({ x, y }: Point, direction: Point): number => x * direction.x + y * direction.y;

/** How far, along a direction, the elements reach that the flows join. */
function sidesOf(
  own: readonly { readonly flow: PlannedFlow }[],
  across: Point,
  boxes: ReadonlyMap<ElementId, Rect>,
): readonly number[] {
  return own.flatMap(({ flow: { source, target } }) =>
    [source, target].flatMap(({ shape }) => {
      const box = shape === null ? undefined : boxes.get(shape.id);
      if (box === undefined) return [];
      const half = (Math.abs(across.x) * box.width + Math.abs(across.y) * box.height) / 2;
      const middle = along(rectCentre(box), across);
      return [middle - half, middle + half];
    }),
  );
}

/**
 * From where to where a line may go along its direction: first as far as the elements on its sides, or as it did.
 */
function reachesOf(
  points: readonly Point[],
  across: Point,
  sides: readonly number[],
  length: number,
): readonly Reach[] {
  const places = points.map((point) => along(point, across));
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const [least = 0, lesser = 0] = BEYOND;
  const spare = Math.max(least, (length - high + low) / 2);
  const far: Reach = [
    Math.max(low - MOST_BEYOND, Math.min(low - spare, ...sides)),
    Math.min(high + MOST_BEYOND, Math.max(high + spare, ...sides)),
  ];
  return [
    far,
    [low - least, high + least],
    [low - lesser, high + lesser],
    // Longer at one side: room for the name.
    [far[0] - 90, high + least],
    [low - least, far[1] + 90],
  ];
}

function straight(points: readonly Point[], across: Point, [from, to]: Reach, at: number) {
  const normal = { x: -across.y, y: across.x };
  const off = points.reduce((sum, { x, y }) => sum + x * normal.x + y * normal.y, 0) / points.length;
  const place = (along: number): Point => ({
    x: across.x * along + normal.x * off,
    y: across.y * along + normal.y * off,
  });
  return { source: place(from), handle: place(from + (to - from) * at), target: place(to) };
}

/** The best of some places, moved and bent step by step while that makes it better. */
function* improved(starts: readonly LinePlace[], cut: Cut): Steps<LinePlace> {
  let best = starts[0] ?? { ...cut.planned.line, wish: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    yield;
    const { total } = cutCost(start, cut, least);
    if (total >= least) continue;
    best = start;
    least = total;
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (cutCost(best, cut, Number.POSITIVE_INFINITY).faults === 0) break;
    const before = least;
    for (const next of neighbours(best)) {
      yield;
      const { total } = cutCost(next, cut, least);
      if (total >= least) continue;
      best = next;
      least = total;
    }
    if (least === before) break;
  }
  return best;
}

function neighbours(place: LinePlace): readonly LinePlace[] {
  const { source, handle, target } = place;
  return STEPS.flatMap((step) =>
    [
      { x: step, y: 0 },
      { x: -step, y: 0 },
      { x: 0, y: step },
      { x: 0, y: -step },
    ].flatMap((by) => [
      { ...place, ...movedBy(place, by) },
      { ...place, source: plus(source, by) },
      { ...place, handle: plus(handle, by) },
      { ...place, target: plus(target, by) },
    ]),
  );
}
