import type { Diagram, Element, ElementId, Line } from '../../../core/document/index.ts';
import type { Point } from '../../../core/geometry/index.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const isLine = (element: Element): element is Line =>
  element.kind === 'flow' || element.kind === 'lineBoundary';

const centre = (element: Element): Point =>
  isLine(element)
    ? element.handle
    : { x: element.left + element.width / 2, y: element.top + element.height / 2 };

const VECTORS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The nearest element in a direction: within 45 degrees of it, what lies aside counting double. Among shapes
 * when a shape is left, since flows are reached along them; null when nothing lies there.
 */
export function nearestTowards(diagram: Diagram, from: Element, direction: Direction): ElementId | null {
  const here = centre(from);
  const towards = VECTORS[direction];
  const candidates: readonly Element[] = isLine(from)
    ? [...diagram.shapes, ...diagram.lines]
    : diagram.shapes;
  let best: ElementId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const other of candidates) {
    if (other.id === from.id) continue;
    const dx = centre(other).x - here.x;
    const dy = centre(other).y - here.y;
    const ahead = dx * towards.x + dy * towards.y;
    const aside = Math.abs(dx * towards.y) + Math.abs(dy * towards.x);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = other.id;
    }
  }
  return best;
}

/**
 * Steps along the data flow. From an element to its next flow in or out; from a flow to the element at its end
 * (or, going back, at its start). `before` is where the last step came from, so that steps go on through all.
 */
export function alongFlow(
  diagram: Diagram,
  from: Element,
  forward: boolean,
  before: ElementId | null,
): ElementId | null {
  if (isLine(from)) return (forward ? from.target.element : from.source.element) ?? null;
  const flows = diagram.lines.filter(
    (line) => line.kind === 'flow' && (forward ? line.source : line.target).element === from.id,
  );
  const last = flows.findIndex((line) => line.id === before);
  return flows[(last + 1) % Math.max(flows.length, 1)]?.id ?? null;
}

/** These, the flows at them, and the elements at the other ends: once more goes one step further. */
export function connectedTo(diagram: Diagram, ids: ReadonlySet<ElementId>): ReadonlySet<ElementId> {
  const found = new Set(ids);
  for (const line of diagram.lines) {
    const ends = [line.source.element, line.target.element].filter((end) => end !== null);
    if (!ids.has(line.id) && !ends.some((end) => ids.has(end))) continue;
    found.add(line.id);
    for (const end of ends) found.add(end);
  }
  return found;
}
