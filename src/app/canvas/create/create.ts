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
import { newGuid, setRenaming } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import { ensureVisible } from '../base/view.ts';

/** The size that a new shape of the type gets; null for lines and unknown types. */
export function sizeOf(template: Template, type: TypeId): { width: number; height: number } | null {
  const kind = shapeKindOf(template, type);
  return kind === undefined ? null : defaultSize(kind);
}

const nameOf = (template: Template, type: TypeId) => findElementType(template, type)?.name ?? type;

/** The flow type that new connections get on what the canvas shows. */
export function flowType(canvas: Canvas): TypeId | null {
  const open = canvas.open();
  return open === null ? null : flowTypeFor(open.model.template, open.flowTypeId);
}

/**
 * Puts a new shape on the diagram and selects it; connected from another one when that is given. `around` is
 * the number of elements that it is drawn around.
 */
export function createShape(
  canvas: Canvas,
  type: TypeId,
  box: Rect,
  from: EndAt | null = null,
  around = 0,
): void {
  const open = canvas.open();
  if (open === null) return;
  const flowTypeId = from === null ? null : flowType(canvas);
  const flow = from === null || flowTypeId === null ? {} : { flow: { typeId: flowTypeId, from } };
  const { answer } = canvas.commit(
    words.canvas.steps.add({ type: nameOf(open.model.template, type) }),
    (model) => insertShape(model, open.diagramId, { typeId: type, box, around, ...flow }, newGuid),
  );
  const diagram = canvas.diagram();
  const [made] = answer?.select ?? [];
  const shape = diagram === null || made === undefined ? undefined : findShape(diagram, made);
  if (shape === undefined) return;
  ensureVisible(canvas, shape);
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

/** The curve that a line of the type would take; null when there could be none. */
export function routeOf(canvas: Canvas, type: TypeId, source: EndAt, target: EndAt): Curve | null {
  const open = canvas.open();
  const line =
    open === null ? undefined : routeLine(open.model, open.diagramId, type, { source, target }, () => '');
  return line === undefined ? null : curveThrough(line.source, line.handle, line.target);
}

/** The curve that a flow between two shapes would take; null when there could be none. */
export function routeBetween(
  canvas: Canvas,
  source: ElementId,
  target: ElementId,
  how: HowToConnect = {},
): Curve | null {
  const type = flowType(canvas);
  if (type === null) return null;
  return routeOf(canvas, type, endAt(source, how.sourcePort), endAt(target, how.targetPort));
}

/** Connects two shapes of the diagram by a flow of the chosen type, and selects it. Returns what it made. */
export function connectShapes(
  canvas: Canvas,
  source: ElementId,
  target: ElementId,
  how: HowToConnect,
): readonly ElementId[] {
  const open = canvas.open();
  const type = flowType(canvas);
  const diagram = canvas.diagram();
  if (open === null || type === null || diagram === null || findShape(diagram, source) === undefined)
    return [];
  const route = { source: endAt(source, how.sourcePort), target: endAt(target, how.targetPort) };
  const { answer } = canvas.commit(
    words.canvas.steps.connect({ type: nameOf(open.model.template, type) }),
    (model) => connectElements(model, open.diagramId, type, route, newGuid),
  );
  return answer?.select ?? [];
}

/** A flow of which at least one end may be free. */
export function createFlow(canvas: Canvas, type: TypeId, from: EndAt, to: EndAt): void {
  createLine(canvas, type, from, to);
}

/** A trust boundary drawn as a curve. */
export function createLineBoundary(canvas: Canvas, type: TypeId, from: Point, to: Point): void {
  createLine(canvas, type, whole(from), whole(to));
}

const whole = ({ x, y }: Point): Point => ({
  x: Math.max(CANVAS_START, Math.round(x)),
  y: Math.max(CANVAS_START, Math.round(y)),
});

function createLine(canvas: Canvas, type: TypeId, source: EndAt, target: EndAt): void {
  const open = canvas.open();
  if (open === null) return;
  canvas.commit(words.canvas.steps.add({ type: nameOf(open.model.template, type) }), (model) =>
    insertLine(model, open.diagramId, type, { source, target }, newGuid),
  );
}

/** Puts an end of a line elsewhere as one step, and says what the line joins then. */
export function reattach(
  canvas: Canvas,
  label: string,
  id: ElementId,
  end: 'source' | 'target',
  to: EndAt,
): void {
  canvas.commit(label, (model) => {
    const next = reconnect(model, id, end, to);
    return edited(model, next, { said: `${label}: ${elementInWords(next, id)}` });
  });
}
