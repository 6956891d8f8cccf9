import { type OnMove, useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { boundsOf } from '../../core/drawing/index.ts';
import { rectContainsRect } from '../../core/geometry/index.ts';
import { activeDiagram, activeModel, session, useSession } from '../store/index.ts';
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

  const presenting = useSession((state) => state.presenting);
  // The frame grows and shrinks with the presentation: it is fitted again when that has happened.
  const size = useStore((state) => (presenting ? `${state.width} ${state.height}` : ''));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size decides what fits
  const show = useCallback(() => {
    const known = presenting ? undefined : recallView(key);
    if (known !== undefined) void flow.setViewport(known);
    else fitDiagram(false);
    followReveal();
  }, [flow, key, presenting, size]);
  // The first view can only be set once React Flow has measured its pane.
  const onInit = useCallback(() => {
    ready.current = true;
    show();
  }, [show]);
  useLayoutEffect(() => {
    if (ready.current) show();
  }, [show]);

  // The view of a presentation ends with it.
  const onMoveEnd: OnMove = useCallback(
    (_, viewport) => {
      if (!presenting) rememberView(key, viewport);
    },
    [key, presenting],
  );

  const reveal = useSession((state) => state.reveal);
  useEffect(() => {
    if (ready.current && reveal !== null) followReveal();
  }, [reveal]);
  return { onInit, onMoveEnd };
}

/** From the back of a room a small diagram may be larger than life. */
const LARGEST_PRESENTED = 2.5;

/** The whole diagram; while editing never larger than life. */
export function fitDiagram(animate = true): void {
  const diagram = activeDiagram();
  const template = activeModel()?.model.template;
  const bounds = diagram === null || template === undefined ? null : boundsOf(diagram, template);
  if (bounds !== null) showRect(bounds, session.getState().presenting ? LARGEST_PRESENTED : 1, animate);
  else void canvasPort()?.flow.setViewport({ x: 0, y: 0, zoom: 1 });
}

/** The last reveal that was followed: coming back to the canvas must not repeat it. */
let followed = 0;

/** Brings what the store asks for into view, when it is not there already. */
function followReveal(): void {
  const { reveal } = session.getState();
  const diagram = activeDiagram();
  const template = activeModel()?.model.template;
  if (reveal === null || diagram === null || template === undefined || reveal.nonce === followed) return;
  followed = reveal.nonce;
  const bounds = boundsOf(diagram, template, new Set(reveal.ids));
  if (bounds !== null && !rectContainsRect(visibleRect(), bounds)) showRect(bounds, 1);
}
