import type { Side } from './panel-limits.ts';

/** Below this zoom letters of the file's size have less than 6 pixels. */
const READABLE = 0.5;
/** Pixels of the window that neither panels nor the diagram have: bars, tabs, the margin of what is fitted. */
const AROUND = { width: 80, height: 170 };
/** What is folded first tells the least of a diagram. */
const FOLDS: readonly (readonly Side[])[] = [
  ['bottom'],
  ['right'],
  ['bottom', 'right'],
  ['bottom', 'right', 'left'],
];
/** A fold that makes the diagram less larger than this is not worth it. */
const WORTH = 1.1;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The panels to fold so that a diagram of this size can be read: none where it can be with all, else as few as will do.
 * `panels` are their sizes in pixels, 0 for one that is closed.
 */
export function foldFor(
  diagram: Size,
  window: Size,
  panels: Readonly<Record<Side, number>>,
): readonly Side[] {
  const zoom = (folded: readonly Side[]): number => {
    const size = (side: Side): number => (folded.includes(side) ? 0 : panels[side]);
    return Math.min(
      (window.width - AROUND.width - size('left') - size('right')) / diagram.width,
      (window.height - AROUND.height - size('bottom')) / diagram.height,
    );
  };
  const now = zoom([]);
  if (now >= READABLE) return [];
  const best = FOLDS.find((folded) => zoom(folded) >= READABLE);
  if (best !== undefined) return best;
  const most = Math.max(...FOLDS.map(zoom));
  return most < now * WORTH ? [] : (FOLDS.find((folded) => zoom(folded) > most * 0.99) ?? []);
}
