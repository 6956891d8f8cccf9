import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useActiveDiagram, useActiveModel } from '../store/index.ts';
import { drawnOnScreen, followDrawn } from '../ui/index.ts';
import { NOTICE_GAP, NOTICE_WIDTH, type NoticePlace, placeOn } from './notice-place.ts';

/** What lies over the canvas where panels or a dialog do: then notices have a strip of their own. */
const OVER = '.overlay, [data-narrow] .panel, [data-maximised]';

const PLACED = { attributes: true, attributeFilter: ['data-narrow', 'data-maximised', 'hidden'] };

/** What stands on the canvas and is used there. */
const STANDING =
  '.react-flow__panel:not(.react-flow__attribution), .first-steps, .canvas-popup, .placing-hint';
/** The same, above the app. */
const ABOVE = '.shell-leave';
const PARTS = `${OVER}, ${ABOVE}, .workspace-canvas :is(${STANDING})`;

const VIEW = '.workspace-canvas .react-flow__viewport';
const MOVING = '.workspace-canvas [data-moving]';

/** Milliseconds without a movement of the diagram after which notices give way to it. */
const SETTLED = 200;

/** What a person does by which the diagram moves. */
const MOVES = ['pointerdown', 'wheel', 'keydown'] as const;
const ENDS = ['pointerup', 'pointercancel'] as const;

interface Changes {
  /** Something else stands where notices may. */
  readonly changed: () => void;
  /** The diagram was moved, by a person or not, and rests. */
  readonly moved: (byPerson: boolean) => void;
}

const heightOfCanvas = () => document.querySelector('.workspace-canvas')?.clientHeight;

/** Calls back after whatever changes where notices may stand: after the layout, and after the view when it rests. */
function watch(strip: Element | null, { changed, moved }: Changes): () => void {
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let person = false;
  let isDown = false;
  let height = heightOfCanvas();
  let known: readonly Element[] = [];
  const did = ({ type }: Event) => {
    person = true;
    isDown = type === 'pointerdown';
  };
  const up = () => {
    isDown = false;
  };
  // Nothing goes away under a hand.
  const busy = () => isDown || document.querySelector(MOVING) !== null;
  const settle = () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      if (busy()) return settle();
      moved(person);
      person = false;
    }, SETTLED);
  };
  const soon = () => {
    if (busy()) return settle();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(changed);
  };
  const sizes = new ResizeObserver(() => {
    // A canvas of another height fits its diagram by itself.
    if (height !== heightOfCanvas()) person = false;
    height = heightOfCanvas();
    soon();
  });
  const views = new MutationObserver(settle);
  const look = () => {
    const now = [...document.querySelectorAll(`.workspace-canvas, ${PARTS}, ${VIEW}`)];
    if (now.length === known.length && now.every((part, index) => part === known[index])) return;
    known = now;
    for (const part of now) {
      if (part.matches(VIEW)) views.observe(part, { attributeFilter: ['style'] });
      else sizes.observe(part);
    }
    soon();
  };
  const parts = new MutationObserver(look);
  parts.observe(document.body, { ...PLACED, childList: true, subtree: true });
  for (const part of [document.body, strip]) if (part !== null) sizes.observe(part);
  for (const name of MOVES) window.addEventListener(name, did, { capture: true, passive: true });
  for (const name of ENDS) window.addEventListener(name, up, { capture: true });
  const unfollow = followDrawn(soon);
  look();
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    sizes.disconnect();
    views.disconnect();
    parts.disconnect();
    unfollow();
    for (const name of MOVES) window.removeEventListener(name, did, { capture: true });
    for (const name of ENDS) window.removeEventListener(name, up, { capture: true });
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
  // An audience sees the diagram as the one who presents has it: it is not fitted anew for what is said.
  const drawn = document.querySelector('[data-presenting]') === null ? drawnOnScreen() : [];
  const area = canvas.getBoundingClientRect();
  const standing = [...canvas.querySelectorAll(STANDING), ...document.querySelectorAll(ABOVE)];
  const taken = [...standing.map((one) => one.getBoundingClientRect()), ...(drawn ?? [])];
  return placeOn(area, taken, wantedBy(notices), now ?? null);
}

/** Undefined: not known yet, and not to be seen. */
type Place = NoticePlace | null | undefined;

const same = (one: Place, other: Place): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Tells the page, by `data-notices`, that there are notices, that they have a strip, and that they stand below a dialog or
 * are shut there; and, by `--notices`, how high the strip is, for what lies over the canvas. With `:has` a browser works out the style of each
 * element anew at every change, and so it does for a height that is set: 14,000 of a large diagram.
 */
function tell(notices: HTMLElement | null, place: Place): void {
  const { dataset, style } = document.documentElement;
  const dialog = notices?.querySelector(':scope > [hidden]') ? 'strip shut' : 'strip under';
  const where = place !== null ? 'over' : document.querySelector('.overlay') === null ? 'strip' : dialog;
  if (notices === null) delete dataset['notices'];
  else if (dataset['notices'] !== where) dataset['notices'] = where;
  const asked = notices !== null && place === null && document.querySelector(OVER) !== null;
  const height = asked ? `${notices.offsetHeight}px` : '';
  if (style.getPropertyValue('--notices') !== height) style.setProperty('--notices', height);
}

/** Notices that had no room on the canvas, and how wide that was: a strip never makes it narrower. */
interface Crowded {
  readonly count: number;
  readonly width: number;
}

/**
 * Where notices stand on the canvas, clear of the diagram and its buttons; null where none is free: in other views, below
 * panels and dialogs that lie over it, and on a diagram that fills it. Undefined before they are measured, which is done
 * as they stand on the canvas, and before they are seen. Followed while there are any; known at once when what is `shown`
 * changes, or whether they are `shut`. The page is told of `strip`.
 */
export function useNoticePlace(
  shown: readonly unknown[],
  shut: boolean,
  strip: RefObject<HTMLElement | null>,
): Place {
  const [place, setPlace] = useState<Place>(undefined);
  const now = useRef<Place>(undefined);
  // Beside a strip the canvas is lower and fits its diagram: there may be room again, and none with the strip gone. So
  // a strip stays until something else than itself makes room.
  const crowded = useRef<Crowded | null>(null);
  const measure = useCallback(() => {
    const notices = strip.current;
    const canvas = document.querySelector(OVER) === null ? document.querySelector('.workspace-canvas') : null;
    const count = notices?.querySelectorAll('.notice').length ?? 0;
    const width = canvas?.clientWidth ?? 0;
    const before = crowded.current;
    if (before !== null && (count < before.count || width !== before.width)) crowded.current = null;
    let next: Place = notices === null ? undefined : null;
    if (notices !== null && canvas !== null && crowded.current === null) {
      next = 'over' in notices.dataset ? placeOnCanvas(notices, canvas, now.current) : undefined;
      if (next === null) crowded.current = { count, width };
    }
    if (same(now.current, next)) tell(notices, next);
    else setPlace(next);
    now.current = next;
  }, [strip]);
  const any = shown.length > 0;
  const diagram = useActiveDiagram();
  const model = useActiveModel()?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another diagram has room elsewhere, and what is shut needs less
  useLayoutEffect(() => {
    crowded.current = null;
  }, [any, shut, model, diagram?.id]);
  useLayoutEffect(() => {
    if (!any) return;
    const moved = (byPerson: boolean) => {
      if (byPerson) crowded.current = null;
      measure();
    };
    return watch(strip.current, { changed: measure, moved });
  }, [any, strip, measure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: more notices need more room
  useLayoutEffect(measure, [measure, shown, shut]);
  // As it then stands: hidden on the canvas to be measured, there with the room that it has, or the strip.
  useLayoutEffect(() => {
    tell(strip.current, place);
    if (place !== null) measure();
  }, [strip, place, measure]);
  useEffect(() => {
    if (!any || diagram === null) return;
    const timer = setTimeout(measure, SETTLED);
    return () => clearTimeout(timer);
  }, [any, diagram, measure]);
  return place;
}
