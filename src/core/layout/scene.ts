import type { Steps } from '../base/index.ts';
import { type ElementId, portForm, type Shape } from '../document/index.ts';
import { LABEL_OFFSET } from '../drawing/index.ts';
import {
  insetRect,
  nearestPort,
  PORTS,
  type Point,
  portPoint,
  type Rect,
  SHAPE_INSET,
} from '../geometry/index.ts';
import { type Chain, chainThrough, entersRect, meetingAt } from './curves.ts';
import { type Grid, gridOf } from './grid.ts';
import { boxNameBox } from './names.ts';
import { pointRect } from './rects.ts';

/** A flow's end at its new place: at a shape's nearest port, or at a free point. */
export type PlacedEnd = { readonly shape: Shape; readonly box: Rect } | { readonly point: Point };

/** A flow to be bent. */
export interface Bendable {
  readonly id: ElementId;
  readonly source: PlacedEnd;
  readonly target: PlacedEnd;
  readonly label: { readonly width: number; readonly height: number } | null;
  /** What its curve and label may lie on: shapes that a free end touches. */
  readonly own: ReadonlySet<ElementId>;
  /** Where the layout engine would have the handle. */
  readonly wanted: readonly Point[];
}

/** What is placed already, by place: the drawn elements, names and labels that must not hide each other. */
export interface Scene {
  readonly solids: Grid<ElementId>;
  readonly names: Grid<ElementId>;
  readonly labels: Grid<ElementId>;
  readonly curves: Grid<ElementId>;
  readonly chains: Map<ElementId, Chain>;
  readonly handles: Grid<ElementId>;
}

export function sceneOf(shapes: readonly Shape[], boxes: ReadonlyMap<ElementId, Rect>): Scene {
  const scene: Scene = {
    solids: gridOf(),
    names: gridOf(),
    labels: gridOf(),
    curves: gridOf(),
    chains: new Map(),
    handles: gridOf(),
  };
  for (const shape of shapes) {
    const box = boxes.get(shape.id);
    if (box === undefined) continue;
    const drawn = insetRect(box, SHAPE_INSET);
    if (shape.kind === 'borderBoundary') scene.names.put(shape.id, boxNameBox(shape, drawn));
    else scene.solids.put(shape.id, drawn);
  }
  return scene;
}

export const labelAt = ({ x, y }: Point, size: { width: number; height: number }): Rect => ({
  left: x + LABEL_OFFSET.x - size.width / 2,
  top: y + LABEL_OFFSET.y,
  width: size.width,
  height: size.height,
});

/** The two points between which a flow with this handle is drawn: the ports nearest to it. */
export function endsOf(
  { source, target }: Pick<Bendable, 'source' | 'target'>,
  handle: Point,
): readonly [Point, Point] {
  if ('shape' in source && 'shape' in target && source.shape === target.shape) {
    const { port, point } = nearestPort(source.box, portForm(source.shape), handle);
    // A loop comes back a quarter turn on.
    const back = PORTS[(PORTS.indexOf(port) + 2) % PORTS.length] ?? port;
    return [point, portPoint(source.box, portForm(source.shape), back)];
  }
  const at = (end: PlacedEnd): Point =>
    'point' in end ? end.point : nearestPort(end.box, portForm(end.shape), handle).point;
  return [at(source), at(target)];
}

const COST = {
  element: 10,
  hiddenByElement: 8,
  hiddenByName: 6,
  hiddenByLabel: 6,
  overLabel: 3,
  underCurve: 2,
  overName: 2,
  doubled: 6,
  hairpin: 12,
  crossing: 8,
  detour: 6,
};
/** Curves closer than this at their handles are read as one. */
const APART = 20;

/**
 * What is wrong with a flow when it is bent through this handle: 0 when nothing is. Stops counting at `limit`.
 */
export function faultsOf(flow: Bendable, handle: Point, scene: Scene, limit: number): number {
  const [from, to] = endsOf(flow, handle);
  const loop = 'shape' in flow.source && 'shape' in flow.target && flow.source.shape === flow.target.shape;
  let cost = !loop && isHairpin(from, handle, to) ? COST.hairpin : 0;
  if (flow.label !== null && cost < limit) {
    const box = labelAt(handle, flow.label);
    cost += COST.hiddenByElement * scene.solids.over(box).length;
    cost += COST.hiddenByName * scene.names.over(box).length;
    cost += COST.hiddenByLabel * scene.labels.over(box).filter((id) => id !== flow.id).length;
  }
  if (cost >= limit) return cost;
  const chain = chainThrough(from, handle, to);
  const hits = (grid: Grid<ElementId>, price: number, own?: ReadonlySet<ElementId>): void => {
    if (cost >= limit) return;
    for (const id of grid.overAny(chain.parts)) {
      const rect = grid.rectOf(id);
      if (id !== flow.id && !own?.has(id) && rect !== undefined && entersRect(chain, rect)) cost += price;
    }
  };
  hits(scene.solids, COST.element, flow.own);
  hits(scene.labels, COST.overLabel);
  hits(scene.names, COST.overName);
  if (cost >= limit) return cost;
  for (const id of scene.handles.over(pointRect(handle, APART))) if (id !== flow.id) cost += COST.doubled;
  if (flow.label === null || cost >= limit) return cost;
  const box = labelAt(handle, flow.label);
  for (const id of scene.curves.over(box)) {
    const other = scene.chains.get(id);
    if (id !== flow.id && other !== undefined && entersRect(other, box)) cost += COST.underCurve;
  }
  return cost;
}

/** A curve this much longer than the way between its ends is read as one that goes there. */
const STRAIGHT = 1.25;

/** What is wrong with a layout. */
export interface Trouble {
  /** What flows hide and cross, and how long their ways are, by the cost of each: 0 when nothing is wrong. */
  readonly cost: number;
  /** Flows that hide something, or that something hides. */
  readonly hiding: number;
  /** Flows between two shapes that a line boundary crosses and did not, or the reverse: that changes threats. */
  readonly changed: number;
}

/**
 * What is wrong with flows that are bent through these handles, with each pair that crosses and each long way round. A
 * flow at each step.
 */
export function* findingTrouble(
  flows: readonly Bendable[],
  handles: ReadonlyMap<ElementId, Point>,
  scene: Scene,
): Steps<Omit<Trouble, 'changed'>> {
  const known = new Set(flows.map(({ id }) => id));
  let [cost, hiding] = [0, 0];
  for (const flow of flows) {
    yield;
    const [handle, chain] = [handles.get(flow.id), scene.chains.get(flow.id)];
    if (handle === undefined || chain === undefined) continue;
    const faults = faultsOf(flow, handle, scene, Number.POSITIVE_INFINITY);
    cost += faults;
    if (faults >= COST.hiddenByLabel) hiding += 1;
    if ('shape' in flow.source && 'shape' in flow.target && flow.source.shape !== flow.target.shape)
      cost += COST.detour * Math.max(0, detourOf(chain) - STRAIGHT);
    for (const id of scene.curves.overAny(chain.parts)) {
      const other = scene.chains.get(id);
      // Each pair once.
      if (other === undefined || !known.has(id) || id <= flow.id) continue;
      if (meetingAt(inside(chain), inside(other)) !== null) cost += COST.crossing;
    }
  }
  return { cost, hiding };
}

/** Without its ends: flows of one element meet there. */
const inside = (chain: Chain): Chain => ({ ...chain, points: chain.points.slice(2, -2) });

/** How many times as long a curve is as the way between its ends. */
function detourOf({ points }: Chain): number {
  const between = (a: Point | undefined, b: Point | undefined): number =>
    a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
  const length = points.reduce((sum, point, index) => sum + between(points[index - 1], point), 0);
  return length / Math.max(1, between(points[0], points.at(-1)));
}

/** Enters a flow into the scene, or moves it there. */
export function settle(flow: Bendable, handle: Point, scene: Scene): void {
  const [from, to] = endsOf(flow, handle);
  const chain = chainThrough(from, handle, to);
  scene.handles.put(flow.id, pointRect(handle, 1));
  scene.chains.set(flow.id, chain);
  scene.curves.put(flow.id, chain.bounds);
  if (flow.label !== null) scene.labels.put(flow.id, labelAt(handle, flow.label));
}

/** A handle outside of the middle part of its flow makes a hairpin: the curve passes it at half way. */
const MIDDLE = { from: 0.25, to: 0.75 };

/** Whether the handle lies so far towards one end that the curve would turn back on itself. */
export function isHairpin(from: Point, handle: Point, to: Point): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const squared = dx * dx + dy * dy;
  if (squared === 0) return false;
  const share = ((handle.x - from.x) * dx + (handle.y - from.y) * dy) / squared;
  return share < MIDDLE.from || share > MIDDLE.to;
}
