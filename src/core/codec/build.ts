import {
  CANVAS_START,
  type Diagram,
  defaultSize,
  type Element,
  freeEnd,
  isNameProperty,
  type Line,
  type LineEnd,
  type Model,
  newDiagram,
  newLine,
  newModel,
  newShape,
  portForm,
  type Shape,
  shapeKindOf,
  type Template,
} from '../document/index.ts';
import { nearestPort, type Point, rectCentre } from '../geometry/index.ts';
import {
  type Draft,
  type DraftDiagram,
  type DraftEnd,
  type DraftLine,
  type DraftNode,
  type Loss,
  withLoss,
} from './draft.ts';
import { isDrawnAs, type Plan, plannedKind } from './plan.ts';

/** Makes a guid of the names that lead to a thing in a foreign file: the same names give the same guid. */
export type IdOf = (path: readonly string[]) => string;

/** A new model, and what of the draft it does not hold. It has no file: only a save gives it one. */
export interface Built {
  readonly model: Model;
  readonly losses: readonly Loss[];
}

/** Where an imported diagram begins, with room to the edge of the Windows tool's canvas, in units. */
const MARGIN = CANVAS_START + 10;
/** Between the places of nodes for which the file has none, in units. */
const STEP = 150;
const PER_ROW = 8;

/**
 * Makes a model of a draft as planned. Losses: `no-place` (laid out in rows), `no-end` (a line without one end),
 * `facts` (what the file says about elements beyond their names).
 */
export function buildModel(draft: Draft, plan: Plan, template: Template, idOf: IdOf): Built {
  const path = (...names: readonly string[]): string => idOf([draft.id, ...names]);
  const base = newModel(template, () => path('diagram'));
  let losses: readonly Loss[] = [...draft.losses, ...plan.losses];
  const lose = (code: string, example: string): void => {
    losses = withLoss(losses, code, example);
  };
  const diagrams = draft.diagrams.map((diagram) =>
    buildDiagram(diagram, plan, base.template, (...names) => path('diagram', diagram.id, ...names), lose),
  );
  const model = {
    ...base,
    ...(diagrams.length > 0 && { diagrams }),
    information: { ...base.information, ...draft.information },
  };
  return { model, losses };
}

type Path = (...names: readonly string[]) => string;
type Lose = (code: string, example: string) => void;

function buildDiagram(draft: DraftDiagram, plan: Plan, template: Template, path: Path, lose: Lose): Diagram {
  const boxes = draft.nodes.flatMap(({ box }) => box ?? []);
  const points = draft.lines.flatMap(({ source, target, bends }) => [
    ...[source, target].flatMap(({ point }) => point ?? []),
    ...bends,
  ]);
  const least = (values: readonly number[]): number =>
    values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const shift = (low: number): number => (Number.isFinite(low) ? Math.max(0, MARGIN - low) : 0);
  const by = {
    x: shift(least([...boxes.map(({ left }) => left), ...points.map(({ x }) => x)])),
    y: shift(least([...boxes.map(({ top }) => top), ...points.map(({ y }) => y)])),
  };
  const below = boxes.reduce((low, { top, height }) => Math.max(low, top + height), 0) + by.y + MARGIN;
  const shapes = new Map<string, Shape>();
  let unplaced = 0;
  for (const node of draft.nodes) {
    const type = typeOf(node, plan, template);
    if (type === null) continue;
    const place = node.box ?? {
      left: MARGIN + (unplaced % PER_ROW) * STEP - by.x,
      top: below + Math.floor(unplaced / PER_ROW) * STEP - by.y,
      ...defaultSize(shapeKindOf(template, type) ?? 'rectangle'),
    };
    if (node.box === null) {
      unplaced++;
      lose('no-place', node.name);
    }
    const box = { ...place, left: place.left + by.x, top: place.top + by.y };
    shapes.set(
      node.id,
      named(
        newShape(template, type, box, () => path('node', node.id)),
        node,
        lose,
      ),
    );
  }
  const lines = draft.lines.flatMap((line) => buildLine(line, plan, template, shapes, by, path, lose) ?? []);
  const isBoundary = ({ kind }: Shape): boolean => kind === 'borderBoundary';
  const all = [...shapes.values()];
  return {
    ...newDiagram(draft.name, () => path()),
    // Boundaries lie below what they hold.
    shapes: [...all.filter(isBoundary), ...all.filter((shape) => !isBoundary(shape))],
    lines,
  };
}

function typeOf(element: DraftNode | DraftLine, plan: Plan, template: Template) {
  const planned = plannedKind(plan, element);
  if (planned === undefined || planned.type === null || planned.as === 'ignored') return null;
  // A person may have chosen something that cannot be drawn so.
  const isLineRole = planned.as === 'flow' || planned.as === 'lineBoundary';
  if (isLineRole !== 'source' in element) return null;
  return isDrawnAs(template, planned.type, planned.as) ? planned.type : null;
}

/** The element with its name, in the property that the type has for it. */
function named<E extends Element>(element: E, { name, facts }: DraftNode | DraftLine, lose: Lose): E {
  for (const fact of facts) lose('facts', `${fact.name}: ${fact.value}`);
  return {
    ...element,
    properties: element.properties.map((property) =>
      isNameProperty(property) ? { ...property, value: name } : property,
    ),
  };
}

function buildLine(
  draft: DraftLine,
  plan: Plan,
  template: Template,
  shapes: ReadonlyMap<string, Shape>,
  by: Point,
  path: Path,
  lose: Lose,
): Line | null {
  const type = typeOf(draft, plan, template);
  if (type === null) return null;
  const moved = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  const placeOf = ({ node, point }: DraftEnd): Point | null => {
    const shape = node === null ? undefined : shapes.get(node);
    if (point !== null) return moved(point);
    return shape === undefined ? null : rectCentre(shape);
  };
  const [source, target] = [placeOf(draft.source), placeOf(draft.target)];
  if (source === null || target === null) {
    lose('no-end', draft.name);
    return null;
  }
  const bends = draft.bends.map(moved);
  const route = [source, ...bends, target];
  const ends = {
    source: endOf(draft.source, source, bends[0] ?? target, shapes),
    target: endOf(draft.target, target, bends.at(-1) ?? source, shapes),
  };
  const handle = bends.length === 1 ? route[1] : halfWay([ends.source, ...bends, ends.target]);
  return named(
    newLine(template, type, ends, handle ?? source, () => path('line', draft.id)),
    draft,
    lose,
  );
}

/** At the port of its shape that is nearest to where the file has it, or to where the line goes. */
function endOf(end: DraftEnd, place: Point, towards: Point, shapes: ReadonlyMap<string, Shape>): LineEnd {
  const shape = end.node === null ? undefined : shapes.get(end.node);
  if (shape === undefined) return freeEnd(place.x, place.y);
  const { port, point } = nearestPort(shape, portForm(shape), end.point === null ? towards : place);
  return { element: shape.id, port, ...point };
}

/** The point at half the length of a way. */
function halfWay(way: readonly Point[]): Point {
  const lengths = way.slice(1).map((to, at) => {
    const from = way[at] ?? to;
    return Math.hypot(to.x - from.x, to.y - from.y);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [way[at], way[at + 1]];
    if (from === undefined || to === undefined) break;
    const share = length === 0 ? 0 : left / length;
    if (share <= 1) return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    left -= length;
  }
  return way.at(-1) ?? { x: 0, y: 0 };
}
