import type { ReactFlowInstance } from '@xyflow/react';
import { clientPoint, modelPoint } from '../../core/geometry/index.ts';
import type { CanvasPort } from './base/port.ts';
import type { ShapeNode } from './nodes/project.ts';

/** Milliseconds that the view takes to get somewhere. */
const MOVEMENT = 180;

const duration = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOVEMENT);

/** A mounted canvas: its view is React Flow's, its place on the page its element's. */
export function reactFlowPort(flow: ReactFlowInstance<ShapeNode>, element: HTMLElement): CanvasPort {
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
    setViewport: (view) => void flow.setViewport(view),
    setCentre: (centre, zoom, animate) =>
      void flow.setCenter(centre.x, centre.y, { zoom, duration: animate ? duration() : 0 }),
    zoomBy: (direction) =>
      void (direction === 'in'
        ? flow.zoomIn({ duration: duration() })
        : flow.zoomOut({ duration: duration() })),
    zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: duration() }),
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
