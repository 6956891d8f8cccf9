import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Diagram, ElementId, Model, Port, TypeId } from '../../core/document/index.ts';
import { type Edit, type Edited, isEdited } from '../../core/edit/index.ts';
import type { Curve, Point, Rect } from '../../core/geometry/index.ts';
import { activeModel } from '../store/index.ts';
import type { Snap } from './gestures/snap.ts';

/** A new flow being drawn, from an element towards the pointer or the element under it. */
export interface Connecting {
  readonly curve: Curve;
  readonly target: ElementId | null;
}

/** Where a new element goes and what it is connected to. */
export interface InsertRequest {
  /** Model units; the element is centred here. */
  readonly at: Point;
  readonly query: string;
  /** Connect the new element from this one. */
  readonly from: ElementId | null;
  /** The port that it was dragged from; null takes the nearest. */
  readonly port: Port | null;
  /** The box around what is selected: a boundary is drawn around it. Null when nothing is. */
  readonly around: Rect | null;
  /** True: `from` is only an offer (Alt+Enter); false: it was dragged, so it is meant. */
  readonly optional: boolean;
}

/** The one list that floats over the canvas. */
export type Popup =
  | ({ readonly kind: 'insert' } & InsertRequest)
  | { readonly kind: 'connect'; readonly from: ElementId }
  /** Puts one end of a flow at another element. */
  | { readonly kind: 'reattach'; readonly flow: ElementId; readonly end: 'source' | 'target' }
  | { readonly kind: 'type'; readonly ids: readonly ElementId[] }
  | { readonly kind: 'find' };

/** What the canvas shows beyond the document: gestures in progress, hovering, open lists. Never stored. */
export interface Live {
  /** The diagram as the gesture in progress would make it; null when there is none. */
  readonly preview: Diagram | null;
  readonly snap: Snap | null;
  readonly marquee: Rect | null;
  readonly connecting: Connecting | null;
  /** The element that a list or a gesture points at. */
  readonly aim: ElementId | null;
  /** The boundaries that other flows would cross once the drag ends than do now. */
  readonly crossed: ReadonlySet<ElementId>;
  readonly hover: ElementId | null;
  readonly popup: Popup | null;
  /** The space bar is down: the pointer pans. */
  readonly space: boolean;
  readonly gesture: 'move' | 'resize' | 'connect' | 'bend' | 'marquee' | 'pan' | null;
  /** Outline of the stencil that would be placed here: the box that it is drawn in. */
  readonly ghost: { readonly typeId: TypeId; readonly box: Rect } | null;
}

export const RESTING: Live = {
  preview: null,
  snap: null,
  marquee: null,
  connecting: null,
  aim: null,
  crossed: new Set(),
  hover: null,
  popup: null,
  space: false,
  gesture: null,
  ghost: null,
};

export const live = createStore<Live>(() => RESTING);

/** The selector must return the same reference while nothing it reads changes. */
export function useLive<T>(selector: (state: Live) => T): T {
  return useStore(live, selector);
}

/**
 * Shows the diagram in front as `command` would make it, without touching the document. Returns what the command would
 * select; null when it does not say.
 */
export function previewEdit(command: Edit): readonly ElementId[] | null {
  const open = activeModel();
  if (open === null) return null;
  const answer = command(open.model);
  const next = isEdited<Model, Edited>(answer) ? answer.value : answer;
  live.setState({ preview: next.diagrams.find((diagram) => diagram.id === open.diagramId) ?? null });
  return (isEdited<Model, Edited>(answer) ? answer.select : undefined) ?? null;
}

/** Ends whatever gesture shows; hovering and the open list stay. */
export function clearGesture(): void {
  live.setState({
    preview: null,
    snap: null,
    marquee: null,
    connecting: null,
    aim: null,
    crossed: RESTING.crossed,
    gesture: null,
    ghost: null,
  });
}

export const openPopup = (popup: Popup): void => live.setState({ popup, hover: null });

/** Closes the list and drops what it showed on the canvas. */
export const closePopup = (): void => live.setState({ popup: null, connecting: null, aim: null });
