import { describe, expect, it } from 'vitest';
import { panelLimits } from './panel-limits.ts';

describe('panelLimits', () => {
  it.each([
    ['left', 1440, 900, 170, 360],
    ['right', 1440, 900, 200, 360],
    ['right', 2560, 1440, 200, 640],
    ['bottom', 1440, 900, 100, 450],
    // However small the window, the least is no more than the most.
    ['right', 700, 700, 200, 200],
    ['bottom', 700, 150, 100, 100],
  ] as const)('%s in %d by %d: %d to %d', (side, width, height, min, max) => {
    expect(panelLimits(side, { width, height })).toEqual({ min, max });
  });
});
