import type { Diagram, Shape } from '../document/index.ts';
import { type Rect, rectCentre, rectContains } from '../geometry/index.ts';

/** As much of an element must lie in a boundary that has it as a child, as a share of its area (exchange 2.5). */
const MOST_OF_IT = 0.8;

const area = ({ width, height }: Rect): number => width * height;

function shared(a: Rect, b: Rect): number {
  const width = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const height = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return Math.max(0, width) * Math.max(0, height);
}

/**
 * The border boundary that holds each shape, for formats in which elements have one parent: the smallest that contains
 * its middle and most of its area. Null for what lies in none. Of two boxes of one size the earlier holds the later.
 */
export function parentsIn({ shapes }: Diagram): ReadonlyMap<Shape, Shape | null> {
  const boxes = shapes
    .map((shape, index) => ({ shape, index }))
    .filter(({ shape }) => shape.kind === 'borderBoundary')
    .sort((a, b) => area(a.shape) - area(b.shape) || b.index - a.index);
  const place = new Map(boxes.map(({ shape }, at) => [shape, at]));
  return new Map(
    shapes.map((shape) => {
      // Only what comes later in this order can hold a box.
      const from = (place.get(shape) ?? -1) + 1;
      const holds = ({ shape: box }: { readonly shape: Shape }): boolean =>
        rectContains(box, rectCentre(shape)) && shared(box, shape) >= MOST_OF_IT * area(shape);
      return [shape, boxes.slice(from).find(holds)?.shape ?? null];
    }),
  );
}
