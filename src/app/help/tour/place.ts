/** A box on the screen, in pixels from the upper left corner of the window. */
export interface ScreenBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the card and what it speaks of, and between the card and the edge of the window, in pixels. */
const GAP = 12;

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(Math.max(least, most), value));

/**
 * The upper left corner of a card: beside the target where the window has room, first below or above what is wider than
 * high, and right or left of what is higher; else in the lower right corner of the target, as far as the window goes.
 */
export function cardPlace(target: ScreenBox, card: Size, window: Size): { left: number; top: number } {
  const most = { left: window.width - card.width - GAP, top: window.height - card.height - GAP };
  const [right, bottom] = [target.left + target.width, target.top + target.height];
  const top = within(target.top, GAP, most.top);
  const left = within(target.left, GAP, most.left);
  const sides = [
    { left: right + GAP, top },
    { left: target.left - GAP - card.width, top },
  ];
  const ends = [
    { left, top: bottom + GAP },
    { left, top: target.top - GAP - card.height },
  ];
  const fits = (place: { left: number; top: number }): boolean =>
    place.left >= GAP && place.left <= most.left && place.top >= GAP && place.top <= most.top;
  const places = target.width > target.height ? [...ends, ...sides] : [...sides, ...ends];
  return (
    places.find(fits) ?? {
      left: within(right - card.width - GAP, GAP, most.left),
      top: within(bottom - card.height - GAP, GAP, most.top),
    }
  );
}
