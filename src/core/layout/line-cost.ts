import { displayName, type ElementId } from '../document/index.ts';
import { insetRect, type Point } from '../geometry/index.ts';
import { type Chain, chainThrough, entersRect, meetingAt } from './curves.ts';
import { nameBox } from './names.ts';
import type { PlannedFlow, PlannedLine } from './plan.ts';
import { isHairpin, type Scene } from './scene.ts';

/** Least distance of a line and its name from what they must not hide, in model units. */
const CLEAR = 4;

export interface LinePlace {
  readonly source: Point;
  readonly handle: Point;
  readonly target: Point;
  /** How far from where it was wanted, as a share of the flows that it crosses. */
  readonly wish: number;
}

/** A line boundary to be placed, and what it is judged by. */
export interface Cut {
  readonly planned: PlannedLine;
  readonly flows: ReadonlyMap<ElementId, PlannedFlow>;
  /** The lines that are placed already. */
  readonly others: readonly PlannedLine[];
  readonly scene: Scene;
}

const COST = {
  /** Crossing other flows than before makes other threats. */
  otherFlow: 20,
  looseFlow: 6,
  order: 10,
  element: 8,
  label: 3,
  boxName: 3,
  line: 5,
  hiddenName: 5,
  nameOnCurve: 2,
  hairpin: 5,
  wish: 3,
  length: 0.003,
};

/**
 * What is wrong with a place: `faults` is 0 when nothing is, `total` also tells places without faults apart. Stops
 * counting at `limit`.
 */
export function cutCost(
  place: LinePlace,
  cut: Cut,
  limit: number,
): { readonly faults: number; readonly total: number } {
  const { source, handle, target, wish } = place;
  const { line } = cut.planned;
  const before = Math.hypot(line.target.x - line.source.x, line.target.y - line.source.y);
  const length = Math.hypot(target.x - source.x, target.y - source.y);
  const taste = COST.wish * wish + COST.length * Math.abs(length - before);
  const chain = chainThrough(source, handle, target);
  let faults = isHairpin(source, handle, target) ? COST.hairpin : 0;
  // The costly ones last.
  for (const more of [nameFaults, hidingFaults, flowFaults]) {
    if (faults + taste >= limit) break;
    faults += more(chain, cut, handle);
  }
  return { faults, total: faults + taste };
}

function flowFaults(chain: Chain, { planned, flows, others, scene }: Cut): number {
  let cost = 0;
  const met = new Map<ElementId, number>();
  for (const id of scene.curves.overAny(chain.parts)) {
    const flow = scene.chains.get(id);
    const at = flow === undefined ? null : meetingAt(flow, chain);
    if (at !== null) met.set(id, at);
  }
  const price = (id: ElementId): number => {
    const flow = flows.get(id);
    return flow?.source.shape && flow.target.shape ? COST.otherFlow : COST.looseFlow;
  };
  for (const id of met.keys()) if (flows.has(id) && !planned.crossed.has(id)) cost += price(id);
  for (const [id, was] of planned.crossed) {
    const is = met.get(id);
    if (is === undefined) {
      cost += price(id);
      continue;
    }
    for (const other of others) {
      const [before, own] = [other.crossed.get(id), scene.chains.get(other.line.id)];
      const flow = scene.chains.get(id);
      if (before === undefined || own === undefined || flow === undefined) continue;
      const now = meetingAt(flow, own);
      if (now !== null && Math.sign(is - now) !== Math.sign(was - before)) cost += COST.order;
    }
  }
  return cost;
}

function hidingFaults(chain: Chain, { others, scene }: Cut): number {
  let cost = 0;
  for (const [grid, price] of [
    [scene.solids, COST.element],
    [scene.labels, COST.label],
    [scene.names, COST.boxName],
  ] as const) {
    for (const id of grid.over(insetRect(chain.bounds, -CLEAR))) {
      const rect = grid.rectOf(id);
      if (rect !== undefined && entersRect(chain, insetRect(rect, -CLEAR))) cost += price;
    }
  }
  for (const { line } of others) {
    const other = scene.chains.get(line.id);
    if (other !== undefined && meetingAt(other, chain) !== null) cost += COST.line;
  }
  return cost;
}

function nameFaults(chain: Chain, { planned, others, scene }: Cut, handle: Point): number {
  const drawn = nameBox(displayName(planned.line), handle);
  if (drawn === null) return 0;
  const name = insetRect(drawn, -CLEAR);
  let cost =
    COST.hiddenName *
    (scene.solids.over(name).length + scene.labels.over(name).length + scene.names.over(name).length);
  for (const id of scene.curves.over(name)) {
    const flow = scene.chains.get(id);
    if (flow !== undefined && entersRect(flow, name)) cost += COST.nameOnCurve;
  }
  for (const { line } of others) {
    const other = scene.chains.get(line.id);
    if (other !== undefined && entersRect(other, name)) cost += COST.hiddenName;
  }
  return entersRect(chain, drawn) ? cost + COST.nameOnCurve : cost;
}

/** Enters a placed line into the scene. */
export function settleCut({ line }: PlannedLine, { source, handle, target }: LinePlace, scene: Scene): void {
  scene.chains.set(line.id, chainThrough(source, handle, target));
  const name = nameBox(displayName(line), handle);
  if (name !== null) scene.names.put(line.id, name);
}
