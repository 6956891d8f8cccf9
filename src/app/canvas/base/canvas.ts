import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Diagram, ElementId } from '../../../core/document/index.ts';
import type { ClientPoint, Point } from '../../../core/geometry/index.ts';
import {
  activeModel,
  commit,
  type OpenModel,
  type SessionState,
  select,
  session,
} from '../../store/index.ts';
import type { Running } from './gesture.ts';
import { type Live, RESTING } from './live.ts';
import type { CanvasPort, Frame, Viewport } from './port.ts';

/**
 * One canvas: which model it shows, what is going on there, and what it remembers. Several can stand on one page:
 * gestures get theirs as a parameter, components from `useCanvas`, commands take the one in front (`front.ts`).
 */
export interface Canvas {
  /** Unique on the page. */
  readonly id: string;
  /** The open model whose diagram it shows; null when there is none. */
  readonly open: (state?: SessionState) => OpenModel | null;
  readonly diagram: (state?: SessionState) => Diagram | null;
  /** Changes the model that it shows, as the store's `commit` does the one in front. */
  readonly commit: typeof commit;
  /** Selects elements of what it shows. */
  readonly select: (ids: Iterable<ElementId>) => void;
  /** What it shows beyond the model. */
  readonly live: StoreApi<Live>;
  /** Its place on the page; null while it is not there. */
  port: CanvasPort | null;
  /** Where the pointer was last over it; null when it is elsewhere. */
  pointer: ClientPoint | null;
  /** The gesture in progress. */
  running: Running | null;
  /** The last press became a drag. */
  dragged: boolean;
  /** The views of diagrams that are not in front, by tab and diagram. */
  readonly views: Map<string, Viewport>;
  /** The views that fitted diagrams last, by tab and diagram, and the size of the canvas then. */
  readonly fitted: Map<string, Viewport & Pick<Frame, 'width' | 'height'>>;
  /** The last `reveal` that it followed: coming back to the page must not repeat it. */
  revealed: number;
  /** The element that a step along the flows came from. */
  cameFrom: ElementId | null;
  /** Where the last paste went and how often: one more at the same place must not hide it. */
  pasted: { readonly text: string; readonly at: Point; readonly times: number } | null;
}

/** A canvas that shows the diagram in front of an open model: of the model in front, when none is named. */
export function createCanvas(
  id: string,
  open: (state: SessionState) => OpenModel | null = activeModel,
): Canvas {
  const shown = (state: SessionState = session.getState()) => open(state);
  return {
    id,
    open: shown,
    diagram: (state) => {
      const model = shown(state);
      return model?.model.diagrams.find((diagram) => diagram.id === model.diagramId) ?? null;
    },
    // No tab has the empty id: a canvas that shows nothing changes nothing.
    commit: (label, command, options) => commit(label, command, { model: shown()?.id ?? '', ...options }),
    select: (ids) => select(ids, shown()?.id),
    live: createStore<Live>(() => RESTING),
    port: null,
    pointer: null,
    running: null,
    dragged: false,
    views: new Map(),
    fitted: new Map(),
    revealed: 0,
    cameFrom: null,
    pasted: null,
  };
}
