import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useActiveDiagram } from '../store/index.ts';
import { drawnOnScreen } from '../ui/index.ts';
import { NOTICE_GAP, NOTICE_WIDTH, type NoticePlace, placeOn } from './notice-place.ts';

/** What lies over the canvas where panels or a dialog do: then notices have a strip of their own. */
const OVER = '.overlay, [data-narrow] .panel, [data-maximised]';

const PLACED = { attributes: true, attributeFilter: ['data-narrow', 'data-maximised', 'hidden'] };

/** What stands on the canvas and is used there. */
const STANDING = '.react-flow__panel:not(.react-flow__attribution), .first-steps, .canvas-popup';

const VIEW = '.workspace-canvas .react-flow__viewport';

/** Milliseconds without a movement of the diagram after which notices give way to it. */
const SETTLED = 200;

/** Calls back after whatever changes where notices may stand: at once after the layout, after the view when it rests. */
function watch(strip: Element | null, changed: () => void): () => void {
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(changed);
  };
  const sizes = new ResizeObserver(soon);
  const views = new MutationObserver(() => {
    clearTimeout(rest);
    rest = setTimeout(soon, SETTLED);
  });
  const look = () => {
    for (const part of document.querySelectorAll(`.workspace-canvas, ${STANDING}`)) sizes.observe(part);
    const view = document.querySelector(VIEW);
    if (view !== null) views.observe(view, { attributeFilter: ['style'] });
    soon();
  };
  const parts = new MutationObserver(look);
  parts.observe(document.body, { ...PLACED, childList: true, subtree: true });
  for (const part of [document.body, strip]) if (part !== null) sizes.observe(part);
  look();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    sizes.disconnect();
    views.disconnect();
    parts.disconnect();
  };
}

/** How large notices are one above the other: more of them scroll. In pixels. */
function wantedBy(notices: HTMLElement): { readonly width: number; readonly height: number } {
  const shown = [...notices.querySelectorAll<HTMLElement>('.notice, .notices-fold')].filter(
    ({ offsetHeight }) => offsetHeight > 0,
  );
  const height = shown.reduce((sum, { offsetHeight }) => sum + offsetHeight + NOTICE_GAP, -NOTICE_GAP);
  const [first] = shown;
  const folded = first !== undefined && shown.length === 1 && first.matches('.notices-fold');
  return { width: folded ? first.offsetWidth : NOTICE_WIDTH, height };
}

/** On the canvas; null where it has no room. */
function placeOnCanvas(notices: HTMLElement, canvas: Element, now: Place): Place {
  const area = canvas.getBoundingClientRect();
  const standing = [...canvas.querySelectorAll(STANDING)].map((one) => one.getBoundingClientRect());
  return placeOn(area, [...standing, ...drawnOnScreen()], wantedBy(notices), now ?? null);
}

/** Undefined: not known yet, and not to be seen. */
type Place = NoticePlace | null | undefined;

const same = (one: Place, other: Place): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What makes room for the strip by itself. */
const MAKES_ROOM = `${OVER}, .help, .compare`;

/**
 * Tells the page, by `data-notices`, that there are notices, that they have a strip, and that they stand below a dialog or
 * are shut there; and, by `--notices`, how high the strip is, where something asks. With `:has` a browser works out the style of each element anew
 * at every change, and so it does for a height that is set: 14,000 of a large diagram.
 */
function tell(notices: HTMLElement | null, place: Place): void {
  const { dataset, style } = document.documentElement;
  const asked = document.querySelector(MAKES_ROOM) !== null;
  const height = asked ? `${place === null ? (notices?.offsetHeight ?? 0) : 0}px` : '';
  if (style.getPropertyValue('--notices') !== height) style.setProperty('--notices', height);
  const dialog = notices?.querySelector(':scope > [hidden]') ? 'strip shut' : 'strip under';
  const where = place !== null ? 'over' : document.querySelector('.overlay') === null ? 'strip' : dialog;
  if (notices === null) delete dataset['notices'];
  else if (dataset['notices'] !== where) dataset['notices'] = where;
}

/**
 * Where notices stand on the canvas, clear of the diagram and its buttons; null where none is free: in other views, below
 * panels and dialogs that lie over it, and on a diagram that fills it. Followed while there are any, and known at once
 * when what is `shown` changes, or whether they are `shut`. The page is told of `strip`.
 */
export function useNoticePlace(
  shown: readonly unknown[],
  shut: boolean,
  strip: RefObject<HTMLElement | null>,
): Place {
  const [place, setPlace] = useState<Place>(undefined);
  const now = useRef<Place>(undefined);
  // The canvas is smaller beside a strip, and fits its diagram: there may be room again, and none with the strip gone.
  const crowded = useRef(false);
  const measure = useCallback(() => {
    const notices = strip.current;
    const canvas = document.querySelector(OVER) === null ? document.querySelector('.workspace-canvas') : null;
    let next: Place = notices === null ? undefined : null;
    if (notices !== null && canvas !== null && !crowded.current) {
      next = placeOnCanvas(notices, canvas, now.current);
      crowded.current = next === null;
    }
    if (same(now.current, next)) tell(notices, next);
    else setPlace(next);
    now.current = next;
  }, [strip]);
  const any = shown.length > 0;
  const diagram = useActiveDiagram();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another diagram has room elsewhere, and what is shut needs less
  useLayoutEffect(() => {
    crowded.current = false;
  }, [any, shut, diagram?.id]);
  useLayoutEffect(() => (any ? watch(strip.current, measure) : undefined), [any, strip, measure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more notices need more room
  useLayoutEffect(measure, [measure, shown, shut]);
  // Of the strip as it then stands.
  useLayoutEffect(() => tell(strip.current, place), [strip, place]);
  useEffect(() => {
    if (!any || diagram === null) return;
    const timer = setTimeout(measure, SETTLED);
    return () => clearTimeout(timer);
  }, [any, diagram, measure]);
  return place;
}
