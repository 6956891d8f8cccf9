import { createContext, useContext } from 'react';
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

/** The open model that the canvas shows. */
export const useShownModel = (): OpenModel | null => useSession(useCanvas().open);

/** The diagram that the canvas shows. */
export const useShownDiagram = (): Diagram | null => useSession(useCanvas().diagram);
