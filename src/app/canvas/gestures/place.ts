import { CANVAS_START, shapeKindOf, type TypeId } from '../../../core/document/index.ts';
import { INSET } from '../../../core/drawing/index.ts';
import { insetRect, type Point, type Rect } from '../../../core/geometry/index.ts';
import { activeDiagram, activeModel, GRID, session, setFlowType, setTool } from '../../store/index.ts';
import { shapeAt } from '../connectable.ts';
import { createFlow, createLineBoundary, createShape, sizeOf } from '../create/create.ts';
import { findStencil } from '../create/stencils.ts';
import { live } from '../live.ts';
import type { At, Gesture } from './controller.ts';
import { boundaryAroundNew } from './enclosing.ts';
import { LEAST_DRAWN } from './resize.ts';
import { toGrid } from './snap.ts';

/** Half of a line that is placed by a click, in model units. */
const HALF_LINE = 70;

/** The box that a stencil placed at a point gets: on the canvas, and on the grid when that is on. */
export function boxAt(type: TypeId, at: Point): Rect | null {
  const template = activeModel()?.model.template;
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
export function ghostAt(type: TypeId, at: Point): void {
  const box = boxAt(type, at);
  const diagram = activeDiagram();
  const template = activeModel()?.model.template;
  const kind = template === undefined ? undefined : shapeKindOf(template, type);
  if (box === null || diagram === null || kind === undefined) live.setState({ ghost: null, aim: null });
  else
    live.setState({
      ghost: { typeId: type, box: insetRect(box, INSET) },
      aim: boundaryAroundNew(diagram, { kind, ...box }),
    });
}

/** Places a stencil of any kind at a point: a shape around it, a line across it. */
export function placeAt(type: TypeId, at: Point): void {
  const template = activeModel()?.model.template;
  const stencil = template === undefined ? undefined : findStencil(template, type);
  if (stencil === undefined) return;
  const box = boxAt(type, at);
  if (box !== null) {
    createShape(type, box);
    return;
  }
  const from = { x: at.x - HALF_LINE, y: at.y };
  const to = { x: at.x + HALF_LINE, y: at.y };
  if (stencil.kind === 'lineBoundary') createLineBoundary(type, { ...from, y: at.y }, to);
  else {
    setFlowType(type);
    createFlow(type, from, to);
  }
}

/** The chosen stencil: a click places it, a drag gives boxes their size and lines their ends. */
export function placeGesture(type: TypeId, keep: boolean, start: At): Gesture {
  const open = activeModel();
  const stencil = open === null ? undefined : findStencil(open.model.template, type);
  const done = () => {
    if (!keep) setTool({ kind: 'select' });
  };
  /** Drawn from one point to the other, as far as that is on the canvas. */
  const drawable = ({ x, y }: Point): Point => ({
    x: placed(x - INSET) + INSET,
    y: placed(y - INSET) + INSET,
  });
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
    kind: 'connect',
    move: (at) => {
      if (isLine) {
        const control = { x: (start.point.x + at.point.x) / 2, y: (start.point.y + at.point.y) / 2 };
        live.setState({
          connecting: { curve: { from: start.point, control, to: at.point }, target: null },
        });
      } else live.setState({ ghost: { typeId: type, box: boxOf(at) } });
    },
    end: (at) => {
      const box = boxOf(at);
      if (stencil?.kind === 'lineBoundary') createLineBoundary(type, start.point, at.point);
      else if (stencil?.kind === 'flow') drawFlow(type, start.point, at.point);
      else if (box.width < LEAST_DRAWN || box.height < LEAST_DRAWN) placeAt(type, at.point);
      else createShape(type, insetRect(box, -INSET));
      done();
    },
    click: (at) => {
      placeAt(type, at.point);
      done();
    },
  };
}

function drawFlow(type: TypeId, from: Point, to: Point): void {
  const diagram = activeDiagram();
  const template = activeModel()?.model.template;
  if (diagram === null || template === undefined) return;
  setFlowType(type);
  const source = shapeAt(diagram, template, from);
  const target = shapeAt(diagram, template, to);
  createFlow(
    type,
    source === undefined ? from : { element: source.id },
    target === undefined ? to : { element: target.id },
  );
}
