import {
  type ElementId,
  findLine,
  findShape,
  type Port,
  portForm,
  type Shape,
} from '../../../core/document/index.ts';
import { reconnect } from '../../../core/edit/index.ts';
import { curveThrough, modelPoint, type Point, portPoint } from '../../../core/geometry/index.ts';
import { words } from '../../words/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { At, Gesture } from '../base/gesture.ts';
import { openPopup, previewEdit } from '../base/showing.ts';
import { currentZoom } from '../base/view.ts';
import { connectShapes, reattach, routeBetween } from '../create/create.ts';
import { attach, shapeAt } from './connectable.ts';

/** Screen pixels around a shape that still count as it. */
const NEAR = 12;
/** How far a new element is put from the one whose port was clicked, between their centres. */
const STEP = 200;

const DIRECTIONS: Readonly<Record<Port, Point>> = {
  None: { x: 1, y: 0 },
  North: { x: 0, y: -1 },
  NorthEast: { x: 0.8, y: -0.8 },
  East: { x: 1, y: 0 },
  SouthEast: { x: 0.8, y: 0.8 },
  South: { x: 0, y: 1 },
  SouthWest: { x: -0.8, y: 0.8 },
  West: { x: -1, y: 0 },
  NorthWest: { x: -0.8, y: -0.8 },
};

function target(canvas: Canvas, at: At) {
  const diagram = canvas.diagram();
  const template = canvas.open()?.model.template;
  if (diagram === null || template === undefined) return undefined;
  return shapeAt(diagram, template, at.point, NEAR / currentZoom(canvas));
}

/** Draws a flow from a port to another element, to itself, or to a new element that a list then offers. */
export function connectGesture(canvas: Canvas, id: ElementId, port: Port): Gesture {
  const { live } = canvas;
  const diagram = canvas.diagram();
  const source = diagram === null ? undefined : findShape(diagram, id);
  const from = source === undefined ? { x: 0, y: 0 } : portPoint(source, portForm(source), port);

  /** Into empty space. */
  function showFree(to: Point): void {
    live.setState({
      connecting: { curve: curveThrough(from, middle(from, to), to), target: null },
      aim: null,
    });
  }

  /** To an element: the way that the flow will take. */
  function showRoute(shape: Shape, at: At): void {
    const curve = routeBetween(canvas, id, shape.id, {
      sourcePort: port,
      ...targetPort(canvas, shape, at),
    });
    live.setState({ connecting: curve === null ? null : { curve, target: shape.id }, aim: shape.id });
  }

  return {
    kind: 'connect',
    cursor: 'crosshair',
    move: (at) => {
      const shape = target(canvas, at);
      if (shape === undefined) showFree(at.point);
      else showRoute(shape, at);
    },
    end: (at) => {
      if (source === undefined) return;
      const shape = target(canvas, at);
      if (shape !== undefined)
        connectShapes(canvas, source.id, shape.id, {
          sourcePort: port,
          ...targetPort(canvas, shape, at),
        });
      else
        openPopup(canvas, {
          kind: 'insert',
          at: at.point,
          query: '',
          from: id,
          port,
          around: null,
          optional: false,
        });
    },
    click: () => {
      if (source === undefined) return;
      const away = DIRECTIONS[port];
      const at = modelPoint(
        Math.round(source.left + source.width / 2 + away.x * (STEP + source.width / 2 - 50)),
        Math.round(source.top + source.height / 2 + away.y * (STEP + source.height / 2 - 50)),
      );
      showFree(at);
      openPopup(canvas, { kind: 'insert', at, query: '', from: id, port, around: null, optional: false });
    },
  };
}

/** Dropped near a port, that one is meant; elsewhere on the element, the nearest to where the flow comes from. */
function targetPort(canvas: Canvas, shape: Shape, at: At): { targetPort?: Port } {
  const near = attach(shape, at.point);
  const close = Math.hypot(near.x - at.point.x, near.y - at.point.y) < (2 * NEAR) / currentZoom(canvas);
  return close ? { targetPort: near.port } : {};
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });

/** Drags one end of a line: to another element, to another port, or to a free place. */
export function reconnectGesture(canvas: Canvas, id: ElementId, end: 'source' | 'target'): Gesture {
  const diagram = canvas.diagram();
  const line = diagram === null ? undefined : findLine(diagram, id);

  function place(at: At) {
    const shape = line?.kind === 'flow' ? target(canvas, at) : undefined;
    const free = { x: Math.round(at.point.x), y: Math.round(at.point.y) };
    const { targetPort: port } = shape === undefined ? {} : targetPort(canvas, shape, at);
    return shape === undefined ? free : { element: shape.id, ...(port === undefined ? {} : { port }) };
  }

  return {
    kind: 'reconnect',
    cursor: 'crosshair',
    move: (at) => {
      previewEdit(canvas, (model) => reconnect(model, id, end, place(at)));
      canvas.live.setState({ aim: line?.kind === 'flow' ? (target(canvas, at)?.id ?? null) : null });
    },
    end: (at) => {
      const attached = line?.kind === 'flow' && target(canvas, at) !== undefined;
      const { reconnect, detach, moveEnd } = words.canvas.steps;
      const label = line?.kind === 'flow' ? (attached ? reconnect : detach) : moveEnd;
      reattach(canvas, label, id, end, place(at));
    },
  };
}
