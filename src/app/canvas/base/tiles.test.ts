import { describe, expect, it } from 'vitest';
import { isDrawnFar } from './tiles.ts';

describe('isDrawnFar', () => {
  it.each([
    ['at rest from far', 0.2, null, false, true],
    ['at rest from nearer, whatever was before', 0.3, null, true, false],
    ['still, while the view comes nearer', 0.6, 0.2, true, true],
    ['no longer where few elements are in view', 1, 0.2, true, false],
    ['at once when the view is far', 0.2, 0.21, false, true],
    ['while the view goes away', 0.4, 1, false, true],
    ['not where that is near', 0.8, 2, false, false],
    ['not while the view is only moved', 0.4, 0.41, false, false],
    ['when a view that came from far turns back', 0.45, 0.2, false, true],
  ])('%s', (_, zoom, from, were, far) => expect(isDrawnFar(zoom, from, were)).toBe(far));
});
