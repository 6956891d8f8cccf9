import { useEffect, useLayoutEffect, useRef } from 'react';
import { session } from '../../store/index.ts';
import type { Canvas } from '../base/canvas.ts';
import { canvasInFront } from '../base/front.ts';
import { type Step, stepBy } from './steps.ts';

/** What has the arrow keys for itself, wherever it lies. */
const OTHERS =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** Whether a key is left to others: held with another one, or pressed in something that uses it. */
function isOthers(event: KeyboardEvent): boolean {
  const { dialog, renaming } = session.getState();
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return true;
  if (dialog !== null || renaming !== null) return true;
  // A menu that is open has the focus, or is about to get it.
  if (document.querySelector('[role="menu"]') !== null) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  const walks = !event.key.startsWith('Page') && event.key !== 'Escape';
  return target.closest(OTHERS) !== null || (walks && target.closest('[role="tab"]') !== null);
}

/**
 * The keys of stepping, heard before the commands that have them while editing. Escape, and the browser's own way out
 * of the full screen, call `end` where it is given: the presentation goes on then.
 */
export function useStepKeys(canvas: Canvas, go: (step: Step) => void, end: (() => void) | null): void {
  // A listener that is replaced while its event is told is not called: another one of that event may draw anew.
  const now = useRef({ go, end });
  useLayoutEffect(() => {
    now.current = { go, end };
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isOthers(event) || canvas !== canvasInFront()) return;
      const { go, end } = now.current;
      const step = stepBy(event.key);
      if (step !== undefined) go(step);
      else if (event.key === 'Escape' && end !== null) end();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    // In the full screen the browser takes Escape for itself: it is the one that ends the stepping.
    const resized = (event: Event) => {
      const { end } = now.current;
      if (document.fullscreenElement !== null || end === null) return;
      event.stopImmediatePropagation();
      end();
    };
    addEventListener('keydown', pressed, true);
    addEventListener('fullscreenchange', resized, true);
    return () => {
      removeEventListener('keydown', pressed, true);
      removeEventListener('fullscreenchange', resized, true);
    };
  }, [canvas]);
}
