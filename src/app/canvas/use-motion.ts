import type { OnMove } from '@xyflow/react';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Canvas } from './base/canvas.ts';
import type { Viewport } from './base/port.ts';
import { reachAt } from './base/reach.ts';
import { currentZoom } from './base/view.ts';

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
 * Says of a canvas that its view moves, from what React Flow tells: to styles, and as `movingFrom` to what is drawn. Most
 * of it beside React: the canvas is not drawn anew for it.
 */
export function useMotion(canvas: Canvas, element: RefObject<HTMLElement | null>) {
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
  const rests = useCallback(() => {
    clearTimeout(motion.current.timer);
    motion.current = AT_REST;
    element.current?.removeAttribute(MOVING);
    element.current?.style.setProperty('--reach', `${reachAt(currentZoom(canvas))}px`);
    canvas.live.setState({ movingFrom: null });
  }, [canvas, element]);
  useEffect(() => rests, [rests]);
  // Each turn of a wheel is a start.
  const begins: OnMove = useCallback(
    (event, viewport) => moved(event, viewport, motion.current.steps),
    [moved],
  );
  const goesOn: OnMove = useCallback(
    (event, viewport) => moved(event, viewport, motion.current.steps + 1),
    [moved],
  );
  // React Flow tells the end of one motion some time after it, when another may be under way.
  const ends = useCallback(() => {
    clearTimeout(motion.current.timer);
    motion.current = { ...motion.current, timer: window.setTimeout(rests, RESTS) };
  }, [rests]);
  return { begins, goesOn, ends, rests };
}
