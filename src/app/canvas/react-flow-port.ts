import type { ReactFlowInstance } from '@xyflow/react';
import { clientPoint, modelPoint } from '../../core/geometry/index.ts';
import type { CanvasPort } from './base/port.ts';
import { MAX_ZOOM, MIN_ZOOM } from './base/view.ts';
import type { ShapeNode } from './nodes/project.ts';

/** Milliseconds that the view takes to get somewhere. */
const MOVEMENT = 180;

const duration = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVEMENT);

/** Milliseconds that a movement may take where frames are late. */
const LONGEST = 500;

/** What the zoom is multiplied or divided by at each step. */
const STEP = 1.2;

/** A mounted canvas: its view is React Flow's, its place on the page its element's. */
export function reactFlowPort(flow: ReactFlowInstance<ShapeNode>, element: HTMLElement): CanvasPort {
  /** Where a movement goes until it ends; React Flow does not tell of one that another takes the place of. */
  let goal: { readonly zoom: number; readonly begun: number } | null = null;
  const goTo = (zoom: number, movement: Promise<boolean>): void => {
    const mine = { zoom, begun: performance.now() };
    goal = mine;
    void movement.then(() => {
      if (goal === mine) goal = null;
    });
  };
  const zoomTo = (asked: number): void => {
    const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, asked));
    goTo(zoom, flow.zoomTo(zoom, { duration: duration() }));
  };
  return {
    toModel: (client) => {
      const { x, y } = flow.screenToFlowPosition({ x: client.x, y: client.y });
      return modelPoint(x, y);
    },
    toClient: (point) => {
      const { x, y } = flow.flowToScreenPosition({ x: point.x, y: point.y });
      return clientPoint(x, y);
    },
    frame: () => element.getBoundingClientRect(),
    viewport: () => flow.getViewport(),
    setViewport: (view) => {
      goal = null;
      void flow.setViewport(view);
    },
    setCentre: (centre, zoom, animate) =>
      goTo(zoom, flow.setCenter(centre.x, centre.y, { zoom, duration: animate ? duration() : 0 })),
    zoomBy: (direction) => {
      // A step that comes before the last one has got there is a whole one, too.
      const from = goal !== null && performance.now() < goal.begun + LONGEST ? goal.zoom : flow.getZoom();
      zoomTo(direction === 'in' ? from * STEP : from / STEP);
    },
    zoomTo,
    focus: (pressed) => element.focus({ preventScroll: true, ...(pressed ? { focusVisible: false } : {}) }),
    follow: ({ moved, released, lost }) => {
      addEventListener('pointermove', moved);
      addEventListener('pointerup', released);
      addEventListener('pointercancel', lost);
      return () => {
        removeEventListener('pointermove', moved);
        removeEventListener('pointerup', released);
        removeEventListener('pointercancel', lost);
      };
    },
    capture: (pointerId, cursor) => {
      element.setPointerCapture(pointerId);
      // What has captured the pointer shows the cursor, wherever the pointer is.
      element.style.cursor = cursor;
    },
    restoreCursor: () => element.style.removeProperty('cursor'),
    nextFrame: (run) => {
      const frame = requestAnimationFrame(run);
      return () => cancelAnimationFrame(frame);
    },
  };
}
