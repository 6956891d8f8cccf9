import { type Rect, rectCentre, rectContains, rectContainsRect } from '../geometry/index.ts';
import type { ElementId } from './ids.ts';
import type { Diagram, Line, Shape } from './model.ts';

const isBox = ({ kind }: Pick<Shape, 'kind'>): boolean => kind === 'borderBoundary';
const area = ({ width, height }: Rect): number => width * height;

/** The border boundaries among shapes, the innermost first: by size, of two of one size the later one. */
export function boxesInnermostFirst(shapes: readonly Shape[]): readonly Shape[] {
  const boxes: { readonly shape: Shape; readonly index: number }[] = [];
  for (const [index, shape] of shapes.entries()) if (isBox(shape)) boxes.push({ shape, index });
  return boxes
    .toSorted((a, b) => area(a.shape) - area(b.shape) || b.index - a.index)
    .map(({ shape }) => shape);
}

/**
 * Whether something lies in a border boundary: an element when its middle does, so also one that sticks out; another
 * box as a whole. Edges count as inside. Outline, descriptions, moving, copying and cutting all ask here. What a
 * flow crosses is another question (`crossedBoundaries`): the end points decide that.
 */
export function liesInBox(what: Pick<Shape, 'kind'> & Rect, box: Rect): boolean {
  return isBox(what) ? rectContainsRect(box, what) : rectContains(box, rectCentre(what));
}

const known = new WeakMap<Diagram, ReadonlyMap<ElementId, readonly Shape[]>>();

/**
 * The border boundaries around each shape that lies in some (`liesInBox`), the innermost first. Of two boxes of one
 * size the earlier holds the later.
 */
export function boundariesAround(diagram: Diagram): ReadonlyMap<ElementId, readonly Shape[]> {
  const before = known.get(diagram);
  if (before !== undefined) return before;
  const boxes = boxesInnermostFirst(diagram.shapes);
  const around = new Map<ElementId, readonly Shape[]>();
  for (const shape of diagram.shapes) {
    const found = boxesAround(boxes, shape);
    if (found.length > 0) around.set(shape.id, found);
  }
  known.set(diagram, around);
  return around;
}

/** Of boxes in the order of `boxesInnermostFirst` those in which the shape lies. */
export function boxesAround(boxes: readonly Shape[], shape: Shape): readonly Shape[] {
  // Only what comes later in this order can hold a box.
  const candidates = isBox(shape) ? boxes.slice(boxes.indexOf(shape) + 1) : boxes;
  return candidates.filter((box) => liesInBox(shape, box));
}

/**
 * What a border boundary holds and takes along: the shapes that lie in it (`liesInBox`), nested boxes and what they
 * hold included; flows with both ends at such shapes or, where they are free, in the box; line boundaries whose
 * middle lies in it. In stored order, without the boundary; nothing for what is no border boundary.
 */
export function elementsInside(diagram: Diagram, boundaryId: ElementId): readonly ElementId[] {
  const boundary = diagram.shapes.find((shape) => shape.id === boundaryId);
  if (boundary === undefined || !isBox(boundary)) return [];
  const around = boundariesAround(diagram);
  const held = new Set(
    diagram.shapes.map(({ id }) => id).filter((id) => around.get(id)?.includes(boundary) === true),
  );
  const isInside = ({ kind, source, target, handle }: Line): boolean =>
    kind === 'lineBoundary'
      ? rectContains(boundary, handle)
      : [source, target].every((end) =>
          end.element === null ? rectContains(boundary, end) : held.has(end.element),
        );
  return [...held, ...diagram.lines.filter(isInside).map(({ id }) => id)];
}
