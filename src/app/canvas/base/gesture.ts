import type { ClientPoint, ModelPoint } from '../../../core/geometry/index.ts';

/** The handles of a frame by the compass, clockwise from the upper left. */
export const CORNERS = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Corner = (typeof CORNERS)[number];

/** The pointer during a gesture. */
export interface At {
  readonly point: ModelPoint;
  readonly client: ClientPoint;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
}

export type GestureKind =
  | 'move'
  | 'resize'
  | 'connect'
  | 'reconnect'
  | 'bend'
  | 'place'
  | 'marquee'
  | 'pan'
  /** A finger on the pane: the view pans by itself, only a tap is ours. */
  | 'tap';

/**
 * Something done with the pointer held down. What it shows while it runs goes into `live`; the model changes at
 * most once, in `end` or `click`.
 */
export interface Gesture {
  readonly kind: GestureKind;
  /** The cursor while it runs, as CSS names it. */
  readonly cursor: string;
  readonly move: (at: At) => void;
  readonly end: (at: At) => void;
  /** The pointer came up where it went down. */
  readonly click?: (at: At) => void;
  /** Takes back what `move` did beyond `live`, when the gesture is dropped. */
  readonly cancel?: () => void;
  /** False: the view does not move when the pointer reaches its edge. */
  readonly autoPan?: boolean;
}

/** The gesture in progress. */
export interface Running {
  readonly gesture: Gesture;
  readonly pointerId: number;
  readonly start: ClientPoint;
  /** Pixels that the pointer may tremble before the press becomes a drag. */
  readonly slop: number;
  /** Lets go of the pointer. */
  readonly unfollow: () => void;
  moved: boolean;
  last: At;
  /** Calls the update off that is due; null when none is. */
  callOff: (() => void) | null;
}
