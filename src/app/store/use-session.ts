import { useStore } from 'zustand';
import type { Diagram } from '../../core/document/index.ts';
import { activeDiagram, activeDocument, activeModel, activeTemplate, session } from './session.ts';
import type { OpenDocument, OpenModel, OpenTemplate, SessionState } from './state.ts';

/** The only hook on the store. The selector must return the same reference while nothing it reads changes. */
export function useSession<T>(selector: (state: SessionState) => T): T {
  return useStore(session, selector);
}

/** The document in front, or null on the start page. */
export const useActiveDocument = (): OpenDocument | null => useSession(activeDocument);

/** The model in front, or null when a template or the start page is. */
export const useActiveModel = (): OpenModel | null => useSession(activeModel);

/** The template in front, or null when a model or the start page is. */
export const useActiveTemplate = (): OpenTemplate | null => useSession(activeTemplate);

/** The diagram in front. */
export const useActiveDiagram = (): Diagram | null => useSession(activeDiagram);
