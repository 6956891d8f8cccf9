import type { Diagram, ElementId, Port, TypeId } from '../../../core/document/index.ts';
import type { Curve, ModelPoint, Rect } from '../../../core/geometry/index.ts';
import type { GestureKind } from './gesture.ts';
import type { Snap } from './guides.ts';

/** A new flow being drawn, from an element towards the pointer or the element under it. */
export interface Connecting {
  readonly curve: Curve;
  readonly target: ElementId | null;
}

/** Where a new element goes and what it is connected to. */
export interface InsertRequest {
  /** The element is centred here. */
  readonly at: ModelPoint;
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

/** The stencil that would be placed: the box that it is drawn in, or the way of a line. */
export type Ghost = { readonly typeId: TypeId } & (
  | { readonly box: Rect; readonly curve?: never }
  | { readonly curve: Curve }
);

/** What the canvas shows beyond the model: gestures in progress, hovering, open lists. Never stored. */
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
  /** The zoom from which the view moves: what would be drawn anew can wait until it rests. Null while it does. */
  readonly movingFrom: number | null;
  readonly popup: Popup | null;
  /** The space bar is down: the pointer pans. */
  readonly space: boolean;
  readonly gesture: GestureKind | null;
  /** What a click would place here. */
  readonly ghost: Ghost | null;
}

export const RESTING: Live = {
  preview: null,
  snap: null,
  marquee: null,
  connecting: null,
  aim: null,
  crossed: new Set(),
  hover: null,
  movingFrom: null,
  popup: null,
  space: false,
  gesture: null,
  ghost: null,
};
