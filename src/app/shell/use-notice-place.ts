import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import { type NoticePlace, placeOn } from './notice-place.ts';

/** What lies over the canvas where panels or a dialog do: then notices have a strip of their own. */
const OVER = '.overlay, [data-narrow] .panel, [data-maximised]';

const PLACED = { attributes: true, attributeFilter: ['data-narrow', 'data-maximised', 'hidden'] };

/** What stands on the canvas and is used there. */
const STANDING = '.react-flow__panel:not(.react-flow__attribution), .first-steps, .canvas-popup';

/** Calls back after whatever changes where notices may stand. */
function watch(strip: Element | null, changed: () => void): () => void {
  let frame = 0;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(changed);
  };
  const sizes = new ResizeObserver(soon);
  const look = () => {
    for (const part of document.querySelectorAll(`.workspace-canvas, ${STANDING}`)) sizes.observe(part);
    soon();
  };
  const parts = new MutationObserver(look);
  parts.observe(document.body, { ...PLACED, childList: true, subtree: true });
  for (const part of [document.body, strip]) if (part !== null) sizes.observe(part);
  look();
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
 * Tells the page, by `data-notices`, that there are notices, that they have a strip, and that they stand below a dialog or
 * are shut there; and, by `--notices`, how high the strip is. With `:has` a browser works out the style of each element anew at every change, and
 * so it does for a height that is set again: 14,000 of a large diagram.
 */
function tell(notices: HTMLElement | null, place: NoticePlace | null): void {
  const { dataset, style } = document.documentElement;
  const height = `${place === null ? (notices?.offsetHeight ?? 0) : 0}px`;
  if (style.getPropertyValue('--notices') !== height) style.setProperty('--notices', height);
  const dialog = notices?.querySelector(':scope > [hidden]') ? 'strip shut' : 'strip under';
  const where = place !== null ? 'over' : document.querySelector('.overlay') === null ? 'strip' : dialog;
  if (notices === null) delete dataset['notices'];
  else if (dataset['notices'] !== where) dataset['notices'] = where;
}

/**
 * Where notices stand on the canvas; null where none is free: in other views, and below panels and dialogs that lie over
 * it. Followed while there are any, and known at once when what is `shown` changes. The page is told of `strip`.
 */
export function useNoticePlace(
  shown: readonly unknown[],
  strip: RefObject<HTMLElement | null>,
): NoticePlace | null {
  const [place, setPlace] = useState<NoticePlace | null>(null);
  const measure = useCallback(() => {
    const next = placeNow();
    setPlace((now) => (same(now, next) ? now : next));
    tell(strip.current, next);
  }, [strip]);
  const any = shown.length > 0;
  useLayoutEffect(() => (any ? watch(strip.current, measure) : undefined), [any, strip, measure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more notices need more room
  useLayoutEffect(measure, [measure, shown]);
  return place;
}
