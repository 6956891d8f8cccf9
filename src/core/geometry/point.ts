import type { Brand } from '../base/index.ts';

/**
 * A place on a diagram, in model units: what the core reckons with. It carries no mark of its own, but a place on
 * the screen does not pass for it.
 */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** Never there: it only keeps `ClientPoint` out. */
  readonly __brand?: 'ModelPoint';
}

/** A place on a diagram, in model units, where one on the screen could be meant: what comes from a pointer. */
export type ModelPoint = Brand<Point, 'ModelPoint'>;

/** A place on the screen, in client pixels (CSS pixels from the upper left corner of the window). */
export type ClientPoint = Brand<{ readonly x: number; readonly y: number }, 'ClientPoint'>;

export const modelPoint = (x: number, y: number): ModelPoint => ({ x, y }) as ModelPoint;

export const clientPoint = (x: number, y: number): ClientPoint => ({ x, y }) as ClientPoint;
