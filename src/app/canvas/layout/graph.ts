import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Diagram, ElementId, Line, Shape, Template } from '../../../core/document/index.ts';
import type { Point, Rect } from '../../../core/geometry/index.ts';
import { flowDrawing } from '../flows/shape-of-flow.ts';
import { drawnBox, INSET } from '../nodes/inset.ts';
import { bestHandle, midpoint, type Placed } from './handles.ts';

/** Where the layout puts things, in model units. */
export interface Placement {
  readonly boxes: ReadonlyMap<ElementId, Rect>;
  readonly handles: ReadonlyMap<ElementId, Point>;
}

/** A flow's label hangs this far from its handle: its centre, for one line of text (format 7.2). */
const LABEL_OFFSET = { x: 5, y: 25 };
/** Left and above of everything, as the Windows tool leaves it. */
const MARGIN = 40;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.spacing.nodeNode': '50',
  'elk.spacing.edgeNode': '30',
  'elk.spacing.edgeLabel': '6',
  'elk.spacing.labelLabel': '8',
  'elk.spacing.componentComponent': '60',
  'elk.layered.spacing.nodeNodeBetweenLayers': '60',
  'elk.layered.spacing.edgeNodeBetweenLayers': '30',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.edgeRouting': 'SPLINES',
};

const BOUNDARY_OPTIONS = { 'elk.padding': '[top=40,left=30,bottom=30,right=30]' };

const area = (shape: Shape) => shape.width * shape.height;

const holds = (outer: Shape, inner: Shape) =>
  outer.left <= inner.left &&
  outer.top <= inner.top &&
  outer.left + outer.width >= inner.left + inner.width &&
  outer.top + outer.height >= inner.top + inner.height;

/** The smallest boundary box around each shape; of two with the same box the earlier one lies outside. */
export function parentsOf(shapes: readonly Shape[]): ReadonlyMap<ElementId, ElementId> {
  const boundaries = shapes
    .map((shape, index) => ({ shape, index }))
    .filter(({ shape }) => shape.kind === 'borderBoundary')
    .toSorted((a, b) => area(a.shape) - area(b.shape) || b.index - a.index);
  const parents = new Map<ElementId, ElementId>();
  for (const [index, shape] of shapes.entries()) {
    const rank = boundaries.findIndex((candidate) => candidate.index === index);
    const outer = boundaries.slice(rank + 1).find((candidate) => holds(candidate.shape, shape));
    if (outer !== undefined) parents.set(shape.id, outer.shape.id);
  }
  return parents;
}

/** The diagram as the layout engine reads it: boundary boxes hold what lies in them. */
export function toElk(diagram: Diagram, template: Template): ElkNode {
  const parents = parentsOf(diagram.shapes);
  const nodes = new Map<ElementId, ElkNode & { children: ElkNode[] }>();
  for (const shape of diagram.shapes) {
    const { width, height } = drawnBox(shape);
    const node: ElkNode & { children: ElkNode[] } = { id: shape.id, children: [] };
    nodes.set(shape.id, node);
    if (shape.kind === 'borderBoundary') node.layoutOptions = BOUNDARY_OPTIONS;
    Object.assign(node, { width, height });
  }
  const roots: ElkNode[] = [];
  for (const shape of diagram.shapes) {
    const node = nodes.get(shape.id);
    const parent = parents.get(shape.id);
    if (node !== undefined)
      (parent === undefined ? roots : (nodes.get(parent)?.children ?? roots)).push(node);
  }
  return {
    id: 'root',
    layoutOptions: OPTIONS,
    children: roots,
    edges: attachedFlows(diagram).map((line) => edgeOf(line, template)),
  };
}

/** The flows that join two shapes: only those shape the layout. */
export const attachedFlows = (diagram: Diagram): readonly Line[] => {
  const ids = new Set(diagram.shapes.map((shape) => shape.id));
  return diagram.lines.filter(
    ({ kind, source, target }) =>
      kind === 'flow' &&
      source.element !== null &&
      target.element !== null &&
      ids.has(source.element) &&
      ids.has(target.element),
  );
};

function edgeOf(line: Line, template: Template): ElkExtendedEdge {
  const box = flowDrawing(line, template).label?.box ?? { width: 60, height: 30 };
  return {
    id: line.id,
    sources: [line.source.element ?? ''],
    targets: [line.target.element ?? ''],
    labels: [{ id: `${line.id} label`, text: '.', width: box.width, height: box.height }],
  };
}

/** Reads what the engine answered. A flow's handle goes where its label was put. */
export function placementOf(diagram: Diagram, answer: ElkNode): Placement {
  const boxes = new Map<ElementId, Rect>();
  const handles = new Map<ElementId, Point>();
  const placed = new Map<string, ElkNode>();
  const visit = (node: ElkNode) => {
    placed.set(node.id, node);
    node.children?.forEach(visit);
  };
  answer.children?.forEach(visit);
  for (const shape of diagram.shapes) {
    const { x, y, width, height } = placed.get(shape.id) ?? {};
    if (x === undefined || y === undefined) continue;
    boxes.set(shape.id, {
      left: Math.round(x) + MARGIN - INSET,
      top: Math.round(y) + MARGIN - INSET,
      // Only boundaries change their size, to fit what they hold.
      width: shape.kind === 'borderBoundary' ? Math.round(width ?? shape.width) + 2 * INSET : shape.width,
      height: shape.kind === 'borderBoundary' ? Math.round(height ?? shape.height) + 2 * INSET : shape.height,
    });
  }
  const shapes = new Map<ElementId, Placed>();
  for (const shape of diagram.shapes) {
    const box = boxes.get(shape.id);
    if (box !== undefined) shapes.set(shape.id, { shape, box });
  }
  const edges = new Map((answer.edges ?? []).map((edge) => [edge.id, edge]));
  const labels: Rect[] = [];
  for (const line of attachedFlows(diagram)) {
    const edge = edges.get(line.id);
    if (edge === undefined) continue;
    const size = { width: edge.labels?.[0]?.width ?? 0, height: edge.labels?.[0]?.height ?? 0 };
    const handle = bestHandle(line, wantedHandles(edge), shapes, size, labels);
    if (handle === null) continue;
    handles.set(line.id, { x: Math.round(handle.x), y: Math.round(handle.y) });
    labels.push({ left: handle.x + 5 - size.width / 2, top: handle.y + 10, ...size });
  }
  return { boxes, handles };
}

/** Where the engine would have the flow pass: above its label, or half way along its route. */
function wantedHandles(edge: ElkExtendedEdge): readonly Point[] {
  const label = edge.labels?.[0];
  const section = edge.sections?.[0];
  const route =
    section === undefined
      ? null
      : midpoint([section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
  const points: Point[] = [];
  if (label?.x !== undefined && label.y !== undefined)
    points.push({
      x: label.x + (label.width ?? 0) / 2 - LABEL_OFFSET.x + MARGIN,
      y: label.y + (label.height ?? 0) / 2 - LABEL_OFFSET.y + MARGIN,
    });
  if (route !== null) points.push({ x: route.x + MARGIN, y: route.y + MARGIN });
  return points;
}

/** Part of the way from where things are to where they go; `t` from 0 to 1. */
export function partWay(diagram: Diagram, placement: Placement, t: number): Placement {
  if (t >= 1) return placement;
  const mix = (a: number, b: number) => Math.round(a + (b - a) * t);
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
  for (const line of diagram.lines) {
    const to = placement.handles.get(line.id);
    if (to !== undefined) handles.set(line.id, { x: mix(line.handle.x, to.x), y: mix(line.handle.y, to.y) });
  }
  return { boxes, handles };
}
