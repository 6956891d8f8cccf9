import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { type NoticePlace, placeOn } from './notice-place.ts';

/** What lies over the canvas where panels or a dialog do: then notices have a strip of their own. */
const OVER = '.overlay, [data-narrow] .panel, [data-maximised]';

const PLACED = { attributes: true, attributeFilter: ['data-narrow', 'data-maximised'] };

/** What stands on the canvas and is used there. */
const STANDING = '.react-flow__panel:not(.react-flow__attribution), .first-steps';

/** Calls back after whatever changes where notices may stand. */
function watch(strip: Element | null, changed: () => void): () => void {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(changed);
  };
  const sizes = new ResizeObserver(soon);
  const parts = new MutationObserver(() => {
    for (const part of document.querySelectorAll(`.workspace-canvas, ${STANDING}`)) sizes.observe(part);
    soon();
  });
  parts.observe(document.body, { ...PLACED, childList: true, subtree: true });
  for (const part of [document.body, strip]) if (part !== null) sizes.observe(part);
  return () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    parts.disconnect();
  };
}

function placeNow(): NoticePlace | null {
  const canvas = document.querySelector('.workspace-canvas');
  if (canvas === null || document.querySelector(OVER) !== null) return null;
  const standing = [...canvas.querySelectorAll(STANDING)];
  return placeOn(
    canvas.getBoundingClientRect(),
    standing.map((one) => one.getBoundingClientRect()),
  );
}

const same = (one: NoticePlace | null, other: NoticePlace | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Where notices stand on the canvas; null where none is free: in other views, and below panels and dialogs that lie over
 * it. Followed while there are any, and known at once when what is `shown` changes. The height of `strip` is known to
 * the page as `--notices`.
 */
export function useNoticePlace(
  shown: readonly unknown[],
  strip: RefObject<HTMLElement | null>,
): NoticePlace | null {
  const [place, setPlace] = useState<NoticePlace | null>(null);
  const measure = useCallback(() => {
    const next = placeNow();
    setPlace((now) => (same(now, next) ? now : next));
    const height = next === null ? (strip.current?.offsetHeight ?? 0) : 0;
    document.documentElement.style.setProperty('--notices', `${height}px`);
  }, [strip]);
  const any = shown.length > 0;
  useLayoutEffect(() => (any ? watch(strip.current, measure) : undefined), [any, strip, measure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more notices need more room
  useLayoutEffect(measure, [measure, shown]);
  return place;
}
