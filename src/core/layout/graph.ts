import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { LABEL_OFFSET } from '../drawing/index.ts';
import { type Rect, rectCentre } from '../geometry/index.ts';
import { type Direction, isConnected, joinOf, type Links, liftedEnds, linksOf, rootsOf } from './links.ts';
import { NOTE_GAP } from './notes.ts';
import { inReadingOrder, packRows } from './pack.ts';
import type { Plan, PlannedFlow } from './plan.ts';
import type { Leaf, Node } from './tree.ts';

/** Room in a border boundary around what it holds: the name is at its top. */
export const PADDING = { top: 32, left: 20, bottom: 20, right: 20 };
/** Between things that no flow joins. */
export const GAP = { inside: 30, outside: 40 };
/** Beside a label, for each line boundary that crosses the flow. */
const LINE_ROOM = 30;

/** Each box has to have them: the engine does not hand distances down. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.edgeLabel': String(LABEL_OFFSET.y),
  'elk.spacing.labelLabel': '8',
  'elk.spacing.labelNode': String(NOTE_GAP),
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.edgeRouting': 'SPLINES',
};

/** How things that stand in one layer are ordered: as they are drawn, or as the flows cross least. */
export type Order = 'drawn' | 'free';

/** Which way flows go, outside of boundaries and in each second one, and in the others; and how far things stand apart. */
export interface Style {
  readonly outer: Direction;
  readonly inner: Direction;
  readonly room: keyof typeof ROOMS;
}

/** How a box at this depth is laid out; those outside of all are at depth 0. */
interface Laying {
  readonly order: Order;
  readonly style: Style;
  readonly depth: number;
}

const directionAt = ({ style, depth }: Omit<Laying, 'order'>): Direction =>
  depth % 2 === 0 ? style.outer : style.inner;

/** Where all flows go one way, the engine sees all boxes at once; otherwise each is laid out by itself. */
const atOnce = ({ outer, inner }: Style): boolean => outer === inner;

/** In model units, `layers` also between a layer and the labels beside it: room for the head of an arrow. */
const ROOMS = {
  close: { nodes: 30, flows: 20, layers: { right: 15, down: 20 }, layerFlows: 10 },
  wide: { nodes: 50, flows: 30, layers: { right: 50, down: 50 }, layerFlows: 30 },
};

function optionsOf(laying: Laying): Readonly<Record<string, string>> {
  const room = ROOMS[laying.style.room];
  const direction = directionAt(laying);
  return {
    ...OPTIONS,
    'elk.direction': direction === 'right' ? 'RIGHT' : 'DOWN',
    'elk.spacing.nodeNode': String(room.nodes),
    'elk.spacing.edgeNode': String(room.flows),
    'elk.layered.spacing.nodeNodeBetweenLayers': String(room.layers[direction]),
    'elk.layered.spacing.edgeNodeBetweenLayers': String(room.layerFlows),
    'elk.hierarchyHandling': atOnce(laying.style) ? 'INCLUDE_CHILDREN' : 'SEPARATE_CHILDREN',
    ...(laying.order === 'drawn' ? { 'elk.layered.crossingMinimization.semiInteractive': 'true' } : {}),
  };
}

/** Orders flows that pass several layers, too. The engine fails over it where there are boxes (elkjs 0.12). */
const flowOptions = (nodes: readonly Node[], order: Order) =>
  order === 'drawn' && nodes.every(({ kind }) => kind === 'leaf')
    ? { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' }
    : {};

/** The joined parts of the diagram, each laid out by itself: the engine would put them all into one column. */
export function toElk(plan: Plan, style: Style, order: Order = 'drawn'): ElkNode {
  const links = linksOf(plan);
  const laying: Laying = { order, style, depth: 0 };
  const across = style.outer === 'right' ? 'y' : 'x';
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'fixed',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
    children: rootsOf(plan, links).map(({ nodes, flows }, index) => ({
      id: componentId(index),
      layoutOptions: { ...optionsOf(laying), ...flowOptions(nodes, order) },
      children: inOrder(nodes, style.outer).map((node) => nodeOf(node, links, laying)),
      edges: flows
        .toSorted((a, b) => a.line.handle[across] - b.line.handle[across])
        .map((flow) => edgeOf(flow, links, style)),
    })),
  };
}

export const componentId = (index: number): string => `component ${index}`;

/** The same drawing gives the same graph, in whatever order it was drawn. */
const inOrder = (nodes: readonly Node[], direction: Direction): readonly Node[] =>
  nodes.toSorted((a, b) => {
    const [one, other] = [rectCentre(a.rect), rectCentre(b.rect)];
    return direction === 'right'
      ? one.y - other.y || a.rect.left - b.rect.left
      : one.x - other.x || a.rect.top - b.rect.top;
  });

/** The engine orders layers by this place. */
const placeOption = ({ left, top, width, height }: Rect) => ({
  'elk.position': `(${left + width / 2},${top + height / 2})`,
});

function nodeOf(node: Node, links: Links, outside: Laying): ElkNode {
  if (node.kind === 'leaf') return leafNode(node);
  if (!isConnected(node, links))
    return { id: node.id, ...sizeOf(node), layoutOptions: placeOption(node.rect) };
  const laying: Laying = { ...outside, depth: outside.depth + 1 };
  const joined = node.nodes.filter((inner) => isConnected(inner, links));
  const packed = looseIn(node.nodes, links);
  const { top, left, bottom, right } = PADDING;
  const least = Math.max(node.leastWidth, packed.width + left + right);
  const below = packed.height === 0 ? 0 : packed.height + GAP.inside;
  return {
    id: node.id,
    layoutOptions: {
      ...optionsOf(laying),
      ...placeOption(node.rect),
      'elk.padding': `[top=${top},left=${left},bottom=${bottom + below},right=${right}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${least},${top + bottom})`,
    },
    children: inOrder(joined, directionAt(laying)).map((inner) => nodeOf(inner, links, laying)),
  };
}

/** Free text is a label to the engine: it keeps room for it, and flows still start at the element. */
function leafNode({ id, core, rect }: Leaf): ElkNode {
  const above = core.top - rect.top;
  const below = rect.top + rect.height - core.top - core.height;
  const room = (height: number, side: string) =>
    height <= 0
      ? []
      : [
          {
            id: `${id} ${side}`,
            text: '.',
            width: rect.width,
            height: height - NOTE_GAP,
            layoutOptions: { 'elk.nodeLabels.placement': `[OUTSIDE, H_CENTER, ${side}]` },
          },
        ];
  return {
    id,
    width: core.width,
    height: core.height,
    layoutOptions: placeOption(core),
    labels: [...room(above, 'V_TOP'), ...room(below, 'V_BOTTOM')],
  };
}

/** The label of a flow with room for the line boundaries that cross the flow, along its way. */
function edgeOf(flow: PlannedFlow, links: Links, style: Style): ElkExtendedEdge {
  const { line, source, target, crossings } = flow;
  const { width, height } = flow.label ?? { width: 40, height: 4 };
  const room = 2 * crossings * LINE_ROOM;
  const outside = links.paths.get(target.leaf) ?? [];
  const around = (links.paths.get(source.leaf) ?? []).filter(
    (node) => node.kind === 'box' && outside.includes(node),
  );
  const direction = directionAt({ style, depth: around.length });
  const ends = atOnce(style) ? [source.leaf, target.leaf] : liftedEnds(flow, links);
  const [from, to] = joinOf(flow, links, direction) === 'backwards' ? ends.toReversed() : ends;
  const label =
    direction === 'right'
      ? { width: width + room, height }
      : { width, height: height + LABEL_OFFSET.y + room, layoutOptions: { 'elk.edgeLabels.inline': 'true' } };
  return {
    id: line.id,
    sources: [from ?? ''],
    targets: [to ?? ''],
    labels: [{ id: `${line.id} label`, text: '.', ...label }],
  };
}

/** What no flow reaches among siblings, in rows. */
export function looseIn(nodes: readonly Node[], links: Links) {
  const loose = inReadingOrder(nodes.filter((node) => !isConnected(node, links)));
  if (loose.length === 0) return { loose, places: [], width: 0, height: 0 };
  return { loose, ...packRows(loose.map(sizeOf), GAP.inside) };
}

/** The size of a node that no flow reaches. */
export function sizeOf(node: Node): { readonly width: number; readonly height: number } {
  if (node.kind === 'leaf') return { width: node.rect.width, height: node.rect.height };
  if (node.nodes.length === 0)
    return { width: Math.max(node.rect.width, node.leastWidth), height: node.rect.height };
  const { width, height } = packRows(inReadingOrder(node.nodes).map(sizeOf), GAP.inside);
  const { top, left, bottom, right } = PADDING;
  return { width: Math.max(width + left + right, node.leastWidth), height: height + top + bottom };
}
