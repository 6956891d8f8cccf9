import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { startTooltips } from './tooltip-timing.ts';

/** Pixels between the button and its tooltip, and between that and the edge of the window. */
const GAP = 6;
const EDGE = 8;

/** The place of a tooltip: centred above the button, or below it where there is no room, within the window. */
export function tooltipPlace(
  button: Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width'>,
  own: { readonly width: number; readonly height: number },
  windowWidth: number,
): { readonly left: number; readonly top: number } {
  const above = button.top - GAP - own.height;
  const middle = button.left + (button.width - own.width) / 2;
  return {
    left: Math.max(EDGE, Math.min(windowWidth - EDGE - own.width, middle)),
    top: above < EDGE ? button.bottom + GAP : above,
  };
}

/**
 * The tooltip of whatever button has one (`IconButton`): the name and the keys, by the pointer and by the focus. One
 * for all of them, so that a button is only a button and none of this is needed before it is pointed at.
 */
export function Tooltips() {
  const [button, setButton] = useState<HTMLElement | null>(null);
  const id = useId();
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => startTooltips(setButton, (target) => own.current?.contains(target) === true), []);
  useLayoutEffect(() => {
    const tip = own.current;
    if (button === null || tip === null) return;
    const { left, top } = tooltipPlace(
      button.getBoundingClientRect(),
      tip.getBoundingClientRect(),
      document.documentElement.clientWidth,
    );
    tip.style.left = `${left}px`;
    tip.style.top = `${top}px`;
    button.setAttribute('aria-describedby', id);
    return () => button.removeAttribute('aria-describedby');
  }, [button, id]);
  if (button === null) return null;
  const { keys } = button.dataset;
  return (
    <div ref={own} id={id} className="tooltip" role="tooltip">
      {button.ariaLabel}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </div>
  );
}
