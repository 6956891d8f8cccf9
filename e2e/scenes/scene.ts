import type { Port } from '../../src/core/document/index.ts';

/** A point of the diagram, in model units. */
export interface At {
  readonly x: number;
  readonly y: number;
}

/** An end of a flow: a shape by its name or its place in `shapes`, a shape and its port, or a point. */
export type SceneEnd = string | number | readonly [shape: string, port: Port] | At;

/** A shape by the name of its type, which is its own name too unless it has another; 100 by 100 unless it says so. */
export type SceneShape = readonly [
  type: string,
  left: number,
  top: number,
  more?: { readonly name?: string; readonly width?: number; readonly height?: number },
];

export type SceneBorder = readonly [
  type: string,
  left: number,
  top: number,
  width: number,
  height: number,
  name?: string,
];

export type SceneLineBoundary = readonly [type: string, source: At, handle: At, target: At, name?: string];

/** A flow of the template's default type, between facing ports and routed as a drawn one, unless it says otherwise. */
export type SceneFlow = readonly [
  source: SceneEnd,
  target: SceneEnd,
  more?: { readonly type?: string; readonly name?: string; readonly handle?: At },
];

/** A model with one diagram, as data: what a browser test begins with. Boundaries lie below the shapes. */
export interface Scene {
  /** A template of ours by the name of its file; `containers` when not given. */
  readonly template?: string;
  readonly borders?: readonly SceneBorder[];
  readonly shapes?: readonly SceneShape[];
  readonly flows?: readonly SceneFlow[];
  readonly lineBoundaries?: readonly SceneLineBoundary[];
  /** `none`: they were never generated. Otherwise those that follow from the drawing are there. */
  readonly threats?: 'none';
}
