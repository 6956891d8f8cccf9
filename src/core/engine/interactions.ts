import {
  type Diagram,
  type Element,
  findShape,
  isBoundary,
  type Line,
  type Shape,
} from '../document/index.ts';
import {
  type Curve,
  curveBounds,
  curvesIntersect,
  curveThrough,
  type Rect,
  rectCentre,
  rectContains,
  rectsOverlap,
} from '../geometry/index.ts';

/** A flow with the two elements that it joins and the trust boundaries that it crosses. */
export interface Interaction {
  readonly diagram: Diagram;
  readonly flow: Line;
  readonly source: Shape;
  readonly target: Shape;
  readonly crossed: readonly Element[];
}

const known = new WeakMap<Diagram, readonly Interaction[]>();

/** The interactions of a diagram in the order of its lines. A flow with a free end is none (format 5.3). */
export function interactionsOf(diagram: Diagram): readonly Interaction[] {
  const before = known.get(diagram);
  if (before !== undefined) return before;
  const boundaries = boundariesOf(diagram);
  const interactions: Interaction[] = [];
  for (const flow of diagram.lines) {
    if (flow.kind !== 'flow') continue;
    const source = findShape(diagram, flow.source.element);
    const target = findShape(diagram, flow.target.element);
    if (source === undefined || target === undefined) continue;
    interactions.push({
      diagram,
      flow,
      source,
      target,
      crossed: crossedBy(flow, source, target, boundaries),
    });
  }
  known.set(diagram, interactions);
  return interactions;
}

interface Boundary {
  readonly element: Element;
  /** Set for a boundary drawn as a line. */
  readonly curve?: Curve;
  readonly bounds: Rect;
}

function boundariesOf(diagram: Diagram): readonly Boundary[] {
  const elements: readonly Element[] = [...diagram.shapes, ...diagram.lines];
  return elements.filter(isBoundary).map((element): Boundary => {
    if (!('source' in element)) return { element, bounds: element };
    const curve = curveOf(element);
    return { element, curve, bounds: curveBounds(curve) };
  });
}

const curveOf = (line: Line): Curve => curveThrough(line.source, line.handle, line.target);

/**
 * Which boundaries a flow crosses (format 5.4). A box is crossed when the middle of exactly one of the two
 * elements lies in it (its edge counts as inside): a flow that leaves a box and comes back does not cross it,
 * whatever its curve does, and a box is never crossed by a flow between two elements inside or two outside.
 * A line is crossed when the drawn curves share a point; touching counts.
 */
function crossedBy(
  flow: Line,
  source: Shape,
  target: Shape,
  boundaries: readonly Boundary[],
): readonly Element[] {
  let curve: Curve | undefined;
  let bounds: Rect | undefined;
  const from = rectCentre(source);
  const to = rectCentre(target);
  return boundaries
    .filter((boundary) => {
      if (boundary.curve === undefined) {
        return rectContains(boundary.bounds, from) !== rectContains(boundary.bounds, to);
      }
      curve ??= curveOf(flow);
      bounds ??= curveBounds(curve);
      return rectsOverlap(bounds, boundary.bounds) && curvesIntersect(curve, boundary.curve);
    })
    .map((boundary) => boundary.element);
}
