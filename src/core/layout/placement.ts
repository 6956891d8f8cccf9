import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Steps } from '../base/index.ts';
import type { Diagram, ElementId, Placement } from '../document/index.ts';
import { INSET, LABEL_OFFSET } from '../drawing/index.ts';
import { type Point, type Rect, rectUnion } from '../geometry/index.ts';
import { chainThrough, meetingAt } from './curves.ts';
import { componentId, GAP, looseIn, PADDING, sizeOf } from './graph.ts';
import { bendFlows, midpoint } from './handles.ts';
import { placeLines } from './line-boundaries.ts';
import { isConnected, isInner, type Links, linksOf, rootsOf } from './links.ts';
import { inReadingOrder, packRows } from './pack.ts';
import { cutsOf, differing, findingCuts, type Plan, type PlannedEnd, type PlannedFlow } from './plan.ts';
import { pointRect, shifted } from './rects.ts';
import { type Bendable, findingTrouble, type PlacedEnd, type Scene, sceneOf, type Trouble } from './scene.ts';
import type { Node } from './tree.ts';

/** Left and above of everything, as the Windows tool leaves it. */
const MARGIN = 40;

/** Where the engine would have each flow's handle, the best first. */
type Routes = Map<string, readonly Point[]>;

/** A layout with what it is judged by. */
export interface Placed {
  readonly placement: Placement;
  /** Of all that is drawn, in model units. */
  readonly size: { readonly width: number; readonly height: number };
  readonly trouble: Trouble;
  /** What line boundaries cross now. */
  readonly cuts: ReadonlySet<string>;
}

interface Moves {
  /** How far each leaf moves. */
  readonly leaves: Map<string, Point>;
  /** Drawn boxes of boundaries. */
  readonly drawn: Map<ElementId, Rect>;
}

/**
 * Reads what the engine answered to `toElk`, and puts the rest to it: loose things, flows, line boundaries. In steps: hundreds
 * of flows through each other take longer than a page may stand still.
 */
export function* placing(plan: Plan, answer: ElkNode): Steps<Placed> {
  const links = linksOf(plan);
  const moves: Moves = { leaves: new Map(), drawn: new Map() };
  const routes = placeRoots(plan, links, answer, moves);
  const boxes = shapeBoxes(plan, moves);
  const scene = sceneOf(plan.diagram.shapes, boxes);
  const ends = { sources: new Map<ElementId, Point>(), targets: new Map<ElementId, Point>() };
  const moved = ({ leaf, point }: PlannedEnd): Point | null => {
    const by = moves.leaves.get(leaf);
    return point === null || by === undefined
      ? null
      : { x: Math.round(point.x + by.x), y: Math.round(point.y + by.y) };
  };
  for (const { line, source, target } of plan.flows) {
    const [from, to] = [moved(source), moved(target)];
    if (from !== null) ends.sources.set(line.id, from);
    if (to !== null) ends.targets.set(line.id, to);
  }
  const rigid = keepInner(plan, moves, scene);
  const bendables = plan.flows
    .filter((flow) => !isInner(flow))
    .flatMap((flow) => bendable(flow, plan, boxes, ends, routes));
  const bent = yield* bendFlows(bendables, scene);
  const handles = new Map([...rigid, ...bent]);
  const ofFlows = yield* findingTrouble(bendables, bent, scene);
  let cost = ofFlows.cost;
  for (const [id, place] of yield* placeLines(plan, moves.leaves, boxes, scene)) {
    cost += place.faults;
    ends.sources.set(id, place.source);
    ends.targets.set(id, place.target);
    handles.set(id, place.handle);
  }
  const cuts = yield* findingCuts(plan, (boundary, flow) => {
    const [own, other] = [boundary.line, flow].map(({ id }) => scene.chains.get(id));
    return own !== undefined && other !== undefined && meetingAt(other, own) !== null;
  });
  const trouble = { ...ofFlows, cost, changed: differing(cuts, cutsOf(plan)) };
  return { ...onCanvas(plan, { boxes, handles, ...ends }, scene), trouble, cuts };
}

/** Sets the joined parts and, below them, what is loose; answers where the engine would have the flows pass. */
function placeRoots(
  plan: Plan,
  links: Links,
  answer: ElkNode,
  moves: Moves,
): ReadonlyMap<string, readonly Point[]> {
  const routes: Routes = new Map();
  const answers = new Map((answer.children ?? []).map((child) => [child.id, child]));
  const parts = rootsOf(plan, links).flatMap(({ nodes }, index) => {
    const laid = answers.get(componentId(index));
    const rect = rectUnion(nodes.map((node) => node.rect));
    return laid === undefined || rect === undefined ? [] : [{ nodes, laid, rect }];
  });
  const ordered = inReadingOrder(parts);
  const sizes = ordered.map(({ laid }) => ({ width: laid.width ?? 0, height: laid.height ?? 0 }));
  const packed = packRows(sizes, GAP.outside);
  const heights = new Map(plan.flows.map(({ line, label }) => [line.id as string, label?.height ?? 4]));
  for (const [index, { nodes, laid }] of ordered.entries()) {
    const place = packed.places[index] ?? { x: 0, y: 0 };
    const by = { x: place.x - (laid.x ?? 0), y: place.y - (laid.y ?? 0) };
    const known = new Map<string, ElkNode>();
    const visit = (one: ElkNode): void => {
      known.set(one.id, one);
      one.children?.forEach(visit);
    };
    visit(laid);
    for (const node of nodes) placeNode(node, known, by, links, moves);
    for (const edge of laid.edges ?? []) routes.set(edge.id, wantedHandles(edge, by, heights.get(edge.id)));
  }
  keepParallels(plan, routes);
  const loose = inReadingOrder(plan.nodes.filter((node) => !isConnected(node, links)));
  const below = packed.height === 0 ? 0 : packed.height + GAP.outside;
  const own = packRows(loose.map(sizeOf), GAP.inside);
  const rows = own.width < packed.width ? packRows(loose.map(sizeOf), GAP.inside, packed.width) : own;
  for (const [index, node] of loose.entries()) {
    const { x, y } = rows.places[index] ?? { x: 0, y: 0 };
    placeLoose(node, { x, y: y + below }, moves);
  }
  return routes;
}

function placeNode(
  node: Node,
  known: ReadonlyMap<string, ElkNode>,
  by: Point,
  links: Links,
  moves: Moves,
): void {
  const laid = known.get(node.id);
  if (laid?.x === undefined || laid.y === undefined) return;
  const [left, top] = [laid.x + by.x, laid.y + by.y];
  if (node.kind === 'leaf') {
    moves.leaves.set(node.id, { x: left - node.core.left, y: top - node.core.top });
    return;
  }
  const { width = 0, height = 0 } = laid;
  moves.drawn.set(node.id, { left, top, width, height });
  for (const inner of node.nodes) if (isConnected(inner, links)) placeNode(inner, known, by, links, moves);
  const packed = looseIn(node.nodes, links);
  for (const [index, inner] of packed.loose.entries()) {
    const { x, y } = packed.places[index] ?? { x: 0, y: 0 };
    placeLoose(
      inner,
      { x: left + PADDING.left + x, y: top + height - PADDING.bottom - packed.height + y },
      moves,
    );
  }
}

function placeLoose(node: Node, { x, y }: Point, moves: Moves): void {
  if (node.kind === 'leaf') {
    moves.leaves.set(node.id, { x: x - node.rect.left, y: y - node.rect.top });
    return;
  }
  moves.drawn.set(node.id, { left: x, top: y, ...sizeOf(node) });
  const nodes = inReadingOrder(node.nodes);
  const { places } = packRows(nodes.map(sizeOf), GAP.inside);
  for (const [index, inner] of nodes.entries()) {
    const place = places[index] ?? { x: 0, y: 0 };
    placeLoose(inner, { x: x + PADDING.left + place.x, y: y + PADDING.top + place.y }, moves);
  }
}

/** Flows between the same two keep their order, upper ones first: to the engine they are all alike. */
function keepParallels({ flows }: Plan, routes: Routes): void {
  const pairs = new Map<string, PlannedFlow[]>();
  for (const flow of flows) {
    const key = [flow.source.leaf, flow.target.leaf].toSorted().join(' ');
    pairs.set(key, [...(pairs.get(key) ?? []), flow]);
  }
  const height = (route: readonly Point[]): number => route[0]?.y ?? 0;
  for (const pair of pairs.values()) {
    const upper = pair.toSorted((a, b) => a.line.handle.y - b.line.handle.y);
    const own = pair.flatMap(({ line }) => {
      const route = routes.get(line.id);
      return route === undefined ? [] : [route];
    });
    if (own.length !== pair.length) continue;
    const sorted = own.toSorted((a, b) => height(a) - height(b));
    for (const [index, { line }] of upper.entries()) routes.set(line.id, sorted[index] ?? []);
  }
}

/** Where the engine would have the flow pass: above its label, or half way along its route. */
function wantedHandles(edge: ElkExtendedEdge, by: Point, height = 0): readonly Point[] {
  const label = edge.labels?.[0];
  const section = edge.sections?.[0];
  const route =
    section === undefined
      ? null
      : midpoint([section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
  const points: Point[] = [];
  if (label?.x !== undefined && label.y !== undefined) {
    const free = (label.height ?? 0) - height;
    points.push({
      x: label.x + (label.width ?? 0) / 2 - LABEL_OFFSET.x,
      y: label.y + (free - LABEL_OFFSET.y) / 2 - (free > 0 ? 0 : LABEL_OFFSET.y / 2),
    });
  }
  if (route !== null) points.push(route);
  return points.map((point) => ({ x: point.x + by.x, y: point.y + by.y }));
}

/** The stored boxes: those of shapes keep their size, only boundaries fit what they hold. */
function shapeBoxes({ diagram, leaves }: Plan, { leaves: moved, drawn }: Moves): Map<ElementId, Rect> {
  const boxes = new Map<ElementId, Rect>();
  for (const shape of diagram.shapes) {
    const leaf = leaves.get(shape.id);
    const by = leaf === undefined ? undefined : moved.get(leaf.id);
    const at = by === undefined ? undefined : leaf?.boxes.get(shape.id);
    const own = drawn.get(shape.id);
    if (own !== undefined)
      boxes.set(shape.id, {
        left: Math.round(own.left) - INSET,
        top: Math.round(own.top) - INSET,
        width: Math.round(own.width) + 2 * INSET,
        height: Math.round(own.height) + 2 * INSET,
      });
    else if (by !== undefined && at !== undefined)
      boxes.set(shape.id, {
        left: Math.round(at.left + by.x) - INSET,
        top: Math.round(at.top + by.y) - INSET,
        width: shape.width,
        height: shape.height,
      });
  }
  return boxes;
}

/** Flows between shapes that move as one keep their form. */
function keepInner(plan: Plan, moves: Moves, scene: Scene): ReadonlyMap<ElementId, Point> {
  const handles = new Map<ElementId, Point>();
  for (const flow of plan.flows) {
    const by = moves.leaves.get(flow.source.leaf);
    if (!isInner(flow) || by === undefined) continue;
    const { source, handle, target } = flow.line;
    const to = (point: Point): Point => ({ x: Math.round(point.x + by.x), y: Math.round(point.y + by.y) });
    const chain = chainThrough(to(source), to(handle), to(target));
    handles.set(flow.line.id, to(handle));
    scene.handles.put(flow.line.id, pointRect(to(handle), 1));
    scene.chains.set(flow.line.id, chain);
    scene.curves.put(flow.line.id, chain.bounds);
  }
  return handles;
}

function bendable(
  { line, source, target, label }: PlannedFlow,
  plan: Plan,
  boxes: ReadonlyMap<ElementId, Rect>,
  ends: { readonly sources: ReadonlyMap<ElementId, Point>; readonly targets: ReadonlyMap<ElementId, Point> },
  routes: ReadonlyMap<string, readonly Point[]>,
): readonly Bendable[] {
  const placed = ({ shape }: PlannedEnd, point: Point | undefined): PlacedEnd | null => {
    if (point !== undefined) return { point };
    const box = shape === null ? undefined : boxes.get(shape.id);
    return shape === null || box === undefined ? null : { shape, box };
  };
  const from = placed(source, ends.sources.get(line.id));
  const to = placed(target, ends.targets.get(line.id));
  if (from === null || to === null) return [];
  const touched = [source, target].flatMap((end) => [...(plan.leaves.get(end.leaf)?.boxes.keys() ?? [])]);
  const own = new Set([...touched].filter((id) => id === source.leaf || id === target.leaf));
  for (const end of [source, target]) if (end.shape !== null) own.add(end.shape.id);
  return [{ id: line.id, source: from, target: to, label, own, wanted: routes.get(line.id) ?? [] }];
}

/** Moves everything so that it begins at the margin: curves and labels reach beyond the shapes. */
function onCanvas(
  plan: Plan,
  placement: Required<Placement>,
  scene: Scene,
): Pick<Placed, 'placement' | 'size'> {
  const { boxes, handles, sources, targets } = placement;
  const drawn = [
    ...boxes.values(),
    ...[...scene.chains.values()].map(({ bounds }) => bounds),
    ...plan.flows.flatMap(({ line }) => scene.labels.rectOf(line.id) ?? []),
    ...plan.lines.flatMap(({ line }) => scene.chains.get(line.id)?.bounds ?? []),
    ...[...handles.values()].map((point) => pointRect(point, 0)),
  ];
  const all = rectUnion(drawn);
  if (all === undefined) return { placement, size: { width: 0, height: 0 } };
  const by = { x: Math.round(MARGIN - all.left), y: Math.round(MARGIN - all.top) };
  const point = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  const each = <T>(map: ReadonlyMap<ElementId, T>, change: (value: T) => T): Map<ElementId, T> =>
    new Map([...map].map(([id, value]) => [id, change(value)]));
  return {
    placement: {
      boxes: each(boxes, (box) => shifted(box, by)),
      handles: each(handles, point),
      sources: each(sources, point),
      targets: each(targets, point),
    },
    size: all,
  };
}

/** Part of the way from where things are to where they go; `t` from 0 to 1. */
export function partWay(diagram: Diagram, placement: Placement, t: number): Placement {
  if (t >= 1) return placement;
  const mix = (a: number, b: number) => Math.round(a + (b - a) * t);
  const between = (from: Point, to: Point): Point => ({ x: mix(from.x, to.x), y: mix(from.y, to.y) });
  const boxes = new Map<ElementId, Rect>();
  for (const shape of diagram.shapes) {
    const to = placement.boxes.get(shape.id);
    if (to === undefined) continue;
    boxes.set(shape.id, {
      left: mix(shape.left, to.left),
      top: mix(shape.top, to.top),
      width: mix(shape.width, to.width),
      height: mix(shape.height, to.height),
    });
  }
  const handles = new Map<ElementId, Point>();
  const sources = new Map<ElementId, Point>();
  const targets = new Map<ElementId, Point>();
  for (const { id, handle, source, target } of diagram.lines) {
    const [bend, from, to] = [
      placement.handles.get(id),
      placement.sources?.get(id),
      placement.targets?.get(id),
    ];
    if (bend !== undefined) handles.set(id, between(handle, bend));
    if (from !== undefined) sources.set(id, between(source, from));
    if (to !== undefined) targets.set(id, between(target, to));
  }
  return { boxes, handles, sources, targets };
}
