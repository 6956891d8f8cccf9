import type { ClientPoint, ModelPoint } from '../../../core/geometry/index.ts';

/** The view on a diagram: what is at `x`, `y` pixels from the corner of the canvas, and how large a unit is drawn. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Where the canvas is on the screen, in client pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** What a gesture reads from a pointer event. */
export type PointerState = Pick<
  PointerEvent,
  | 'clientX'
  | 'clientY'
  | 'pointerId'
  | 'pointerType'
  | 'buttons'
  | 'shiftKey'
  | 'altKey'
  | 'ctrlKey'
  | 'metaKey'
>;

/** What is told of a pointer that is held down. */
export interface PointerListener {
  readonly moved: (event: PointerState) => void;
  readonly released: (event: PointerState) => void;
  /** The browser took it for something of its own. */
  readonly lost: (event: PointerState) => void;
}

/**
 * The page as a canvas sees it: where it lies there, how its view moves, what the pointer does. The mounted
 * component makes one of React Flow and its element, a test makes one of numbers.
 */
export interface CanvasPort {
  readonly toModel: (client: ClientPoint) => ModelPoint;
  readonly toClient: (point: ModelPoint) => ClientPoint;
  readonly frame: () => Frame;
  readonly viewport: () => Viewport;
  readonly setViewport: (view: Viewport) => void;
  /** Moves the middle of the view there; `animate`: as a movement, unless motion is not wanted. */
  readonly setCentre: (centre: ModelPoint, zoom: number, animate: boolean) => void;
  readonly zoomBy: (direction: 'in' | 'out') => void;
  readonly zoomTo: (zoom: number) => void;
  /** Gives the canvas the keyboard; `pressed` by a pointer, it needs no ring to be found. */
  readonly focus: (pressed: boolean) => void;
  /** Tells of every pointer, wherever on the page it goes, until the returned function is called. */
  readonly follow: (listener: PointerListener) => () => void;
  /** From now on the canvas alone has the pointer and shows this cursor, wherever it goes. */
  readonly capture: (pointerId: number, cursor: string) => void;
  /** The canvas shows its own cursor again. */
  readonly restoreCursor: () => void;
  /** Runs once before the next picture; the returned function calls it off. */
  readonly nextFrame: (run: () => void) => () => void;
}
