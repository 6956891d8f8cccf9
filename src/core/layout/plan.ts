import { atOnce, type Steps } from '../base/index.ts';
import {
  type Diagram,
  displayName,
  type ElementId,
  type Line,
  type LineEnd,
  type Shape,
  type Template,
} from '../document/index.ts';
import { drawnBox, flowDrawing } from '../drawing/index.ts';
import { type Point, type Rect, rectContains, rectUnion } from '../geometry/index.ts';
import { type Chain, chainOf, meetingAt } from './curves.ts';
import { nameBox } from './names.ts';
import { gapBetween, pointRect } from './rects.ts';
import { type Leaf, type Loose, type Node, treeOf } from './tree.ts';

/** One end of a flow: at a shape, or at a free point that goes along with its leaf. */
export interface PlannedEnd {
  readonly leaf: string;
  readonly shape: Shape | null;
  /** Where a free end is now. */
  readonly point: Point | null;
}

export interface PlannedFlow {
  readonly line: Line;
  readonly source: PlannedEnd;
  readonly target: PlannedEnd;
  readonly label: { readonly width: number; readonly height: number } | null;
  /** How many line boundaries cross it: each needs room beside the label. */
  readonly crossings: number;
}

/** A boundary drawn as a line, with the flows that it crosses. */
export interface PlannedLine {
  readonly line: Line;
  /** How far along each flow, from 0 to 1. */
  readonly crossed: ReadonlyMap<ElementId, number>;
  /** The leaf that it goes along with where it crosses nothing. */
  readonly follows: string | null;
}

/** What the layout has to know of a diagram. */
export interface Plan {
  readonly diagram: Diagram;
  readonly nodes: readonly Node[];
  readonly leaves: ReadonlyMap<string, Leaf>;
  readonly flows: readonly PlannedFlow[];
  readonly lines: readonly PlannedLine[];
}

/** A free end nearer than this to an element belongs to it, in model units. */
const TOUCH = 15;

export function planOf(diagram: Diagram, template: Template): Plan {
  const shapes = new Map(diagram.shapes.map((shape) => [shape.id, shape]));
  const solid = diagram.shapes.filter((shape) => shape.kind !== 'borderBoundary');
  const loose: Loose[] = [];
  const ends = new Map<LineEnd, { shape: Shape | null; key: string; point: Point | null }>();
  const flows = diagram.lines.filter((line) => line.kind === 'flow');
  const busy = new Set<ElementId>();
  for (const line of flows) {
    for (const [side, end] of [['source', line.source] as const, ['target', line.target] as const]) {
      const shape = end.element === null ? undefined : shapes.get(end.element);
      const point = shape === undefined ? { x: end.x, y: end.y } : null;
      const at = shape ?? touching(solid, end);
      const key = at?.id ?? `${line.id} ${side}`;
      if (at === undefined) loose.push({ id: key, rect: pointRect(end, 6) });
      else busy.add(at.id);
      ends.set(end, { shape: shape ?? null, key, point });
    }
  }

  const chains = new Map(flows.map((flow) => [flow.id, chainOf(flowDrawing(flow, template).curve)]));
  const lines = diagram.lines
    .filter((line) => line.kind === 'lineBoundary')
    .map((line): PlannedLine => {
      const own = chainOf(flowDrawing(line, template).curve);
      const crossed = crossedBy(own, flows, chains);
      const nearest = crossed.size > 0 ? undefined : nearestTo(own, solid);
      if (crossed.size === 0 && (nearest === undefined || !busy.has(nearest.id))) {
        loose.push({
          id: line.id,
          rect: rectUnion([own.bounds, nameBox(displayName(line), line.handle) ?? own.bounds]) ?? own.bounds,
        });
        return { line, crossed, follows: line.id };
      }
      return { line, crossed, follows: nearest?.id ?? null };
    });

  const nodes = treeOf(diagram, template, loose);
  const leaves = new Map<string, Leaf>();
  const visit = (node: Node): void => {
    if (node.kind === 'box') node.nodes.forEach(visit);
    else {
      leaves.set(node.id, node);
      for (const id of node.boxes.keys()) leaves.set(id, node);
    }
  };
  nodes.forEach(visit);

  const planned = (end: LineEnd): PlannedEnd => {
    const known = ends.get(end);
    return {
      leaf: leaves.get(known?.key ?? '')?.id ?? '',
      shape: known?.shape ?? null,
      point: known?.point ?? null,
    };
  };
  return {
    diagram,
    nodes,
    leaves,
    flows: flows.map((line) => ({
      line,
      source: planned(line.source),
      target: planned(line.target),
      label: flowDrawing(line, template).label?.box ?? null,
      crossings: lines.filter(({ crossed }) => crossed.has(line.id)).length,
    })),
    lines,
  };
}

/** What line boundaries cross of the diagram as it is. */
export const cutsOf = (plan: Pick<Plan, 'flows' | 'lines'>): ReadonlySet<string> =>
  atOnce(findingCuts(plan, ({ crossed }, flow) => crossed.has(flow.id)));

/**
 * What line boundaries decide of threats: each with each flow between two shapes that it crosses, as texts. A boundary at
 * each step.
 */
export function* findingCuts(
  { flows, lines }: Pick<Plan, 'flows' | 'lines'>,
  crosses: (line: PlannedLine, flow: Line) => boolean,
): Steps<ReadonlySet<string>> {
  const cuts = new Set<string>();
  for (const planned of lines) {
    yield;
    for (const { line, source, target } of flows)
      if (source.shape !== null && target.shape !== null && crosses(planned, line))
        cuts.add(`${planned.line.id} ${line.id}`);
  }
  return cuts;
}

/** How many are in one of the two alone. */
export const differing = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((one) => !b.has(one)).length + [...b].filter((one) => !a.has(one)).length;

const touching = (shapes: readonly Shape[], point: Point): Shape | undefined =>
  shapes
    .filter((shape) => rectContains(grown(drawnBox(shape), TOUCH), point))
    .toSorted(
      (a, b) => gapBetween(drawnBox(a), pointRect(point, 0)) - gapBetween(drawnBox(b), pointRect(point, 0)),
    )[0];

const grown = (rect: Rect, by: number): Rect => ({
  left: rect.left - by,
  top: rect.top - by,
  width: rect.width + 2 * by,
  height: rect.height + 2 * by,
});

function crossedBy(
  own: Chain,
  flows: readonly Line[],
  chains: ReadonlyMap<ElementId, Chain>,
): ReadonlyMap<ElementId, number> {
  const crossed = new Map<ElementId, number>();
  for (const { id } of flows) {
    const chain = chains.get(id);
    const at = chain === undefined ? null : meetingAt(chain, own);
    if (at !== null) crossed.set(id, at);
  }
  return crossed;
}

/** The shape that the line passes nearest to. */
function nearestTo({ points }: Chain, shapes: readonly Shape[]): Shape | undefined {
  let nearest: Shape | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const shape of shapes) {
    const box = drawnBox(shape);
    const gap = Math.min(...points.map((point) => gapBetween(box, pointRect(point, 0))));
    if (gap >= least) continue;
    nearest = shape;
    least = gap;
  }
  return nearest;
}
