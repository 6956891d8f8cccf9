import {
  type Curve,
  curveBounds,
  curvesIntersect,
  curveThrough,
  type Rect,
  rectContains,
  rectsTouch,
} from '../geometry/index.ts';
import type { ElementId } from './ids.ts';
import type { Diagram, Element, Line } from './model.ts';
import { findLine, isBoundary, isLine } from './queries.ts';

interface Boundary {
  readonly element: Element;
  /** Set for a boundary drawn as a line. */
  readonly curve?: Curve;
  readonly bounds: Rect;
}

interface Crossings {
  readonly boundaries: readonly Boundary[];
  /** Filled as flows are asked for: during a drag only few of a diagram's flows are. */
  readonly known: Map<Line, readonly Element[]>;
}

const ofDiagrams = new WeakMap<Diagram, Crossings>();

/**
 * The trust boundaries that a flow of the diagram crosses, in stored order, boxes before lines (format 5.4). A box
 * is crossed when exactly one of the flow's two end points, as they are stored, lies in it; its edge counts as
 * inside. So a flow that leaves a box and comes back does not cross it, and an element across the border has its
 * flows cross it or not by the ports that they hang on. A line is crossed when the drawn curves share a point;
 * touching counts. Threats, outline and canvas all ask here.
 */
export function crossedBoundaries(diagram: Diagram, flow: Line): readonly Element[] {
  let crossings = ofDiagrams.get(diagram);
  if (crossings === undefined) {
    crossings = { boundaries: boundariesOf(diagram), known: new Map() };
    ofDiagrams.set(diagram, crossings);
  }
  let crossed = crossings.known.get(flow);
  if (crossed === undefined) {
    crossed = crossedBy(flow, crossings.boundaries);
    crossings.known.set(flow, crossed);
  }
  return crossed;
}

/** The boundaries that a flow crosses in `after` and did not in `before`, or the other way round. */
export function changedCrossings(before: Diagram, after: Diagram): ReadonlySet<ElementId> {
  const changed = new Set<ElementId>();
  const sameBoundaries = alike(before.shapes, after.shapes) && alike(before.lines, after.lines);
  for (const [index, flow] of after.lines.entries()) {
    if (flow.kind !== 'flow') continue;
    const there = before.lines[index];
    const was = there?.id === flow.id ? there : findLine(before, flow.id);
    if (was === flow && sameBoundaries) continue;
    const then = new Set(was === undefined ? [] : crossedBoundaries(before, was).map(({ id }) => id));
    const now = new Set(crossedBoundaries(after, flow).map(({ id }) => id));
    for (const id of then) if (!now.has(id)) changed.add(id);
    for (const id of now) if (!then.has(id)) changed.add(id);
  }
  return changed;
}

/** Tells of a flow whether it crosses any of these boundaries, as `crossedBoundaries` does. */
export function crosserOf(elements: readonly Element[]): (flow: Line) => boolean {
  const boundaries = elements.filter(isBoundary).map(boundaryOf);
  return (flow) => boundaries.length > 0 && crossedBy(flow, boundaries).length > 0;
}

/** Whether the boundaries in both lists are the same records. */
function alike(before: readonly Element[], after: readonly Element[]): boolean {
  const [was, is] = [before.filter(isBoundary), after.filter(isBoundary)];
  return was.length === is.length && was.every((boundary, index) => boundary === is[index]);
}

function boundariesOf(diagram: Diagram): readonly Boundary[] {
  const elements: readonly Element[] = [...diagram.shapes, ...diagram.lines];
  return elements.filter(isBoundary).map(boundaryOf);
}

function boundaryOf(element: Element): Boundary {
  if (!isLine(element)) return { element, bounds: element };
  const curve = curveOf(element);
  return { element, curve, bounds: curveBounds(curve) };
}

const curveOf = (line: Line): Curve => curveThrough(line.source, line.handle, line.target);

function crossedBy(flow: Line, boundaries: readonly Boundary[]): readonly Element[] {
  const { source, target } = flow;
  let curve: Curve | undefined;
  let box: Rect | undefined;
  const crossed: Element[] = [];
  for (const boundary of boundaries) {
    if (boundary.curve === undefined) {
      if (rectContains(boundary.bounds, source) !== rectContains(boundary.bounds, target))
        crossed.push(boundary.element);
      continue;
    }
    curve ??= curveOf(flow);
    box ??= curveBounds(curve);
    if (rectsTouch(box, boundary.bounds) && curvesIntersect(curve, boundary.curve))
      crossed.push(boundary.element);
  }
  return crossed;
}
