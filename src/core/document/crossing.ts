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
  const crossings = crossingsOf(diagram);
  let crossed = crossings.known.get(flow);
  if (crossed === undefined) {
    crossed = crossedBy(flow, crossings.boundaries);
    crossings.known.set(flow, crossed);
  }
  return crossed;
}

function crossingsOf(diagram: Diagram, boundaries?: readonly Boundary[]): Crossings {
  const before = ofDiagrams.get(diagram);
  if (before !== undefined) return before;
  const crossings = {
    boundaries: boundaries ?? boundariesOf(diagram),
    known: new Map<Line, readonly Element[]>(),
  };
  ofDiagrams.set(diagram, crossings);
  return crossings;
}

/** The boundaries that a flow crosses in `after` and did not in `before`, or the other way round. */
export function changedCrossings(before: Diagram, after: Diagram): ReadonlySet<ElementId> {
  const changed = new Set<ElementId>();
  const moved = changedBoundaries(before, after);
  const isSame = moved !== null && moved.went.length + moved.came.length === 0;
  // The same at the same places: they need not be looked for again.
  if (isSame && standAlike(before, after)) crossingsOf(after, crossingsOf(before).boundaries);
  for (const [index, flow] of after.lines.entries()) {
    if (flow.kind !== 'flow') continue;
    const there = before.lines[index];
    const was = there?.id === flow.id ? there : findLine(before, flow.id);
    // A flow that stayed crosses as before what stayed, too.
    const stayed = was === flow ? moved : null;
    if (stayed !== null && isSame) continue;
    const crossedThen =
      stayed !== null
        ? crossedBy(flow, stayed.went)
        : was === undefined
          ? []
          : crossedBoundaries(before, was);
    const crossedNow = stayed !== null ? crossedBy(flow, stayed.came) : crossedBoundaries(after, flow);
    const then = new Set(crossedThen.map(({ id }) => id));
    const now = new Set(crossedNow.map(({ id }) => id));
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

/** The boundaries in which two diagrams differ. */
interface ChangedBoundaries {
  readonly went: readonly Boundary[];
  readonly came: readonly Boundary[];
}

const standAlike = (before: Diagram, after: Diagram): boolean =>
  before.shapes.length === after.shapes.length && before.lines.length === after.lines.length;

/** Null where one of them has the id of another that stayed: then the crossings of both have to be put together. */
function changedBoundaries(before: Diagram, after: Diagram): ChangedBoundaries | null {
  const [went, came] = [new Set<Element>(), new Set<Element>()];
  collectChanged(before.shapes, after.shapes, went, came);
  collectChanged(before.lines, after.lines, went, came);
  if (went.size + came.size === 0) return { went: [], came: [] };
  const ids = new Set([...went, ...came].map(({ id }) => id));
  const stays = (element: Element): boolean =>
    isBoundary(element) && !went.has(element) && !came.has(element);
  const isTwin = (element: Element): boolean => stays(element) && ids.has(element.id);
  if ([before, after].some(({ shapes, lines }) => shapes.some(isTwin) || lines.some(isTwin))) return null;
  return { went: [...went].map(boundaryOf), came: [...came].map(boundaryOf) };
}

function collectChanged(
  before: readonly Element[],
  after: readonly Element[],
  went: Set<Element>,
  came: Set<Element>,
): void {
  if (before === after) return;
  if (before.length !== after.length) {
    const [was, is] = [new Set(before.filter(isBoundary)), new Set(after.filter(isBoundary))];
    for (const one of was) if (!is.has(one)) went.add(one);
    for (const one of is) if (!was.has(one)) came.add(one);
    return;
  }
  for (let index = 0; index < after.length; index++) {
    const [was, is] = [before[index], after[index]];
    if (was === is) continue;
    if (was !== undefined && isBoundary(was)) went.add(was);
    if (is !== undefined && isBoundary(is)) came.add(is);
  }
}

/** Counts the boundaries of which flows were asked whether they cross them, so that tests can show what a drag costs. */
export const work = { boundaries: 0 };

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
  work.boundaries += boundaries.length;
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
