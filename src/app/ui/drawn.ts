/** A box on the screen, in pixels from the upper left corner of the window. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Drawn = () => readonly Area[];

let shown: Drawn = () => [];

/** Says how to tell what the canvas draws, from now until the returned function is called. */
export function showsDrawn(drawn: Drawn): () => void {
  shown = drawn;
  return () => {
    if (shown === drawn) shown = () => [];
  };
}

/** Where something of a diagram is drawn now: what floats keeps clear of it. */
export const drawnOnScreen: Drawn = () => shown();
