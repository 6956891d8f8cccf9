import {
  defaultSize,
  type ElementId,
  findElementType,
  findShape,
  type LineEnd,
  newLine,
  newShape,
  type Port,
  type Shape,
  shapeKindOf,
  type Template,
  type TypeId,
} from '../../../core/document/index.ts';
import { addLine, addShape } from '../../../core/edit/index.ts';
import { defaultHandle, type Point, type Rect } from '../../../core/geometry/index.ts';
import { activeDiagram, activeModel, commit, newGuid } from '../../store/index.ts';
import { attach, attachAt } from '../connectable.ts';
import { freeHandle } from './free-handle.ts';
import { flowStencils } from './stencils.ts';

/** The size that a new shape of the type gets; null for lines and unknown types. */
export function sizeOf(template: Template, type: TypeId): { width: number; height: number } | null {
  const kind = shapeKindOf(template, type);
  return kind === undefined ? null : defaultSize(kind);
}

const nameOf = (template: Template, type: TypeId) => findElementType(template, type)?.name ?? type;

/** The flow type that new connections get: the chosen one, else the template's first. */
export function flowType(): TypeId | null {
  const open = activeModel();
  if (open === null) return null;
  return open.flowTypeId ?? flowStencils(open.document.template)[0]?.id ?? null;
}

const free = ({ x, y }: Point): LineEnd => ({
  element: null,
  port: 'None',
  x: Math.round(x),
  y: Math.round(y),
});

/** Puts a new shape on the diagram in front and selects it; connected from another one when that is given. */
export function createShape(type: TypeId, box: Rect, from: ElementId | null = null): void {
  const diagram = activeDiagram();
  const template = activeModel()?.document.template;
  if (diagram === null || template === undefined) return;
  const shape = newShape(template, type, box, newGuid);
  const source = from === null ? undefined : findShape(diagram, from);
  const flow = source === undefined ? null : flowBetween(source, shape, {});
  const name = nameOf(template, type);
  commit(
    `Add ${name}`,
    (model) => {
      const added = addShape(model, diagram.id, shape);
      return flow === null ? added : addLine(added, diagram.id, flow);
    },
    {
      select: [shape.id],
      announce: flow === null || source === undefined ? `Added ${name}` : `Added ${name}, connected`,
    },
  );
}

export interface HowToConnect {
  readonly sourcePort?: Port;
  /** Where the pointer let go: decides the port of the target and the side of a self flow. */
  readonly towards?: Point;
  readonly type?: TypeId;
}

function centre(shape: Shape): Point {
  return { x: shape.left + shape.width / 2, y: shape.top + shape.height / 2 };
}

/** A flow between two shapes that keeps apart from those that are there already. */
function flowBetween(source: Shape, target: Shape, how: HowToConnect) {
  const diagram = activeDiagram();
  const template = activeModel()?.document.template;
  const type = how.type ?? flowType();
  if (diagram === null || template === undefined || type === null) return null;
  const self = source.id === target.id;
  const from =
    how.sourcePort === undefined ? attach(source, centre(target)) : attachAt(source, how.sourcePort);
  const to = self ? attach(target, how.towards ?? centre(target)) : attach(target, from);
  const ends = self && from.port === to.port ? selfEnds(source, from.port) : { source: from, target: to };
  const parallel = diagram.lines.filter((line) => joins(line, source.id, target.id)).length;
  const handle = self
    ? defaultHandle(ends.source, ends.target, parallel, centre(source))
    : freeHandle(diagram, ends, parallel, new Set([source.id, target.id]));
  return newLine(template, type, ends, handle, newGuid);
}

const joins = (line: { source: LineEnd; target: LineEnd }, a: ElementId, b: ElementId) =>
  (line.source.element === a && line.target.element === b) ||
  (line.source.element === b && line.target.element === a);

/** A self flow needs two ports: the one it starts at and its neighbour. */
function selfEnds(shape: Shape, port: Port) {
  const order: readonly Port[] = [
    'North',
    'NorthEast',
    'East',
    'SouthEast',
    'South',
    'SouthWest',
    'West',
    'NorthWest',
  ];
  const next = order[(order.indexOf(port) + 2) % order.length] ?? 'East';
  return { source: attachAt(shape, port), target: attachAt(shape, next) };
}

/** Connects two shapes of the diagram in front by a flow of the chosen type, and selects it. */
export function connectShapes(sourceId: ElementId, targetId: ElementId, how: HowToConnect): void {
  const diagram = activeDiagram();
  const template = activeModel()?.document.template;
  if (diagram === null || template === undefined) return;
  const source = findShape(diagram, sourceId);
  const target = findShape(diagram, targetId);
  const line = source && target ? flowBetween(source, target, how) : null;
  if (line === null) return;
  const name = nameOf(template, line.typeId);
  commit(`Connect with ${name}`, (model) => addLine(model, diagram.id, line), { select: [line.id] });
}

/** A flow with at least one free end. */
export function createFreeFlow(
  type: TypeId,
  from: Point,
  to: Point,
  sourceId?: ElementId,
  targetId?: ElementId,
): void {
  const diagram = activeDiagram();
  const end = (at: Point, id: ElementId | undefined, other: Point) => {
    const shape = diagram === null || id === undefined ? undefined : findShape(diagram, id);
    return shape === undefined ? free(at) : attach(shape, other);
  };
  createLine(type, end(from, sourceId, to), end(to, targetId, from));
}

/** A trust boundary drawn as a curve, slightly bent so that it reads as one. */
export function createLineBoundary(type: TypeId, from: Point, to: Point): void {
  createLine(type, free(from), free(to));
}

function createLine(type: TypeId, source: LineEnd, target: LineEnd): void {
  const diagram = activeDiagram();
  const template = activeModel()?.document.template;
  if (diagram === null || template === undefined) return;
  const line = newLine(template, type, { source, target }, defaultHandle(source, target), newGuid);
  commit(`Add ${nameOf(template, type)}`, (model) => addLine(model, diagram.id, line), { select: [line.id] });
}
