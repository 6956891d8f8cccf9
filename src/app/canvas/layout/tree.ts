import {
  type Diagram,
  displayName,
  type ElementId,
  isAnnotation,
  type Shape,
  type Template,
} from '../../../core/document/index.ts';
import { type Point, type Rect, rectCentre, rectContains, rectUnion } from '../../../core/geometry/index.ts';
import { measureText, TEXT_SIZE } from '../../../core/report/index.ts';
import { drawnBox } from '../nodes/inset.ts';
import { nestingOf } from './nesting.ts';
import { distanceBetween, shifted } from './rects.ts';

/** What the layout moves as one: an element with the annotations at it, a free end, boxes that overlap. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly id: string;
  /** Where it is now, in model units. */
  readonly rect: Rect;
  /** The boxes that go along, as they lie to `rect`. */
  readonly boxes: ReadonlyMap<ElementId, Rect>;
}

/** A boundary box that is laid out around what it holds. */
export interface Box {
  readonly kind: 'box';
  readonly id: ElementId;
  readonly rect: Rect;
  /** In reading order. Empty: it keeps its size. */
  readonly nodes: readonly Node[];
  /** Room for its name. */
  readonly leastWidth: number;
}

export type Node = Leaf | Box;

/** Free text farther than this from its element is drawn nearer. */
const NOTE_GAP = 24;
/** Names beyond this are wider than any box should be. */
const MOST_NAME = 400;

/** Where a line ends or stands that is bound to no element: `id` is the key of the leaf that is made for it. */
export interface Loose {
  readonly id: string;
  readonly rect: Rect;
}

/** The diagram as nested boxes. `loose` are things that are no shapes and want a place of their own. */
export function treeOf(diagram: Diagram, template: Template, loose: readonly Loose[]): readonly Node[] {
  const { parents, tangles } = nestingOf(diagram.shapes);
  const shapes = new Map(diagram.shapes.map((shape) => [shape.id, shape]));
  const tangleOf = new Map(tangles.flatMap((ids) => ids.map((id) => [id, ids] as const)));
  /** The outermost tangle that the shape lies in. */
  const holderOf = (id: ElementId): readonly ElementId[] | undefined => {
    let holder = tangleOf.get(id);
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) holder = tangleOf.get(at) ?? holder;
    return holder;
  };
  const held = new Map<ElementId | null, Node[]>();
  const add = (parent: ElementId | undefined, node: Node): void => {
    const siblings = held.get(parent ?? null);
    if (siblings === undefined) held.set(parent ?? null, [node]);
    else siblings.push(node);
  };

  const tangled = new Map<readonly ElementId[], Shape[]>(tangles.map((ids) => [ids, []]));
  const free = diagram.shapes.filter((shape) => {
    const members = tangled.get(holderOf(shape.id) ?? []);
    members?.push(shape);
    return members === undefined;
  });
  for (const [ids, members] of tangled) {
    const first = members[0];
    // A tangle inside another one has gone with it.
    if (first === undefined) continue;
    let parent = parents.get(ids[0] ?? first.id);
    while (parent !== undefined && ids.includes(parent)) parent = parents.get(parent);
    add(parent, leafOf(first.id, new Map(members.map((shape) => [shape.id, drawnBox(shape)]))));
  }

  const elements = free.filter(
    (shape) => shape.kind !== 'borderBoundary' && !isAnnotation(template, shape),
  );
  const notes = notesAt(
    elements,
    free.filter((shape) => isAnnotation(template, shape)),
    parents,
  );
  for (const shape of free) {
    if (shape.kind === 'borderBoundary' || notes.loners.has(shape.id) || elements.includes(shape)) {
      if (shape.kind === 'borderBoundary') continue;
      const boxes = new Map([[shape.id, drawnBox(shape)], ...(notes.at.get(shape.id) ?? [])]);
      add(parents.get(shape.id), leafOf(shape.id, boxes));
    }
  }
  const boundaries = free
    .filter((shape) => shape.kind === 'borderBoundary')
    .toSorted((a, b) => a.width * a.height - b.width * b.height);
  for (const { id, rect } of loose) {
    const middle = rectCentre(rect);
    const parent = boundaries.find((boundary) => rectContains(boundary, middle));
    add(parent?.id, { kind: 'leaf', id, rect, boxes: new Map() });
  }
  const nodesIn = (parent: ElementId | null): readonly Node[] => held.get(parent) ?? [];
  const byParent = Map.groupBy(boundaries, (shape) => parents.get(shape.id) ?? null);
  const build = (parent: ElementId | null): readonly Node[] => [
    ...nodesIn(parent),
    ...(byParent.get(parent) ?? []).map((shape): Box => {
      const leastWidth = Math.min(MOST_NAME, Math.ceil(measureText(displayName(shape), TEXT_SIZE) * 1.1) + 16);
      return { kind: 'box', id: shape.id, rect: drawnBox(shape), nodes: build(shape.id), leastWidth };
    }),
  ];
  return build(null).filter(({ id }) => id !== '' || shapes.size >= 0);
}

function leafOf(id: string, boxes: ReadonlyMap<ElementId, Rect>): Leaf {
  const rect = rectUnion(boxes.values()) ?? { left: 0, top: 0, width: 1, height: 1 };
  return { kind: 'leaf', id, rect, boxes };
}
