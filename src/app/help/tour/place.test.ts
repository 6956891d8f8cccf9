import { expect, it } from 'vitest';
import { cardPlace } from './place.ts';

const card = { width: 300, height: 160 };
const wide = { width: 1440, height: 900 };

it.each([
  ['right of a panel on the left', { left: 0, top: 40, width: 232, height: 860 }, { left: 244, top: 40 }],
  ['left of a panel on the right', { left: 1150, top: 40, width: 290, height: 860 }, { left: 838, top: 40 }],
  [
    'below what is as wide as the window',
    { left: 0, top: 40, width: 1440, height: 500 },
    { left: 12, top: 552 },
  ],
  ['above what is at the bottom', { left: 0, top: 640, width: 1440, height: 260 }, { left: 12, top: 468 }],
  [
    'in the corner of what fills the window',
    { left: 0, top: 0, width: 1440, height: 900 },
    { left: 1128, top: 728 },
  ],
  ['never out of the window', { left: 1400, top: 880, width: 40, height: 20 }, { left: 1128, top: 708 }],
])('%s', (_, target, place) => expect(cardPlace(target, card, wide)).toEqual(place));

it('stays in a window that is narrower than the card with its margins', () =>
  expect(cardPlace({ left: 0, top: 0, width: 310, height: 600 }, card, { width: 310, height: 600 })).toEqual({
    left: 12,
    top: 428,
  }));
