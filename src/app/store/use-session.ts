import { useStore } from 'zustand';
import type { Diagram } from '../../core/document/index.ts';
import { activeDiagram, activeModel, session } from './session.ts';
import type { OpenModel, SessionState } from './state.ts';

/** The only hook on the store. The selector must return the same reference while nothing it reads changes. */
export function useSession<T>(selector: (state: SessionState) => T): T {
  return useStore(session, selector);
}

/** The model in front, or null on the start page. */
export const useActiveModel = (): OpenModel | null => useSession(activeModel);

/** The diagram in front. */
export const useActiveDiagram = (): Diagram | null => useSession(activeDiagram);
