import {
  CANVAS_START,
  defaultSize,
  describeElement,
  diagramOf,
  type ElementId,
  findElement,
  findElementType,
  findShape,
  flowTypeFor,
  inWords,
  isAnnotation,
  type Model,
  newShape,
  type Port,
  shapeKindOf,
  type Template,
  type TypeId,
} from '../../../core/document/index.ts';
import { addLine, addShape, type EndAt, reconnect, routeLine } from '../../../core/edit/index.ts';
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
 * Puts a new shape on the diagram in front and selects it; connected from another one when that is given. `note`
 * goes on the announcement.
 */
export function createShape(type: TypeId, box: Rect, from: EndAt | null = null, note = ''): void {
  const open = activeModel();
  if (open === null) return;
  const { model, diagramId } = open;
  const shape = newShape(model.template, type, box, newGuid);
  const added = addShape(model, diagramId, shape);
  const flow = from === null ? null : flowType();
  const route =
    from === null || flow === null
      ? undefined
      : routeLine(added, diagramId, flow, { source: from, target: { element: shape.id } }, newGuid);
  const name = nameOf(model.template, type);
  commit(
    `Add ${name}`,
    (before) => {
      const next = addShape(before, diagramId, shape);
      return route === undefined ? next : addLine(next, diagramId, route);
    },
    { select: [shape.id], announce: `Added ${name}${route === undefined ? '' : ', connected'}${note}` },
  );
  ensureVisible(shape);
  // A note without its text says nothing.
  if (isAnnotation(model.template, shape)) setRenaming(shape.id);
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

/** Connects two shapes of the diagram in front by a flow of the chosen type, and selects it. */
export function connectShapes(source: ElementId, target: ElementId, how: HowToConnect): void {
  const type = flowType();
  const diagram = activeDiagram();
  if (type === null || diagram === null || findShape(diagram, source) === undefined) return;
  createLine(type, endAt(source, how.sourcePort), endAt(target, how.targetPort), 'Connect with');
}

/** A flow of which at least one end may be free. */
export function createFlow(type: TypeId, from: EndAt, to: EndAt): void {
  createLine(type, from, to, 'Add');
}

/** A trust boundary drawn as a curve. */
export function createLineBoundary(type: TypeId, from: Point, to: Point): void {
  createLine(type, whole(from), whole(to), 'Add');
}

const whole = ({ x, y }: Point): Point => ({
  x: Math.max(CANVAS_START, Math.round(x)),
  y: Math.max(CANVAS_START, Math.round(y)),
});

function createLine(type: TypeId, source: EndAt, target: EndAt, verb: string): void {
  const open = activeModel();
  if (open === null) return;
  const { model, diagramId } = open;
  const line = routeLine(model, diagramId, type, { source, target }, newGuid);
  if (line === undefined) return;
  commit(`${verb} ${nameOf(model.template, type)}`, (before) => addLine(before, diagramId, line), {
    select: [line.id],
    announce: `${verb === 'Add' ? 'Added' : 'Connected'} ${wordsOf(addLine(model, diagramId, line), line.id)}`,
  });
}

/** An element of a model in words. */
function wordsOf(model: Model, id: ElementId): string {
  const diagram = diagramOf(model, id);
  const element = diagram && findElement(diagram, id);
  if (diagram === undefined || element === undefined) return '';
  return inWords(describeElement(diagram, element, model.template));
}

/** Puts an end of a line elsewhere as one step, and says what the line joins then. */
export function reattach(label: string, id: ElementId, end: 'source' | 'target', to: EndAt): void {
  const model = activeModel()?.model;
  if (model === undefined) return;
  const command = (before: Model) => reconnect(before, id, end, to);
  commit(label, command, { announce: `${label}: ${wordsOf(command(model), id)}` });
}
