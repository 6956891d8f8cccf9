import type { Node } from '@xyflow/react';
import {
  type Diagram,
  type ElementId,
  type Shape,
  shownName,
  type Template,
} from '../../../core/document/index.ts';
import { type Look, lookOf } from '../../../core/drawing/index.ts';
import { type Rect, rectsOverlap } from '../../../core/geometry/index.ts';
import { words } from '../../words/index.ts';

/** One React Flow node per shape. The flows are not React Flow edges: see flows/flow-layer.tsx for why. */
export type ShapeNode = Node<
  { readonly shape: Shape; readonly look: Look; readonly marked: boolean },
  'shape' | 'boundary'
>;

/** How a shape stands out; nodes of different standing are different objects. */
const PLAIN = 0;
const SELECTED = 1;
const MARKED = 2;

/**
 * React Flow skips a node only when it is the identical object, so there is one object per record, template
 * and standing, and it lives as long as the record.
 */
const cache = new WeakMap<Template, WeakMap<Shape, (ShapeNode | undefined)[]>>();

function nodeOf(shape: Shape, template: Template, standing: number): ShapeNode {
  const shapes = cache.get(template) ?? new WeakMap<Shape, (ShapeNode | undefined)[]>();
  cache.set(template, shapes);
  const nodes = shapes.get(shape) ?? [];
  shapes.set(shape, nodes);
  const known = nodes[standing];
  if (known !== undefined) return known;
  const made = makeNode(shape, template, standing);
  nodes[standing] = made;
  return made;
}

function makeNode(shape: Shape, template: Template, standing: number): ShapeNode {
  const look = lookOf(template, shape.typeId);
  const boundary = shape.kind === 'borderBoundary';
  return {
    id: shape.id,
    type: boundary ? 'boundary' : 'shape',
    position: { x: shape.left, y: shape.top },
    width: shape.width,
    height: shape.height,
    measured: { width: shape.width, height: shape.height },
    handles: [],
    zIndex: boundary ? 0 : 2,
    selected: standing === SELECTED,
    data: { shape, look, marked: standing === MARKED },
    ariaRole: 'img',
    ariaLabel: `${shownName(shape) || words.canvas.unnamed}, ${look.typeName}`,
    domAttributes: { 'aria-roledescription': boundary ? words.canvas.boundary : words.canvas.element },
  };
}

/**
 * The nodes of a diagram that lie in view, in its order (`zIndex` puts boundaries below): what is not changed keeps its
 * identity. React Flow goes over all its nodes at each change: it gets no more than it may have to draw.
 */
export function projectShapes(
  diagram: Diagram,
  template: Template,
  selection: ReadonlySet<ElementId>,
  marked: ReadonlySet<ElementId>,
  view: Rect,
): ShapeNode[] {
  const nodes: ShapeNode[] = [];
  for (const shape of diagram.shapes) {
    if (!rectsOverlap(shape, view)) continue;
    const standing = selection.has(shape.id) ? SELECTED : marked.has(shape.id) ? MARKED : PLAIN;
    nodes.push(nodeOf(shape, template, standing));
  }
  return nodes;
}
