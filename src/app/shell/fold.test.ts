import { describe, expect, it } from 'vitest';
import { foldFor } from './fold.ts';

const window = { width: 1440, height: 900 };
const panels = { left: 232, right: 288, bottom: 260 };

describe('panels that are folded for a large diagram', () => {
  it('are none where it can be read with all of them', () => {
    expect(foldFor({ width: 1000, height: 600 }, window, panels)).toEqual([]);
  });

  it('are the lower one alone where that is enough', () => {
    expect(foldFor({ width: 1000, height: 1200 }, window, panels)).toEqual(['bottom']);
  });

  it('are the right one alone for a wide diagram', () => {
    expect(foldFor({ width: 2000, height: 400 }, window, panels)).toEqual(['right']);
  });

  it('are all for one that is large both ways, and those that help for one that will never be read', () => {
    expect(foldFor({ width: 2600, height: 1300 }, window, panels)).toEqual(['bottom', 'right', 'left']);
    expect(foldFor({ width: 9000, height: 9000 }, window, panels)).toEqual(['bottom']);
  });

  it('are none where they are closed', () => {
    expect(foldFor({ width: 9000, height: 9000 }, window, { left: 0, right: 0, bottom: 0 })).toEqual([]);
  });
});
