import type { Diagram, Shape } from '../document/index.ts';
import { type Rect, rectCentre, rectContains } from '../geometry/index.ts';

/** As much of an element must lie in a boundary that has it as a child, as a share of its area (exchange 2.5). */
const MOST_OF_IT = 0.8;
/** Boundaries inside each other; what lies deeper is told as of this level, since others read a level by a call. */
const MOST_LEVELS = 100;

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
    .sort((a, b) => area(a.shape) - area(b.shape) || b.index - a.index)
    .map(({ shape }) => shape);
  const place = new Map(boxes.map((box, at) => [box, at]));
  const parentOf = (shape: Shape): Shape | null => {
    const [middle, size] = [rectCentre(shape), area(shape)];
    // Only what comes later in this order can hold a box.
    for (let at = (place.get(shape) ?? -1) + 1; at < boxes.length; at++) {
      const box = boxes[at];
      if (box && rectContains(box, middle) && shared(box, shape) >= MOST_OF_IT * size) return box;
    }
    return null;
  };
  const levels = new Map<Shape, number>();
  const held = new Map<Shape, Shape | null>();
  const put = (shape: Shape): void => {
    let parent = parentOf(shape);
    const level = parent === null ? 0 : (levels.get(parent) ?? 0) + 1;
    if (level > MOST_LEVELS && parent !== null) parent = held.get(parent) ?? null;
    held.set(shape, parent);
    levels.set(shape, Math.min(level, MOST_LEVELS));
  };
  // What holds others comes first.
  for (const box of boxes.toReversed()) put(box);
  for (const shape of shapes) if (shape.kind !== 'borderBoundary') put(shape);
  return new Map(shapes.map((shape) => [shape, held.get(shape) ?? null]));
}
