/** A box on the screen, in pixels from the upper left corner of the window. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where notices stand on the canvas: their lower right corner in the window, and the room from there, in pixels. */
export interface NoticePlace {
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels between notices and what they keep clear of. */
export const NOTICE_GAP = 8;
const WIDTH = 400;
/** Of the canvas's height, which is for the diagram: what does not fit scrolls. */
const MOST = 0.4;
/** Less is not read with ease: then they stand above what is beside them. */
const LEAST = { width: 280, height: 80 };

const meetsX = (one: Area, other: Area): boolean => one.left < other.right && one.right > other.left;

/** The rightmost part of a canvas between things that stand beside each other there, if one is wide enough. */
function gapIn(canvas: Area, beside: readonly Area[]): { left: number; right: number } | undefined {
  const least = Math.min(LEAST.width, canvas.right - canvas.left - 2 * NOTICE_GAP);
  return [canvas.right, ...beside.map(({ left }) => left)]
    .map((edge) => {
      const before = beside.map(({ left, right }) => Math.min(edge, left < edge ? right : canvas.left));
      return { left: Math.max(canvas.left, ...before) + NOTICE_GAP, right: edge - NOTICE_GAP };
    })
    .filter(({ left, right }) => right - left >= least)
    .toSorted((a, b) => b.right - a.right)[0];
}

/**
 * The lowest place on the canvas, as far right as it goes, that keeps clear of what stands on it (its buttons, its map);
 * its lower right corner where nothing is clear. The panels beside the canvas are never reached.
 */
export function placeOn(canvas: Area, standing: readonly Area[]): NoticePlace {
  const bottoms = [canvas.bottom, ...standing.map(({ top }) => top)].toSorted((a, b) => b - a);
  for (const bottom of bottoms) {
    const beside = standing.filter(
      (one) => one.top < bottom && one.bottom > bottom - LEAST.height - 2 * NOTICE_GAP,
    );
    const gap = gapIn(canvas, beside);
    if (gap === undefined || bottom - canvas.top < LEAST.height + 2 * NOTICE_GAP) continue;
    const width = Math.min(WIDTH, gap.right - gap.left);
    const column = { left: gap.right - width, right: gap.right, top: canvas.top, bottom };
    const above = standing.filter((one) => one.bottom <= bottom - LEAST.height && meetsX(one, column));
    const top = Math.max(canvas.top, ...above.map((one) => one.bottom)) + NOTICE_GAP;
    const most = Math.max(LEAST.height, MOST * (canvas.bottom - canvas.top));
    const height = Math.min(most, bottom - NOTICE_GAP - top);
    return { right: gap.right, bottom: bottom - NOTICE_GAP, width, height };
  }
  return {
    right: canvas.right - NOTICE_GAP,
    bottom: canvas.bottom - NOTICE_GAP,
    width: Math.min(WIDTH, canvas.right - canvas.left - 2 * NOTICE_GAP),
    height: canvas.bottom - canvas.top - 2 * NOTICE_GAP,
  };
}
