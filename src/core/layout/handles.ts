import type { Steps } from '../base/index.ts';
import type { ElementId } from '../document/index.ts';
import { type Point, rectCentre } from '../geometry/index.ts';
import { type Bendable, endsOf, faultsOf, type PlacedEnd, type Scene, settle } from './scene.ts';

/** How far beside the straight way handles are tried, and at which shares of it. */
const OFFSETS = [22, 44, 70, 100, 140, 190, 250];
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7];
/** From an element to the handle of a loop. */
const LOOPS = [50, 80, 120];
/** Rounds in which flows make room for those that came later. */
const ROUNDS = 3;
/** Handles tried in a round, over all flows, and for each at least: a large diagram must not stop the page. */
const MOST_TRIES = 6000;
const LEAST_TRIES = 14;

/**
 * Bends all flows: each through the first of its handles that crosses and hides nothing, else through the one
 * that does so least. Short ones come first: they have the least choice.
 */
export function* bendFlows(flows: readonly Bendable[], scene: Scene): Steps<ReadonlyMap<ElementId, Point>> {
  const lengthOf = (flow: Bendable): number => {
    const [a, b] = [middleOf(flow.source), middleOf(flow.target)];
    return Math.round(Math.hypot(a.x - b.x, a.y - b.y));
  };
  const ordered = flows
    .map((flow) => ({ flow, length: lengthOf(flow), handles: handlesFor(flow) }))
    .toSorted((a, b) => a.length - b.length);
  const bent = new Map<ElementId, Point>();
  const bend = (flow: Bendable, handle: Point): void => {
    bent.set(flow.id, handle);
    settle(flow, handle, scene);
  };
  for (const { flow, handles } of ordered) if (handles[0] !== undefined) bend(flow, handles[0]);
  const tries = Math.max(LEAST_TRIES, Math.floor(MOST_TRIES / Math.max(1, flows.length)));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const { flow, handles } of ordered) {
      yield;
      const now = bent.get(flow.id);
      if (now === undefined) continue;
      let [best, least] = [now, faultsOf(flow, now, scene, Number.POSITIVE_INFINITY)];
      for (const handle of handles.slice(0, tries)) {
        if (least === 0) break;
        const faults = faultsOf(flow, handle, scene, least);
        if (faults < least) [best, least] = [handle, faults];
      }
      if (best === now) continue;
      bend(flow, best);
      moved = true;
    }
    if (!moved) break;
  }
  return bent;
}

const middleOf = (end: PlacedEnd): Point => ('point' in end ? end.point : rectCentre(end.box));

/** Handles worth trying, the most wanted first. Whole units, as they are stored. */
export function handlesFor(flow: Bendable): readonly Point[] {
  return [...flow.wanted, ...(isLoop(flow) ? loopHandles(flow.source) : lanes(flow))].map(({ x, y }) => ({
    x: Math.round(x),
    y: Math.round(y),
  }));
}

const isLoop = ({ source, target }: Bendable): boolean =>
  'shape' in source && 'shape' in target && source.shape === target.shape;

function loopHandles(end: PlacedEnd): readonly Point[] {
  if ('point' in end) return [];
  const { left, top, width, height } = end.box;
  const { x, y } = rectCentre(end.box);
  return LOOPS.flatMap((reach) => [
    { x, y: top - reach },
    { x, y: top + height + reach },
    { x: left + width + reach, y },
    { x: left - reach, y },
    { x: left + width + reach * 0.7, y: top - reach * 0.7 },
    { x: left + width + reach * 0.7, y: top + height + reach * 0.7 },
    { x: left - reach * 0.7, y: top + height + reach * 0.7 },
    { x: left - reach * 0.7, y: top - reach * 0.7 },
  ]);
}

function lanes(flow: Bendable): readonly Point[] {
  const [a, b] = [middleOf(flow.source), middleOf(flow.target)];
  const [from, to] = endsOf(flow, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const at = (share: number, offset: number): Point => ({
    x: from.x + dx * share + (dy / length) * offset,
    y: from.y + dy * share - (dx / length) * offset,
  });
  return SHARES.flatMap((share) => [
    at(share, 0),
    ...OFFSETS.flatMap((offset) => [at(share, offset), at(share, -offset)]),
  ]);
}

/** The point half way along a polyline. */
export function midpoint(points: readonly Point[]): Point | null {
  const lengths = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return Math.hypot(point.x - before.x, point.y - before.y);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]];
    if (from === undefined || to === undefined) break;
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= length;
  }
  return points[0] ?? null;
}
