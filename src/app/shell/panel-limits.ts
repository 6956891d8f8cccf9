import type { Limits } from '../ui/index.ts';

/** Where a panel is, beside the canvas or below it. */
export type Side = 'left' | 'right' | 'bottom';

/** Pixels below which a panel's content is of no use. */
const LEAST = { left: 170, right: 200, bottom: 100 } as const;

/** How small and large a panel may be: the canvas keeps half of the window's width and of its height. */
export function panelLimits(side: Side, window: { readonly width: number; readonly height: number }): Limits {
  const min = LEAST[side];
  const most = side === 'bottom' ? window.height / 2 : window.width / 4;
  return { min, max: Math.max(min, Math.floor(most)) };
}
