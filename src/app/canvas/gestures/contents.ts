import type { Diagram, ElementId, Line, Shape } from '../../../core/document/index.ts';

const inside = (outer: Shape, { left, top, width, height }: Shape) =>
  left >= outer.left &&
  top >= outer.top &&
  left + width <= outer.left + outer.width &&
  top + height <= outer.top + outer.height;

const holdsPoint = (outer: Shape, { x, y }: { readonly x: number; readonly y: number }) =>
  x >= outer.left && y >= outer.top && x <= outer.left + outer.width && y <= outer.top + outer.height;

/** Lines that no shape would take along: both ends free and, with the handle, inside. */
const looseInside = (outer: Shape, line: Line) =>
  line.source.element === null &&
  line.target.element === null &&
  [line.source, line.target, line.handle].every((point) => holdsPoint(outer, point));

/**
 * The elements and whatever lies wholly inside those that are boundary boxes, nested ones included. Two
 * boundaries of the same box hold each other: each is taken once.
 */
export function withContents(diagram: Diagram, ids: Iterable<ElementId>): readonly ElementId[] {
  const taken = new Set(ids);
  const boundaries = diagram.shapes.filter((shape) => shape.kind === 'borderBoundary' && taken.has(shape.id));
  for (const boundary of boundaries) {
    for (const shape of diagram.shapes) if (inside(boundary, shape)) taken.add(shape.id);
    for (const line of diagram.lines) if (looseInside(boundary, line)) taken.add(line.id);
  }
  return [...taken];
}
