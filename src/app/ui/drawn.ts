/** A box on the screen, in pixels from the upper left corner of the window. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

let shown: (() => readonly Area[]) | null = null;
const told = new Set<() => void>();

/** Says how to tell what the canvas draws, from now until the returned function is called. */
export function showsDrawn(drawn: () => readonly Area[]): () => void {
  shown = drawn;
  for (const tell of told) tell();
  return () => {
    if (shown === drawn) shown = null;
  };
}

/** Where something of a diagram is drawn now: what floats keeps clear of it. Null while that is not known. */
export function drawnOnScreen(): readonly Area[] | null {
  try {
    return shown?.() ?? null;
  } catch {
    // What cannot be drawn is said where it would be; messages must be seen all the same.
    return null;
  }
}

/** Calls back when another canvas, or another drawing, says what it draws. Returns what ends that. */
export function followDrawn(changed: () => void): () => void {
  told.add(changed);
  return () => void told.delete(changed);
}
