import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { startTooltips } from './tooltip-timing.ts';

/** Pixels between the button and its tooltip, and between that and the edge of the window. */
const GAP = 6;
const EDGE = 8;

interface Size {
  readonly width: number;
  readonly height: number;
}

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom' | 'width'>;

/** Beside a row of a list, over none of its neighbours; null where there is no room. */
function placeBeside(button: Box, own: Size, windowWidth: number) {
  const [left, middle] = [button.right + GAP, (button.top + button.bottom - own.height) / 2];
  return left + own.width + EDGE > windowWidth ? null : { left, top: Math.max(EDGE, middle) };
}

/** The place of a tooltip: centred above the button, or below it where there is no room, within the window. */
function placeOver(button: Box, own: Size, windowWidth: number) {
  const above = button.top - GAP - own.height;
  const middle = button.left + (button.width - own.width) / 2;
  return {
    left: Math.max(EDGE, Math.min(windowWidth - EDGE - own.width, middle)),
    top: above < EDGE ? button.bottom + GAP : above,
  };
}

/**
 * The tooltip of whatever button has one (`IconButton`): the name and the keys, by the pointer and by the focus. One
 * for all of them, so that a button is only a button and none of this is needed before it is pointed at. A button may
 * have another text in `data-tip`, may want it at its side (`data-tip-side`), and at once (`data-tip-now`).
 */
export function Tooltips() {
  const [button, setButton] = useState<HTMLElement | null>(null);
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => startTooltips(setButton, (target) => own.current?.contains(target) === true), []);
  useLayoutEffect(() => {
    const tip = own.current;
    if (button === null || tip === null) return;
    const [box, size] = [button.getBoundingClientRect(), tip.getBoundingClientRect()];
    const { clientWidth } = document.documentElement;
    const beside = button.dataset.tipSide === undefined ? null : placeBeside(box, size, clientWidth);
    const { left, top } = beside ?? placeOver(box, size, clientWidth);
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
    button.setAttribute('aria-describedby', id);
    return () => button.removeAttribute('aria-describedby');
  }, [button, id]);
  if (button === null) return null;
  const { keys, tip } = button.dataset;
  return (
    <div ref={own} id={id} className="tooltip" role="tooltip">
      {tip || button.ariaLabel}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </div>
  );
}
