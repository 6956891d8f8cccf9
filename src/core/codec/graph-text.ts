import {
  type Diagram,
  displayName,
  elementName,
  isOutOfScope,
  type Line,
  type LineEnd,
  type Model,
  type Shape,
} from '../document/index.ts';
import type { Loss, NodeRole } from './draft.ts';
import { withLoss } from './draft.ts';
import { roleOfShape } from './marks.ts';
import { parentsIn } from './nesting.ts';

/** An element as a node of a graph language, with an id of ours: names break parsers. */
export interface GraphNode {
  readonly id: string;
  readonly name: string;
  readonly role: NodeRole;
  readonly isOutOfScope: boolean;
  readonly children: readonly GraphNode[];
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly isOutOfScope: boolean;
}

/** A diagram without places: boundaries hold what lies in them, and flows have a number, in stored order. */
export interface Graph {
  readonly name: string;
  readonly roots: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Ids of the nodes that stand for free ends. */
  readonly freeEnds: readonly string[];
  /** Drawn wider than high. */
  readonly isWide: boolean;
  readonly losses: readonly Loss[];
}

/**
 * The graph of a diagram. Lost: `places`, `line-boundaries`, `boundary-overlaps` (an element that lies in two boxes of
 * which neither holds the other).
 */
export function graphOf(model: Model, diagram: Diagram): Graph {
  let losses: readonly Loss[] = [];
  const lose = (code: string, example: string): void => {
    losses = withLoss(losses, code, example);
  };
  const ids = new Map<string, string>();
  const numbered = (prefix: string, shape: Shape): string => {
    const id = `${prefix}${ids.size + 1}`;
    ids.set(shape.id, id);
    return id;
  };
  const parents = parentsIn(diagram);
  for (const [shape, parent] of parents)
    if (overlaps(diagram, shape, parent)) lose('boundary-overlaps', displayName(shape));
  const under = (parent: Shape | null): readonly GraphNode[] =>
    diagram.shapes
      .filter((shape) => parents.get(shape) === parent)
      .map((shape) => {
        const role = roleOfShape(model.template, shape);
        const id = numbered(role === 'borderBoundary' ? 'b' : 'n', shape);
        lose('places', displayName(shape));
        return {
          id,
          name: elementName(shape).trim(),
          role,
          isOutOfScope: isOutOfScope(shape),
          children: role === 'borderBoundary' ? under(shape) : [],
        };
      });
  const roots = under(null);
  const freeEnds: string[] = [];
  const endOf = ({ element }: LineEnd): string => {
    const known = element === null ? undefined : ids.get(element);
    if (known !== undefined) return known;
    const id = `e${freeEnds.length + 1}`;
    freeEnds.push(id);
    return id;
  };
  const edges = diagram.lines
    .flatMap((line) => {
      if (line.kind === 'flow') return [line];
      lose('line-boundaries', displayName(line));
      return [];
    })
    .map(
      (line, index): GraphEdge => ({
        from: endOf(line.source),
        to: endOf(line.target),
        label: `${index + 1} ${elementName(line)}`.trim(),
        isOutOfScope: isOutOfScope(line),
      }),
    );
  return {
    name: diagram.header,
    roots,
    edges,
    freeEnds,
    isWide: isWide(diagram.shapes, diagram.lines),
    losses,
  };
}

/** Whether a shape lies in a box that does not hold the one that it is put into. */
function overlaps({ shapes }: Diagram, shape: Shape, parent: Shape | null): boolean {
  const x = shape.left + shape.width / 2;
  const y = shape.top + shape.height / 2;
  return shapes.some(
    (box) =>
      box.kind === 'borderBoundary' &&
      box !== shape &&
      box !== parent &&
      x >= box.left &&
      x <= box.left + box.width &&
      y >= box.top &&
      y <= box.top + box.height &&
      (parent === null || !within(parent, box)) &&
      !within(box, shape),
  );
}

const within = (inner: Shape, outer: Shape): boolean =>
  inner.left >= outer.left &&
  inner.top >= outer.top &&
  inner.left + inner.width <= outer.left + outer.width &&
  inner.top + inner.height <= outer.top + outer.height;

function isWide(shapes: readonly Shape[], lines: readonly Line[]): boolean {
  const xs = [
    ...shapes.flatMap(({ left, width }) => [left, left + width]),
    ...lines.map(({ handle }) => handle.x),
  ];
  const ys = [
    ...shapes.flatMap(({ top, height }) => [top, top + height]),
    ...lines.map(({ handle }) => handle.y),
  ];
  const span = (values: readonly number[]): number =>
    values.length === 0
      ? 0
      : values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  return span(xs) >= span(ys);
}
