import type { Rect } from '../geometry/index.ts';
import type { Plan, PlannedFlow } from './plan.ts';
import type { Node } from './tree.ts';

/** How flows join the nodes of a plan. */
export interface Links {
  /** All nodes that a flow reaches, with the boxes around them. */
  readonly connected: ReadonlySet<string>;
  /** From each node to the outermost one around it, itself first. */
  readonly paths: ReadonlyMap<string, readonly Node[]>;
  /** Which way the flows between two siblings are laid out, by the ids of both. */
  readonly ways: ReadonlyMap<string, number>;
}

export const isConnected = (node: Node, links: Links): boolean => links.connected.has(node.id);

export function linksOf({ nodes, flows }: Plan): Links {
  const paths = new Map<string, readonly Node[]>();
  const visit = (node: Node, outer: readonly Node[]): void => {
    const path = [node, ...outer];
    paths.set(node.id, path);
    if (node.kind === 'box') for (const inner of node.nodes) visit(inner, path);
  };
  for (const node of nodes) visit(node, []);
  const connected = new Set<string>();
  const ways = new Map<string, number>();
  for (const flow of flows) {
    if (isInner(flow)) continue;
    for (const { leaf } of [flow.source, flow.target])
      for (const node of paths.get(leaf) ?? []) connected.add(node.id);
    const pair = siblingsOf(flow, paths);
    if (pair === null) continue;
    const [from, to] = pair;
    const key = keyOf(from, to);
    const before = ways.get(key) ?? 0;
    ways.set(key, before + (from.id < to.id ? 1 : -1));
  }
  return { connected, paths, ways };
}

/** Between two shapes that move as one. */
export const isInner = ({ source, target }: PlannedFlow): boolean =>
  source.leaf === target.leaf && (source.shape === null || source.shape !== target.shape);

const keyOf = (a: Node, b: Node): string => (a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`);

/** The nodes around source and target that lie in the same box. */
function siblingsOf(
  { source, target }: Pick<PlannedFlow, 'source' | 'target'>,
  paths: Links['paths'],
): readonly [Node, Node] | null {
  const from = (paths.get(source.leaf) ?? []).toReversed();
  const to = (paths.get(target.leaf) ?? []).toReversed();
  const index = from.findIndex((node, depth) => node !== to[depth]);
  const [a, b] = [from[index], to[index]];
  return a === undefined || b === undefined ? null : [a, b];
}

/** Which way flows go in a layout: its layers stand side by side, or one below the other. */
export type Direction = 'right' | 'down';

/**
 * Whether the flow's source lies before its target in the layout: left of it, or above it. What is drawn before stays
 * before; where things are drawn beside the way the flows decide, and where those go both ways the upper, or the left
 * one, comes first. All flows between the same two siblings go the same way, so that answers do not draw their boxes
 * apart.
 */
export function joinOf(
  flow: PlannedFlow,
  { paths, ways }: Links,
  direction: Direction,
): 'forwards' | 'backwards' {
  const pair = siblingsOf(flow, paths);
  if (pair === null) return 'forwards';
  const [from, to] = pair;
  const [a, b] = [along(from.rect, direction), along(to.rect, direction)];
  if (a.end <= b.start) return 'forwards';
  if (b.end <= a.start) return 'backwards';
  const way = (ways.get(keyOf(from, to)) ?? 0) * (from.id < to.id ? 1 : -1);
  if (way !== 0) return way > 0 ? 'forwards' : 'backwards';
  const across = direction === 'right' ? 'down' : 'right';
  return middleAlong(from.rect, across) <= middleAlong(to.rect, across) ? 'forwards' : 'backwards';
}

const along = ({ left, top, width, height }: Rect, direction: Direction) =>
  direction === 'right' ? { start: left, end: left + width } : { start: top, end: top + height };

const middleAlong = (rect: Rect, direction: Direction): number => {
  const { start, end } = along(rect, direction);
  return (start + end) / 2;
};

/** The ends of a flow where it is seen from the box around both: the outermost nodes there that hold them. */
export function liftedEnds({ source, target }: PlannedFlow, { paths }: Links): readonly [string, string] {
  const pair = siblingsOf({ source, target }, paths);
  return pair === null ? [source.leaf, target.leaf] : [pair[0].id, pair[1].id];
}

interface Component {
  readonly nodes: readonly Node[];
  readonly flows: readonly PlannedFlow[];
}

/** The outermost nodes that flows join, part by part. */
export function rootsOf({ nodes, flows }: Plan, { connected, paths }: Links): readonly Component[] {
  const groupOf = new Map<string, string>();
  const find = (id: string): string => {
    const up = groupOf.get(id) ?? id;
    return up === id ? id : find(up);
  };
  const rootOf = (leaf: string): string => paths.get(leaf)?.at(-1)?.id ?? '';
  const outer = flows.filter((flow) => !isInner(flow));
  for (const { source, target } of outer) {
    const [a, b] = [find(rootOf(source.leaf)), find(rootOf(target.leaf))];
    if (a !== b) groupOf.set(a, b);
  }
  const parts = new Map<string, { nodes: Node[]; flows: PlannedFlow[] }>();
  for (const node of nodes) {
    if (!connected.has(node.id)) continue;
    const key = find(node.id);
    const part = parts.get(key) ?? { nodes: [], flows: [] };
    part.nodes.push(node);
    parts.set(key, part);
  }
  for (const flow of outer) parts.get(find(rootOf(flow.source.leaf)))?.flows.push(flow);
  return [...parts.values()];
}
