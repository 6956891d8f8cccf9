import {
  CANVAS_START,
  lineKindOf,
  type Shape,
  shapeKindOf,
  type TypeId,
} from '../../../core/document/index.ts';
import { INSET } from '../../../core/drawing/index.ts';
import {
  insetRect,
  type ModelPoint,
  modelPoint,
  type Point,
  type Rect,
} from '../../../core/geometry/index.ts';
import { GRID, session, setFlowType, setTool } from '../../store/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';
import { openPopup } from '../base/showing.ts';
import { createFlow, createLineBoundary, createShape, routeOf, sizeOf } from '../create/create.ts';
import { findStencil } from '../create/stencils.ts';
import { shapeAt } from './connectable.ts';
import { boundaryAroundNew } from './enclosing.ts';
import { LEAST_DRAWN } from './resize.ts';
import { toGrid } from './snap.ts';

/** Half of a line that is placed by a click, in model units. */
const HALF_LINE = 70;

/** The box that a stencil placed at a point gets: on the canvas, and on the grid when that is on. */
export function boxAt(canvas: Canvas, type: TypeId, at: ModelPoint): Rect | null {
  const template = canvas.open()?.model.template;
  const size = template === undefined ? null : sizeOf(template, type);
  if (size === null) return null;
  return { left: placed(at.x - size.width / 2), top: placed(at.y - size.height / 2), ...size };
}

/** A stored edge as a whole unit, on the canvas, and so that what is drawn lies on the grid when that is on. */
function placed(edge: number): number {
  const { snapToGrid } = session.getState().settings;
  return Math.max(CANVAS_START, Math.round(snapToGrid ? edge + toGrid(edge + INSET, GRID) : edge));
}

/** Shows where a click would place the stencil. */
export function ghostAt(canvas: Canvas, type: TypeId, at: ModelPoint): void {
  const { live } = canvas;
  const box = boxAt(canvas, type, at);
  const diagram = canvas.diagram();
  const template = canvas.open()?.model.template;
  const kind = template === undefined ? undefined : shapeKindOf(template, type);
  if (box !== null && diagram !== null && kind !== undefined)
    live.setState({
      ghost: { typeId: type, box: insetRect(box, INSET) },
      aim: boundaryAroundNew(diagram, { kind, ...box }),
    });
  else {
    const start = startAt(canvas, type, at);
    if (start === undefined) showLine(canvas, type, ...across(at));
    else live.setState({ ghost: null, aim: start.id });
  }
}

/** Both ends of a line that a click places. */
const across = ({ x, y }: ModelPoint): [from: Point, to: Point] => [
  { x: x - HALF_LINE, y },
  { x: x + HALF_LINE, y },
];

function showLine(canvas: Canvas, type: TypeId, from: Point, to: Point): void {
  const curve = routeOf(canvas, type, from, to);
  canvas.live.setState({ ghost: curve === null ? null : { typeId: type, curve }, aim: null });
}

/** The element that a flow dropped at a point starts from. */
function startAt(canvas: Canvas, type: TypeId, at: ModelPoint): Shape | undefined {
  const diagram = canvas.diagram();
  const template = canvas.open()?.model.template;
  if (diagram === null || template === undefined || lineKindOf(template, type) !== 'flow') return undefined;
  return shapeAt(diagram, template, at);
}

/** Drops a stencil: on an element a flow starts a connection from it, else it is placed. */
export function dropAt(canvas: Canvas, type: TypeId, at: ModelPoint): void {
  const start = startAt(canvas, type, at);
  if (start === undefined) placeAt(canvas, type, at);
  else {
    setFlowType(type, canvas.open()?.id);
    openPopup(canvas, { kind: 'connect', from: start.id });
  }
}

/** Places a stencil of any kind at a point: a shape around it, a line across it. */
export function placeAt(canvas: Canvas, type: TypeId, at: ModelPoint): void {
  const open = canvas.open();
  const template = open?.model.template;
  const stencil = template === undefined ? undefined : findStencil(template, type);
  if (stencil === undefined) return;
  const box = boxAt(canvas, type, at);
  if (box !== null) {
    createShape(canvas, type, box);
    return;
  }
  const [from, to] = across(at);
  if (stencil.kind === 'lineBoundary') createLineBoundary(canvas, type, from, to);
  else {
    setFlowType(type, open?.id);
    createFlow(canvas, type, from, to);
  }
}

/** The chosen stencil: a click places it, a drag gives boxes their size and lines their ends. */
export function placeGesture(canvas: Canvas, type: TypeId, keep: boolean, start: At): Gesture {
  const { live } = canvas;
  const open = canvas.open();
  const stencil = open === null ? undefined : findStencil(open.model.template, type);
  const done = () => {
    if (!keep) setTool({ kind: 'select' });
  };
  /** Drawn from one point to the other, as far as that is on the canvas. */
  const drawable = ({ x, y }: ModelPoint): ModelPoint =>
    modelPoint(placed(x - INSET) + INSET, placed(y - INSET) + INSET);
  const boxOf = (at: At): Rect => {
    const [from, to] = [drawable(start.point), drawable(at.point)];
    return {
      left: Math.min(from.x, to.x),
      top: Math.min(from.y, to.y),
      width: Math.abs(to.x - from.x),
      height: Math.abs(to.y - from.y),
    };
  };
  const isLine = stencil?.kind === 'flow' || stencil?.kind === 'lineBoundary';
  return {
    kind: 'place',
    cursor: 'crosshair',
    move: (at) => {
      if (isLine) showLine(canvas, type, start.point, at.point);
      else live.setState({ ghost: { typeId: type, box: boxOf(at) } });
    },
    end: (at) => {
      const box = boxOf(at);
      if (stencil?.kind === 'lineBoundary') createLineBoundary(canvas, type, start.point, at.point);
      else if (stencil?.kind === 'flow') drawFlow(canvas, type, start.point, at.point);
      else if (box.width < LEAST_DRAWN || box.height < LEAST_DRAWN) placeAt(canvas, type, at.point);
      else createShape(canvas, type, insetRect(box, -INSET));
      done();
    },
    click: (at) => {
      placeAt(canvas, type, at.point);
      done();
    },
  };
}

function drawFlow(canvas: Canvas, type: TypeId, from: ModelPoint, to: ModelPoint): void {
  const diagram = canvas.diagram();
  const open = canvas.open();
  if (diagram === null || open === null) return;
  const { template } = open.model;
  setFlowType(type, open.id);
  const source = shapeAt(diagram, template, from);
  const target = shapeAt(diagram, template, to);
  createFlow(
    canvas,
    type,
    source === undefined ? from : { element: source.id },
    target === undefined ? to : { element: target.id },
  );
}
