import { atOnce, type Steps } from '../base/index.ts';
import {
  CANVAS_START,
  type Diagram,
  defaultSize,
  diagramId,
  type ElementId,
  freeEnd,
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
  typeId,
} from '../document/index.ts';
import { nearestPort, type Point, portPoint, type Rect, rectCentre } from '../geometry/index.ts';
import type { Draft, DraftDiagram, DraftEnd, DraftLine, DraftNode, Loss } from './draft.ts';
import { MOST_FACTS, withFacts } from './facts.ts';
import { addingThreats, type BuiltDiagram } from './foreign-threats.ts';
import { Losses } from './losses.ts';
import { attachedByPlace, fitted, halfWay, laneHandle, takingFlows } from './placing.ts';
import { isDrawnAs, isLineRole, lossesOfPlan, type Plan, plannedKind } from './plan.ts';

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

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Makes a model of a draft as planned. Ids of the file that are guids are kept unless they are taken, others are made
 * by `idOf` (exchange 2.4). Losses: `no-place` (laid out in rows), `no-end` (a line without one end), `scaled` (the
 * diagram is larger than the Windows tool's canvas), `attached` (a free end that lies at an element), `facts` (an element
 * has more than are taken), `threat-of-element` and `threat-without-flow`.
 */
export const buildModel = (draft: Draft, plan: Plan, template: Template, idOf: IdOf): Built =>
  atOnce(buildingModel(draft, plan, template, idOf));

/** Builds as `buildModel` does: a step for each element and each threat. */
export function* buildingModel(draft: Draft, plan: Plan, template: Template, idOf: IdOf): Steps<Built> {
  const taken = new Set<string>();
  const guid = (own: string, names: readonly string[]): string => {
    const kept = own.toLowerCase();
    const id = GUID.test(own) && !taken.has(kept) ? kept : idOf([draft.id, ...names]);
    taken.add(id);
    return id;
  };
  const base = newModel(template, () => guid('', ['diagram']));
  const losses = new Losses([
    ...draft.losses,
    ...draft.diagrams.flatMap((diagram) => diagram.losses ?? []),
    ...lossesOfPlan(plan),
  ]);
  const lose = losses.add;
  const all: (readonly [string, BuiltDiagram])[] = [];
  for (const [key, diagram] of diagramKeys(draft, lose)) {
    const ids: Ids = (of, id) => guid(id, ['diagram', key, of, id]);
    const own = guid(key, ['diagram', key]);
    all.push([key, yield* new Builder(diagram, plan, base.template, ids, lose).building(own)]);
  }
  const built = new Map(all);
  const model = {
    ...base,
    ...(all.length > 0 && { diagrams: all.map(([, { diagram }]) => diagram) }),
    information: { ...base.information, ...draft.information },
  };
  const threatId = (id: string): string => guid('', ['threat', id]);
  return { model: yield* addingThreats(model, draft, built, threatId, lose), losses: losses.all };
}

/** Each diagram by its id in the file; by another one for a second of that id, which threats then do not mean. */
function diagramKeys({ diagrams }: Draft, lose: Lose): readonly (readonly [string, DraftDiagram])[] {
  const own = new Set(diagrams.map(({ id }) => id));
  const used = new Set<string>();
  const times = new Map<string, number>();
  return diagrams.map((diagram) => {
    const { id, name } = diagram;
    let key = id;
    for (let at = times.get(id) ?? 2; used.has(key) || (key !== id && own.has(key)); at++) {
      key = `${id} ${at}`;
      times.set(id, at + 1);
    }
    if (key !== id) lose('doubled-ids', name);
    used.add(key);
    return [key, diagram];
  });
}

type Ids = (of: 'node' | 'line', id: string) => string;
type Lose = Losses['add'];

/** Builds one diagram. */
class Builder {
  readonly #draft: DraftDiagram;
  readonly #plan: Plan;
  readonly #template: Template;
  readonly #ids: Ids;
  readonly #lose: Lose;
  readonly #shapes = new Map<string, Shape>();
  /** What free ends are attached to. */
  #taking: ReturnType<typeof takingFlows> = [];
  /** How often an id has stood in the file so far. */
  readonly #seen = new Map<string, number>();
  /** How many flows join two elements so far. */
  readonly #lanes = new Map<string, number>();

  constructor(draft: DraftDiagram, plan: Plan, template: Template, ids: Ids, lose: Lose) {
    const fit = fitted(draft, MARGIN);
    if (fit.scale < 1) lose('scaled', draft.name);
    this.#draft = fit.draft;
    this.#plan = plan;
    this.#template = template;
    this.#ids = ids;
    this.#lose = lose;
  }

  *building(id: string): Steps<BuiltDiagram> {
    yield* this.#buildingShapes();
    this.#taking = takingFlows(this.#shapes, this.#template);
    const lines = new Map<string, Line>();
    for (const line of this.#draft.lines) {
      const key = this.#key(line.id, line.name);
      const built = this.#line(line, key);
      if (built !== null) lines.set(key, built);
      yield;
    }
    const isBoundary = ({ kind }: Shape): boolean => kind === 'borderBoundary';
    const all = [...this.#shapes.values()];
    const elements = new Map<string, ElementId>();
    for (const [own, element] of [...lines, ...this.#shapes]) elements.set(own, element.id);
    const diagram: Diagram = {
      ...newDiagram(this.#draft.name, () => id),
      id: diagramId(id),
      // Boundaries lie below what they hold.
      shapes: [...all.filter(isBoundary), ...all.filter((shape) => !isBoundary(shape))],
      lines: [...lines.values()],
    };
    return { diagram, elements };
  }

  *#buildingShapes(): Steps<void> {
    const below = this.#draft.nodes.reduce(
      (low, { box }) => Math.max(low, box === null ? 0 : box.top + box.height + MARGIN),
      MARGIN,
    );
    let unplaced = 0;
    for (const node of this.#draft.nodes) {
      yield;
      const type = this.#typeOf(node);
      if (type === null) continue;
      const box: Rect = node.box ?? {
        left: MARGIN + (unplaced % PER_ROW) * STEP,
        top: below + Math.floor(unplaced / PER_ROW) * STEP,
        ...defaultSize(shapeKindOf(this.#template, type) ?? 'rectangle'),
      };
      if (node.box === null) {
        unplaced++;
        this.#lose('no-place', node.name);
      }
      const key = this.#key(node.id, node.name);
      const shape = newShape(this.#template, type, box, () => this.#ids('node', key));
      this.#shapes.set(key, this.#withFacts(shape, node));
    }
  }

  /** The id of an element in the file; another one for a second of that id, which lines then do not mean. */
  #key(id: string, name: string): string {
    const before = this.#seen.get(id) ?? 0;
    this.#seen.set(id, before + 1);
    if (before === 0) return id;
    this.#lose('doubled-ids', name);
    return `${id} ${before + 1}`;
  }

  #typeOf(element: DraftNode | DraftLine) {
    const planned = plannedKind(this.#plan, element);
    if (planned === undefined || planned.type === null || planned.as === 'ignored') return null;
    // A person may have chosen something that cannot be drawn so.
    if (
      isLineRole(planned.as) !== 'source' in element ||
      !isDrawnAs(this.#template, planned.type, planned.as)
    ) {
      this.#lose('no-type', element.name);
      return null;
    }
    const own = element.type === undefined ? null : typeId(element.type);
    // What our own export says holds while nobody chose another role.
    if (own !== null && planned.as === planned.found && isDrawnAs(this.#template, own, planned.as))
      return own;
    return planned.type;
  }

  #line(draft: DraftLine, key: string): Line | null {
    const type = this.#typeOf(draft);
    if (type === null) return null;
    // What our own export leaves free is free.
    const isFlow = draft.type === undefined && plannedKind(this.#plan, draft)?.as === 'flow';
    const attached = (end: DraftEnd): DraftEnd => {
      const found = isFlow ? attachedByPlace(end, this.#shapes, this.#taking) : end;
      if (found !== end) this.#lose('attached', draft.name);
      return found;
    };
    const [from, to] = [attached(draft.source), attached(draft.target)];
    const [source, target] = [this.#placeOf(from), this.#placeOf(to)];
    if (source === null || target === null) {
      this.#lose('no-end', draft.name);
      return null;
    }
    const ends = {
      source: this.#endOf(from, source, draft.bends[0] ?? target),
      target: this.#endOf(to, target, draft.bends.at(-1) ?? source),
    };
    const handle = this.#handle(draft, ends);
    const line = newLine(this.#template, type, ends, handle, () => this.#ids('line', key));
    return this.#withFacts(line, draft);
  }

  #withFacts<E extends Shape | Line>(element: E, { name, facts }: DraftNode | DraftLine): E {
    if (facts.length > MOST_FACTS) this.#lose('facts', name);
    return withFacts(element, name, facts);
  }

  #placeOf({ node, point }: DraftEnd): Point | null {
    if (point !== null) return point;
    const shape = node === null ? undefined : this.#shapes.get(node);
    return shape === undefined ? null : rectCentre(shape);
  }

  /** At the port that the file says, else at the one nearest to where the file has it or to where the line goes. */
  #endOf(end: DraftEnd, place: Point, towards: Point): LineEnd {
    const shape = end.node === null ? undefined : this.#shapes.get(end.node);
    if (shape === undefined) return freeEnd(place.x, place.y);
    const form = portForm(shape);
    if (end.port !== undefined && end.port !== 'None')
      return { element: shape.id, port: end.port, ...portPoint(shape, form, end.port) };
    const { port, point } = nearestPort(shape, form, end.point === null ? towards : place);
    return { element: shape.id, port, ...point };
  }

  /** The point of the file; else what its bends say; else the middle, beside those of other flows. */
  #handle(draft: DraftLine, { source, target }: { source: LineEnd; target: LineEnd }): Point {
    if (draft.handle !== undefined) return draft.handle;
    const drawn = drawnHandle(draft, source, target);
    const straight = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
    const pair = [source.element, target.element].map(String).sort().join(' ');
    const lane = this.#lanes.get(pair) ?? 0;
    const isBetween = source.element !== null && target.element !== null;
    if (drawn === null && isBetween) this.#lanes.set(pair, lane + 1);
    const { ownHandle } = draft;
    // An end that was moved in the other program has moved the curve there.
    if (ownHandle !== undefined && near(ownHandle, drawn ?? straight)) return ownHandle;
    return drawn ?? laneHandle(source, target, lane);
  }
}

/** As far as whole units make a difference. */
const ROUNDING = 2;
const near = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= ROUNDING;

/** Where the drawing in the file passes half way; null where it goes straight. */
function drawnHandle({ control, bends }: DraftLine, source: Point, target: Point): Point | null {
  if (control !== undefined)
    return { x: (source.x + 2 * control.x + target.x) / 4, y: (source.y + 2 * control.y + target.y) / 4 };
  const [only] = bends;
  if (only === undefined) return null;
  return bends.length === 1 ? only : halfWay([source, ...bends, target]);
}
