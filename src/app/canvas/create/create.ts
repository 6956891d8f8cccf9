import {
  CANVAS_START,
  defaultSize,
  type ElementId,
  findElementType,
  findShape,
  flowTypeFor,
  isAnnotation,
  type Port,
  shapeKindOf,
  type Template,
  type TypeId,
} from '../../../core/document/index.ts';
import {
  connectElements,
  type EndAt,
  edited,
  elementInWords,
  insertLine,
  insertShape,
  reconnect,
  routeLine,
} from '../../../core/edit/index.ts';
import { type Curve, curveThrough, type Point, type Rect } from '../../../core/geometry/index.ts';
import { activeDiagram, activeModel, commit, newGuid, setRenaming } from '../../store/index.ts';
import { ensureVisible } from '../view.ts';

/** The size that a new shape of the type gets; null for lines and unknown types. */
export function sizeOf(template: Template, type: TypeId): { width: number; height: number } | null {
  const kind = shapeKindOf(template, type);
  return kind === undefined ? null : defaultSize(kind);
}

const nameOf = (template: Template, type: TypeId) => findElementType(template, type)?.name ?? type;

/** The flow type that new connections get on the model in front. */
export function flowType(): TypeId | null {
  const open = activeModel();
  return open === null ? null : flowTypeFor(open.model.template, open.flowTypeId);
}

/**
 * Puts a new shape on the diagram in front and selects it; connected from another one when that is given. `around` is
 * the number of elements that it is drawn around.
 */
export function createShape(type: TypeId, box: Rect, from: EndAt | null = null, around = 0): void {
  const open = activeModel();
  if (open === null) return;
  const flowTypeId = from === null ? null : flowType();
  const flow = from === null || flowTypeId === null ? {} : { flow: { typeId: flowTypeId, from } };
  const { answer } = commit(`Add ${nameOf(open.model.template, type)}`, (model) =>
    insertShape(model, open.diagramId, { typeId: type, box, around, ...flow }, newGuid),
  );
  const diagram = activeDiagram();
  const [made] = answer?.select ?? [];
  const shape = diagram === null || made === undefined ? undefined : findShape(diagram, made);
  if (shape === undefined) return;
  ensureVisible(shape);
  // A note without its text says nothing.
  if (isAnnotation(open.model.template, shape)) setRenaming(shape.id);
}

export interface HowToConnect {
  readonly sourcePort?: Port;
  readonly targetPort?: Port;
}

const endAt = (element: ElementId, port: Port | undefined): EndAt => ({
  element,
  ...(port === undefined ? {} : { port }),
});

/** The curve that a flow between two shapes would take; null when there could be none. */
export function routeBetween(source: ElementId, target: ElementId, how: HowToConnect = {}): Curve | null {
  const open = activeModel();
  const type = flowType();
  if (open === null || type === null) return null;
  const route = { source: endAt(source, how.sourcePort), target: endAt(target, how.targetPort) };
  const line = routeLine(open.model, open.diagramId, type, route, () => source);
  return line === undefined ? null : curveThrough(line.source, line.handle, line.target);
}

/** Connects two shapes of the diagram in front by a flow of the chosen type, and selects it. Returns what it made. */
export function connectShapes(source: ElementId, target: ElementId, how: HowToConnect): readonly ElementId[] {
  const open = activeModel();
  const type = flowType();
  const diagram = activeDiagram();
  if (open === null || type === null || diagram === null || findShape(diagram, source) === undefined)
    return [];
  const route = { source: endAt(source, how.sourcePort), target: endAt(target, how.targetPort) };
  const { answer } = commit(`Connect with ${nameOf(open.model.template, type)}`, (model) =>
    connectElements(model, open.diagramId, type, route, newGuid),
  );
  return answer?.select ?? [];
}

/** A flow of which at least one end may be free. */
export function createFlow(type: TypeId, from: EndAt, to: EndAt): void {
  createLine(type, from, to);
}

/** A trust boundary drawn as a curve. */
export function createLineBoundary(type: TypeId, from: Point, to: Point): void {
  createLine(type, whole(from), whole(to));
}

const whole = ({ x, y }: Point): Point => ({
  x: Math.max(CANVAS_START, Math.round(x)),
  y: Math.max(CANVAS_START, Math.round(y)),
});

function createLine(type: TypeId, source: EndAt, target: EndAt): void {
  const open = activeModel();
  if (open === null) return;
  commit(`Add ${nameOf(open.model.template, type)}`, (model) =>
    insertLine(model, open.diagramId, type, { source, target }, newGuid),
  );
}

/** Puts an end of a line elsewhere as one step, and says what the line joins then. */
export function reattach(label: string, id: ElementId, end: 'source' | 'target', to: EndAt): void {
  commit(label, (model) => {
    const next = reconnect(model, id, end, to);
    return edited(model, next, { said: `${label}: ${elementInWords(next, id)}` });
  });
}
