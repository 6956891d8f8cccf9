import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { LABEL_OFFSET } from '../drawing/index.ts';
import type { Rect } from '../geometry/index.ts';
import { isConnected, joinOf, type Links, linksOf, rootsOf } from './links.ts';
import { NOTE_GAP } from './notes.ts';
import { inReadingOrder, packRows } from './pack.ts';
import type { Plan, PlannedFlow } from './plan.ts';
import type { Leaf, Node } from './tree.ts';

/** Room in a border boundary around what it holds: the name is at its top. */
export const PADDING = { top: 44, left: 30, bottom: 30, right: 30 };
/** Between things that no flow joins. */
export const GAP = { inside: 40, outside: 60 };
/** Beside a label, for each line boundary that crosses the flow. */
const LINE_ROOM = 30;

/** Each box has to have them: the engine does not hand distances down. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.spacing.nodeNode': '50',
  'elk.spacing.edgeNode': '30',
  'elk.spacing.edgeLabel': String(LABEL_OFFSET.y),
  'elk.spacing.labelLabel': '8',
  'elk.spacing.labelNode': String(NOTE_GAP),
  'elk.layered.spacing.nodeNodeBetweenLayers': '50',
  'elk.layered.spacing.edgeNodeBetweenLayers': '30',
  'elk.layered.edgeLabels.sideSelection': 'ALWAYS_DOWN',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.edgeRouting': 'SPLINES',
};

/** How things that stand in one layer are ordered: as they are drawn, or as the flows cross least. */
export type Order = 'drawn' | 'free';

const optionsOf = (order: Order) =>
  order === 'drawn' ? { ...OPTIONS, 'elk.layered.crossingMinimization.semiInteractive': 'true' } : OPTIONS;

/** Orders flows that pass several layers, too. The engine fails over it where there are boxes (elkjs 0.12). */
const flowOptions = (nodes: readonly Node[], order: Order) =>
  order === 'drawn' && nodes.every(({ kind }) => kind === 'leaf')
    ? { 'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES' }
    : {};

/** The joined parts of the diagram, each laid out by itself: the engine would put them all into one column. */
export function toElk(plan: Plan, order: Order = 'drawn'): ElkNode {
  const links = linksOf(plan);
  return {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'fixed',
      'elk.json.shapeCoords': 'ROOT',
      'elk.json.edgeCoords': 'ROOT',
    },
    children: rootsOf(plan, links).map(({ nodes, flows }, index) => ({
      id: componentId(index),
      layoutOptions: { ...optionsOf(order), ...flowOptions(nodes, order) },
      children: byHeight(nodes).map((node) => nodeOf(node, links, order)),
      edges: flows.toSorted((a, b) => a.line.handle.y - b.line.handle.y).map((flow) => edgeOf(flow, links)),
    })),
  };
}

export const componentId = (index: number): string => `component ${index}`;

/** The same drawing gives the same graph, in whatever order it was drawn. */
const byHeight = (nodes: readonly Node[]): readonly Node[] => {
  const middle = ({ rect }: Node): number => rect.top + rect.height / 2;
  return nodes.toSorted((a, b) => middle(a) - middle(b) || a.rect.left - b.rect.left);
};

/** The engine orders layers by this height. */
const placeOption = ({ left, top, width, height }: Rect) => ({
  'elk.position': `(${left + width / 2},${top + height / 2})`,
});

function nodeOf(node: Node, links: Links, order: Order): ElkNode {
  if (node.kind === 'leaf') return leafNode(node);
  if (!isConnected(node, links))
    return { id: node.id, ...sizeOf(node), layoutOptions: placeOption(node.rect) };
  const joined = node.nodes.filter((inner) => isConnected(inner, links));
  const packed = looseIn(node.nodes, links);
  const { top, left, bottom, right } = PADDING;
  const least = Math.max(node.leastWidth, packed.width + left + right);
  const below = packed.height === 0 ? 0 : packed.height + GAP.inside;
  return {
    id: node.id,
    layoutOptions: {
      ...optionsOf(order),
      ...placeOption(node.rect),
      'elk.padding': `[top=${top},left=${left},bottom=${bottom + below},right=${right}]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${least},${top + bottom})`,
    },
    children: byHeight(joined).map((inner) => nodeOf(inner, links, order)),
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

function edgeOf(flow: PlannedFlow, links: Links): ElkExtendedEdge {
  const { line, source, target, crossings } = flow;
  const { width, height } = flow.label ?? { width: 40, height: 4 };
  const ends = [source.leaf, target.leaf];
  const [from, to] = joinOf(flow, links) === 'backwards' ? ends.toReversed() : ends;
  return {
    id: line.id,
    sources: [from ?? ''],
    targets: [to ?? ''],
    labels: [{ id: `${line.id} label`, text: '.', width: width + 2 * crossings * LINE_ROOM, height }],
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
