import { type OnMove, useReactFlow, useStore } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { boundsOf } from '../../core/drawing/index.ts';
import { rectContainsRect } from '../../core/geometry/index.ts';
import { activeModel, session, useSession } from '../store/index.ts';
import { upTo } from '../ui/index.ts';
import type { Canvas } from './base/canvas.ts';
import type { Viewport } from './base/port.ts';
import { reachAt } from './base/reach.ts';
import { useShownModel } from './base/use-canvas.ts';
import {
  currentZoom,
  ensureVisible,
  fitDiagram,
  keepFit,
  setPort,
  showRect,
  visibleRect,
} from './base/view.ts';
import { viewMoved } from './gestures/controller.ts';
import type { ShapeNode } from './nodes/project.ts';
import { reactFlowPort } from './react-flow-port.ts';
import { markedBy } from './use-drawn.ts';

interface ViewHandlers {
  readonly onInit: () => void;
  readonly onMoveStart: OnMove;
  readonly onMove: OnMove;
  readonly onMoveEnd: OnMove;
}

/** Marks a canvas while its view moves: `pan` until its zoom changes, then `zoom`. */
const MOVING = 'data-moving';

interface Motion {
  /** The zoom at its start; null at rest. */
  readonly from: number | null;
  readonly steps: number;
  readonly timer: number | undefined;
}

const AT_REST: Motion = { from: null, steps: 0, timer: undefined };

/** Milliseconds after an end until the view rests, if it does not move again. */
const RESTS = 50;

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
  // The first view can only be set once React Flow has measured its pane.
  const [measured, setMeasured] = useState(false);
  const onInit = useCallback(() => setMeasured(true), []);
  const [placed, setPlaced] = useState('');
  const ready = measured && prepared;
  useLayoutEffect(() => {
    if (!ready) return;
    show();
    element.current?.style.setProperty('--reach', `${reachAt(currentZoom(canvas))}px`);
    setPlaced(key);
  }, [canvas, element, ready, show, key]);

  // Panels that come and go leave the diagram fitted, unless the view was moved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the area and the diagram decide what fits
  useEffect(() => {
    if (ready) keepFit(canvas);
  }, [canvas, ready, area, key]);

  // Beside React: not all of the canvas is drawn anew when the view begins or ends to move.
  const motion = useRef(AT_REST);
  const moved = useCallback(
    (event: MouseEvent | TouchEvent | null, { zoom }: Viewport, steps: number) => {
      const surface = element.current;
      const { from, timer } = motion.current;
      clearTimeout(timer);
      motion.current = { from: from ?? zoom, steps, timer: undefined };
      if (from === null) surface?.setAttribute(MOVING, 'pan');
      else if (from !== zoom && surface?.getAttribute(MOVING) === 'pan') surface.setAttribute(MOVING, 'zoom');
      // A jump has one step. What fingers hold has to stay where it is, or the browser tells no more of them.
      if (event ? !event.type.startsWith('touch') : steps > 1)
        canvas.live.setState(({ movingFrom }) => ({ movingFrom: movingFrom ?? motion.current.from }));
    },
    [canvas, element],
  );
  const rested = useCallback(() => {
    clearTimeout(motion.current.timer);
    motion.current = AT_REST;
    element.current?.removeAttribute(MOVING);
    element.current?.style.setProperty('--reach', `${reachAt(currentZoom(canvas))}px`);
    canvas.live.setState({ movingFrom: null });
  }, [canvas, element]);
  useEffect(() => rested, [rested]);
  // Each turn of a wheel is a start.
  const onMoveStart: OnMove = useCallback(
    (event, viewport) => moved(event, viewport, motion.current.from === null ? 0 : motion.current.steps),
    [moved],
  );
  const onMove: OnMove = useCallback(
    (event, viewport) => {
      moved(event, viewport, motion.current.steps + 1);
      viewMoved(canvas);
    },
    [canvas, moved],
  );
  // React Flow tells the end of one motion some time after it, when another may be under way.
  const onMoveEnd: OnMove = useCallback(
    (_, viewport) => {
      clearTimeout(motion.current.timer);
      motion.current = { ...motion.current, timer: window.setTimeout(rested, RESTS) };
      // The view of a presentation ends with it.
      if (!presenting) canvas.views.set(key, viewport);
    },
    [canvas, key, presenting, rested],
  );

  const reveal = useSession((state) => state.reveal);
  useEffect(() => {
    if (ready && reveal !== null) followReveal(canvas);
  }, [canvas, ready, reveal]);

  const threats = useShownModel()?.selectedThreats;
  useEffect(() => {
    if (ready && threats?.size === 1) showMarked(canvas);
  }, [canvas, ready, threats]);
  return [ready && placed === key, { onInit, onMoveStart, onMove, onMoveEnd }];
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
