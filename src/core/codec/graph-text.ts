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
import { rectCentre, rectContains, rectContainsRect } from '../geometry/index.ts';
import type { Loss, NodeRole } from './draft.ts';
import { Losses } from './losses.ts';
import { parentsIn } from './nesting.ts';
import { roleOfShape } from './roles.ts';

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
  const losses = new Losses();
  const ids = new Map<string, string>();
  const numbered = (prefix: string, shape: Shape): string => {
    const id = `${prefix}${ids.size + 1}`;
    ids.set(shape.id, id);
    return id;
  };
  const parents = parentsIn(diagram);
  for (const shape of overlapping(parents)) losses.add('boundary-overlaps', displayName(shape));
  const children = new Map<Shape | null, Shape[]>();
  for (const [shape, parent] of parents) {
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [shape]);
    else known.push(shape);
  }
  const under = (parent: Shape | null): readonly GraphNode[] =>
    (children.get(parent) ?? []).map((shape) => {
      const role = roleOfShape(model.template, shape);
      const id = numbered(role === 'borderBoundary' ? 'b' : 'n', shape);
      losses.add('places', displayName(shape));
      return {
        id,
        name: elementName(shape).trim(),
        role,
        isOutOfScope: isOutOfScope(shape),
        children: under(shape),
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
      losses.add('line-boundaries', displayName(line));
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
    losses: losses.all,
  };
}

/** The shapes whose middle lies in a box that is not among those around them, such as the second of two that overlap. */
function overlapping(parents: ReadonlyMap<Shape, Shape | null>): readonly Shape[] {
  const boxes = [...parents.keys()].filter(({ kind }) => kind === 'borderBoundary');
  return [...parents.keys()].filter((shape) => {
    const around = new Set([shape]);
    for (let box = parents.get(shape) ?? null; box !== null; box = parents.get(box) ?? null) around.add(box);
    const middle = rectCentre(shape);
    return boxes.some(
      (box) => !around.has(box) && rectContains(box, middle) && !rectContainsRect(shape, box),
    );
  });
}

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
