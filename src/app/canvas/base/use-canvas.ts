import { createContext, useContext, useState } from 'react';
import { useStore } from 'zustand';
import type { Diagram } from '../../../core/document/index.ts';
import { type OpenModel, useSession } from '../../store/index.ts';
import type { Canvas } from './canvas.ts';
import type { Live } from './live.ts';

export const CanvasContext = createContext<Canvas | null>(null);

/** The canvas that a component belongs to: the same object as long as that is on the page. */
export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext);
  if (canvas === null) throw new Error('There is no canvas around this component');
  return canvas;
}

/** The selector must return the same reference while nothing it reads changes. */
export function useLive<T>(selector: (state: Live) => T): T {
  return useStore(useCanvas().live, selector);
}

/** A value as it was before the view began to move: what all that is drawn goes by is not changed in each frame. */
export function useAtRest<T>(now: T): T {
  const moving = useLive((state) => state.movingFrom !== null);
  const [held, setHeld] = useState(now);
  if (moving || held === now) return held;
  setHeld(now);
  return now;
}

/** The open model that the canvas shows. */
export const useShownModel = (): OpenModel | null => useSession(useCanvas().open);

/** The diagram that the canvas shows. */
export const useShownDiagram = (): Diagram | null => useSession(useCanvas().diagram);
