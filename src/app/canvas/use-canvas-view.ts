import { type OnMove, useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { boundsOf } from '../../core/drawing/index.ts';
import { rectContainsRect } from '../../core/geometry/index.ts';
import { activeModel, session, useSession } from '../store/index.ts';
import { upTo } from '../ui/index.ts';
import type { Canvas } from './base/canvas.ts';
import { useShownModel } from './base/use-canvas.ts';
import { ensureVisible, fitDiagram, keepFit, setPort, showRect, visibleRect } from './base/view.ts';
import { viewMoved } from './gestures/controller.ts';
import type { ShapeNode } from './nodes/project.ts';
import { reactFlowPort } from './react-flow-port.ts';
import { markedBy } from './use-drawn.ts';
import { useMotion } from './use-motion.ts';

interface ViewHandlers {
  readonly onInit: () => void;
  readonly onMoveStart: OnMove;
  readonly onMove: OnMove;
  readonly onMoveEnd: OnMove;
}

/**
 * Ties the view to the diagram: each one keeps its own, a new one is fitted, reveals are followed. Tells whether the
 * view is that of this diagram: not before it is `prepared`.
 */
export function useCanvasView(
  canvas: Canvas,
  key: string,
  element: RefObject<HTMLElement | null>,
  prepared: boolean,
): readonly [isPlaced: boolean, handlers: ViewHandlers] {
  const flow = useReactFlow<ShapeNode>();
  useEffect(() => {
    if (element.current !== null) setPort(canvas, reactFlowPort(flow, element.current));
    return () => setPort(canvas, null);
  }, [canvas, flow, element]);

  const presenting = useSession((state) => state.presenting);
  // The frame grows and shrinks with the presentation: it is fitted again when that has happened.
  const area = useStore((state) => `${state.width} ${state.height}`);
  const size = presenting ? area : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the size decides what fits
  const show = useCallback(() => {
    const known = presenting ? undefined : canvas.views.get(key);
    if (known !== undefined) void flow.setViewport(known);
    else fitDiagram(canvas, false);
    followReveal(canvas);
  }, [canvas, flow, key, presenting, size]);
  const { begins, goesOn, ends, rests } = useMotion(canvas, element);
  // The first view can only be set once React Flow has measured its pane.
  const [measured, setMeasured] = useState(false);
  const onInit = useCallback(() => setMeasured(true), []);
  const [placed, setPlaced] = useState('');
  const ready = measured && prepared;
  useLayoutEffect(() => {
    if (!ready) return;
    show();
    rests();
    setPlaced(key);
  }, [ready, show, rests, key]);

  // Panels that come and go leave the diagram fitted, unless the view was moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the area and the diagram decide what fits
  useEffect(() => {
    if (ready) keepFit(canvas);
  }, [canvas, ready, area, key]);

  const onMove: OnMove = useCallback(
    (event, viewport) => {
      goesOn(event, viewport);
      viewMoved(canvas);
    },
    [canvas, goesOn],
  );
  const onMoveEnd: OnMove = useCallback(
    (_, viewport) => {
      ends();
      // The view of a presentation ends with it.
      if (!presenting) canvas.views.set(key, viewport);
    },
    [canvas, key, presenting, ends],
  );

  const reveal = useSession((state) => state.reveal);
  useEffect(() => {
    if (ready && reveal !== null) followReveal(canvas);
  }, [canvas, ready, reveal]);

  const threats = useShownModel()?.selectedThreats;
  useEffect(() => {
    if (ready && threats?.size === 1) showMarked(canvas);
  }, [canvas, ready, threats]);
  return [ready && placed === key, { onInit, onMoveStart: begins, onMove, onMoveEnd }];
}

/** Brings what the store asks for, on the model in front, into view, when it is not there already. */
function followReveal(canvas: Canvas): void {
  const { reveal } = session.getState();
  const diagram = canvas.diagram();
  const open = canvas.open();
  if (reveal === null || diagram === null || open === null || open !== activeModel()) return;
  if (reveal.nonce === canvas.revealed) return;
  canvas.revealed = reveal.nonce;
  const bounds = boundsOf(diagram, open.model.template, new Set(reveal.ids));
  if (bounds !== null && !rectContainsRect(visibleRect(canvas), bounds)) showRect(canvas, bounds, 1);
}

/** Pixels above the list in which something can be shown. */
const LEAST_ROOM = 120;

/** On a small screen the list lies over the diagram: what its selected threat is about is moved above it. */
function showMarked(canvas: Canvas): void {
  const [diagram, open, frame] = [canvas.diagram(), canvas.open(), canvas.port?.frame()];
  if (diagram === null || open === null || !frame || !matchMedia(upTo('narrow')).matches) return;
  const bounds = boundsOf(diagram, open.model.template, markedBy(open.model, open.selectedThreats));
  const list = document.querySelector('.panel-bottom')?.getBoundingClientRect().top ?? frame.bottom;
  // On a phone that lies on its side the list takes all of the canvas: nothing can be shown beside it.
  if (bounds !== null && list - frame.top >= LEAST_ROOM)
    ensureVisible(canvas, bounds, Math.max(0, frame.bottom - list));
}
