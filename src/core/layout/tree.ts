import {
  type Diagram,
  displayName,
  type ElementId,
  isAnnotation,
  type Shape,
  type Template,
} from '../document/index.ts';
import { drawnBox, measureText, TEXT_SIZE, WIDER_FONT } from '../drawing/index.ts';
import { type Rect, rectCentre, rectContains, rectUnion } from '../geometry/index.ts';
import { type Nesting, nestingOf } from './nesting.ts';
import { notesOf } from './notes.ts';

/** What the layout moves as one: an element with the free text at it, a free end, boxes that overlap. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly id: string;
  /** Everything that it takes along, where it is now, in model units. */
  readonly rect: Rect;
  /** What flows start and end at: `rect` without free text. */
  readonly core: Rect;
  /** The drawn boxes of its shapes, as they lie to `core`. */
  readonly boxes: ReadonlyMap<ElementId, Rect>;
}

/** A border boundary that is laid out around what it holds. Without nodes it keeps its size. */
export interface Box {
  readonly kind: 'box';
  readonly id: ElementId;
  readonly rect: Rect;
  readonly nodes: readonly Node[];
  /** Room for its name. */
  readonly leastWidth: number;
}

export type Node = Leaf | Box;

/** A thing that is no shape and wants a place of its own: a free end, a line that crosses nothing. */
export interface Loose {
  readonly id: string;
  readonly rect: Rect;
}

/** Longer names are broken into lines rather than widen their box. */
const MOST_NAME = 300;

/** The diagram as nested boxes. */
export function treeOf(diagram: Diagram, template: Template, loose: readonly Loose[]): readonly Node[] {
  const nesting = nestingOf(diagram.shapes);
  const { parents } = nesting;
  const { tangled, free } = partTangles(diagram.shapes, nesting);
  const boundaries = free.filter((shape) => shape.kind === 'borderBoundary');
  const texts = free.filter((shape) => isAnnotation(template, shape));
  const elements = free.filter((shape) => !boundaries.includes(shape) && !texts.includes(shape));
  const notes = notesOf(elements, texts, parents);
  const taken = new Set(
    [...notes.values()].flatMap(({ above, below }) => [...above, ...below].map(([id]) => id)),
  );

  const held = new Map<ElementId | undefined, Node[]>();
  const add = (parent: ElementId | undefined, node: Node): void => {
    const siblings = held.get(parent);
    if (siblings === undefined) held.set(parent, [node]);
    else siblings.push(node);
  };
  for (const { parent, members } of tangled) add(parent, leafOf(members, []));
  for (const element of elements) {
    const own = notes.get(element.id);
    add(parents.get(element.id), leafOf([element], own === undefined ? [] : [...own.above, ...own.below]));
  }
  for (const text of texts) if (!taken.has(text.id)) add(parents.get(text.id), leafOf([text], []));
  const inner = boundaries.toSorted((a, b) => a.width * a.height - b.width * b.height);
  for (const { id, rect } of loose) {
    const holder = inner.find((boundary) => rectContains(boundary, rectCentre(rect)));
    add(holder?.id, { kind: 'leaf', id, rect, core: rect, boxes: new Map() });
  }

  const outer = new Map<ElementId | undefined, Shape[]>();
  for (const boundary of boundaries) {
    const parent = parents.get(boundary.id);
    outer.set(parent, [...(outer.get(parent) ?? []), boundary]);
  }
  const build = (parent: ElementId | undefined): readonly Node[] => [
    ...(held.get(parent) ?? []),
    ...(outer.get(parent) ?? []).map((shape): Box => {
      const name = WIDER_FONT * measureText(displayName(shape), TEXT_SIZE);
      const leastWidth = Math.min(MOST_NAME, Math.ceil(name) + 16);
      return { kind: 'box', id: shape.id, rect: drawnBox(shape), nodes: build(shape.id), leastWidth };
    }),
  ];
  return build(undefined);
}

function leafOf(shapes: readonly Shape[], notes: readonly (readonly [ElementId, Rect])[]): Leaf {
  const own = shapes.map((shape) => [shape.id, drawnBox(shape)] as const);
  const boxes = new Map([...own, ...notes]);
  const nothing = { left: 0, top: 0, width: 1, height: 1 };
  return {
    kind: 'leaf',
    id: shapes[0]?.id ?? '',
    rect: rectUnion(boxes.values()) ?? nothing,
    core: rectUnion(own.map(([, box]) => box)) ?? nothing,
    boxes,
  };
}

interface Tangled {
  readonly parent: ElementId | undefined;
  readonly members: readonly Shape[];
}

/** Splits off the boxes that overlap, with all that lies in them. */
function partTangles(
  shapes: readonly Shape[],
  { parents, tangles }: Nesting,
): { readonly tangled: readonly Tangled[]; readonly free: readonly Shape[] } {
  const tangleOf = new Map(tangles.flatMap((ids) => ids.map((id) => [id, ids] as const)));
  const members = new Map<readonly ElementId[], Shape[]>();
  const above = new Map<readonly ElementId[], ElementId | undefined>();
  const free: Shape[] = [];
  for (const shape of shapes) {
    let outermost = tangleOf.get(shape.id);
    for (let at = parents.get(shape.id); at !== undefined; at = parents.get(at)) {
      const tangle = tangleOf.get(at);
      outermost = tangle ?? outermost;
      if (tangle === undefined && outermost !== undefined && !above.has(outermost)) above.set(outermost, at);
    }
    if (outermost === undefined) free.push(shape);
    else members.set(outermost, [...(members.get(outermost) ?? []), shape]);
  }
  return {
    tangled: [...members].map(([ids, own]) => ({ parent: above.get(ids), members: own })),
    free,
  };
}
