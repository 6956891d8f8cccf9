import { type OnMove, useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { rectContainsRect } from '../../core/geometry/index.ts';
import { activeDiagram, session, useSession } from '../store/index.ts';
import { boundsOf } from './bounds.ts';
import type { ShapeNode } from './project.ts';
import { canvasPort, recallView, rememberView, setCanvasPort, showRect, visibleRect } from './view.ts';

/** Ties the view to the diagram: each one keeps its own, a new one is fitted, reveals are followed. */
export function useCanvasView(
  key: string,
  canvas: RefObject<HTMLElement | null>,
): { readonly onInit: () => void; readonly onMoveEnd: OnMove } {
  const flow = useReactFlow<ShapeNode>();
  const ready = useRef(false);
  useEffect(() => {
    if (canvas.current !== null) setCanvasPort({ flow, element: canvas.current });
    return () => setCanvasPort(null);
  }, [flow, canvas]);

  const show = useCallback(() => {
    const known = recallView(key);
    if (known !== undefined) void flow.setViewport(known);
    else fitDiagram(false);
    followReveal();
  }, [flow, key]);
  // The first view can only be set once React Flow has measured its pane.
  const onInit = useCallback(() => {
    ready.current = true;
    show();
  }, [show]);
  useLayoutEffect(() => {
    if (ready.current) show();
  }, [show]);

  const onMoveEnd: OnMove = useCallback((_, viewport) => rememberView(key, viewport), [key]);

  const reveal = useSession((state) => state.reveal);
  useEffect(() => {
    if (ready.current && reveal !== null) followReveal();
  }, [reveal]);
  return { onInit, onMoveEnd };
}

/** The whole diagram, never larger than life. */
export function fitDiagram(animate = true): void {
  const diagram = activeDiagram();
  const bounds = diagram === null ? null : boundsOf(diagram);
  if (bounds !== null) showRect(bounds, 1, animate);
  else void canvasPort()?.flow.setViewport({ x: 0, y: 0, zoom: 1 });
}

/** The last reveal that was followed: coming back to the canvas must not repeat it. */
let followed = 0;

/** Brings what the store asks for into view, when it is not there already. */
function followReveal(): void {
  const { reveal } = session.getState();
  const diagram = activeDiagram();
  if (reveal === null || diagram === null || reveal.nonce === followed) return;
  followed = reveal.nonce;
  const bounds = boundsOf(diagram, new Set(reveal.ids));
  if (bounds !== null && !rectContainsRect(visibleRect(), bounds)) showRect(bounds, 1);
}
