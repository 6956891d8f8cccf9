import { type ClientPoint, clientPoint, modelPoint } from '../../../core/geometry/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { CanvasPort, Frame, PointerListener, PointerState, Viewport } from '../base/port.ts';
import { setPort } from '../base/view.ts';
import { atOf, begin } from '../gestures/controller.ts';
import { gestureFor } from '../gestures/gesture-for.ts';
import type { Part } from '../gestures/part.ts';

/** A place as numbers: across and down. */
export type Place = readonly [number, number];

/** How a pointer event differs from a bare move of the mouse with its button down. */
export type Keys = Partial<Omit<PointerState, 'clientX' | 'clientY'>>;

/** A page of numbers with room for several canvases: pointer events reach all of them, as in a browser. */
export interface Page {
  /** Puts a canvas there, by default at the corner of the page and at its own size. */
  readonly mount: (canvas: Canvas, frame?: Partial<Frame>, view?: Viewport) => Hand;
}

/** The hand on one canvas. Places are in model units; what it does goes through the events of the page. */
export interface Hand {
  readonly press: (part: Part, at: Place, keys?: Keys) => void;
  /** Moves without a picture being painted. */
  readonly slide: (to: Place, keys?: Keys) => void;
  /** Moves and paints. */
  readonly drag: (to: Place, keys?: Keys) => void;
  readonly release: (at: Place, keys?: Keys) => void;
  /** The browser takes the pointer away. */
  readonly lose: () => void;
  /** Paints the next picture; false when nobody waits for one. */
  readonly paint: () => boolean;
  /** What the canvas was told to look like. */
  readonly shows: {
    cursor: string | null;
    /** The pointers that it captured. */
    readonly captured: number[];
    view: Viewport;
  };
}

export const SIZE = { width: 1000, height: 800 };

function frameAt({ left = 0, top = 0, width = SIZE.width, height = SIZE.height }: Partial<Frame>): Frame {
  return { left, top, width, height, right: left + width, bottom: top + height };
}

/** A pointer of a mouse with its left button down, at a place on the screen. */
export function eventAt(client: ClientPoint, keys: Keys): PointerState {
  return {
    pointerId: 1,
    pointerType: 'mouse',
    buttons: 1,
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...keys,
    clientX: client.x,
    clientY: client.y,
  };
}

export function testPage(): Page {
  const listeners = new Set<PointerListener>();
  const follow = (listener: PointerListener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const tell = (what: keyof PointerListener, event: PointerState) => {
    for (const listener of [...listeners]) listener[what](event);
  };
  return {
    mount: (canvas, frame = {}, view = { x: 0, y: 0, zoom: 1 }) => {
      const shows: Hand['shows'] = { cursor: null, captured: [], view };
      const due = new Set<() => void>();
      const port = portOf(frameAt(frame), shows, due, follow);
      setPort(canvas, port);
      const on = ([x, y]: Place) => port.toClient(modelPoint(x, y));
      const paint = () => {
        const runs = [...due];
        due.clear();
        for (const run of runs) run();
        return runs.length > 0;
      };
      const slide = (to: Place, keys: Keys = {}) => tell('moved', eventAt(on(to), keys));
      return {
        shows,
        paint,
        slide,
        press: (part, at, keys = {}) => {
          const event = eventAt(on(at), keys);
          const gesture = gestureFor(canvas, part, atOf(canvas, event), event.pointerType);
          if (gesture !== null) begin(canvas, gesture, event);
        },
        drag: (to, keys) => {
          slide(to, keys);
          paint();
        },
        release: (at, keys = {}) => tell('released', eventAt(on(at), { buttons: 0, ...keys })),
        lose: () => tell('lost', eventAt(clientPoint(0, 0), {})),
      };
    },
  };
}

function portOf(
  frame: Frame,
  shows: Hand['shows'],
  due: Set<() => void>,
  follow: CanvasPort['follow'],
): CanvasPort {
  const centreOn = (x: number, y: number, zoom: number): Viewport => ({
    x: frame.width / 2 - x * zoom,
    y: frame.height / 2 - y * zoom,
    zoom,
  });
  return {
    toModel: ({ x, y }) =>
      modelPoint(
        (x - frame.left - shows.view.x) / shows.view.zoom,
        (y - frame.top - shows.view.y) / shows.view.zoom,
      ),
    toClient: ({ x, y }) =>
      clientPoint(
        x * shows.view.zoom + shows.view.x + frame.left,
        y * shows.view.zoom + shows.view.y + frame.top,
      ),
    frame: () => frame,
    viewport: () => shows.view,
    setViewport: (view) => {
      shows.view = view;
    },
    setCentre: ({ x, y }, zoom) => {
      shows.view = centreOn(x, y, zoom);
    },
    zoomBy: (direction) => {
      shows.view = { ...shows.view, zoom: shows.view.zoom * (direction === 'in' ? 1.2 : 1 / 1.2) };
    },
    zoomTo: (zoom) => {
      shows.view = { ...shows.view, zoom };
    },
    focus: () => undefined,
    follow,
    capture: (pointerId, cursor) => {
      shows.captured.push(pointerId);
      shows.cursor = cursor;
    },
    restoreCursor: () => {
      shows.cursor = null;
    },
    nextFrame: (run) => {
      due.add(run);
      return () => void due.delete(run);
    },
  };
}
