import { activeModel, notify, type SessionState, session } from '../store/index.ts';
import { type Once, once } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

/** That the hint was given. */
const hinted = once('trustline.touch-hinted');

const selected = (state: SessionState) => {
  const open = activeModel(state);
  return open === null ? 0 : open.selection.size + open.selectedThreats.size;
};

/**
 * Says once in this browser that a long press opens menus: when a finger has selected something. A mouse has its right
 * button, and a pen that hovers has tooltips. Returns what ends the watch.
 */
export function hintLongPress(
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'> = window,
  hint: Once = hinted,
): () => void {
  if (hint.came()) return () => undefined;
  let byFinger = false;
  const press = (event: Event) => {
    byFinger = 'pointerType' in event && event.pointerType === 'touch';
  };
  const key = () => {
    byFinger = false;
  };
  const forget = session.subscribe((state, before) => {
    if (!byFinger || state.activeId !== before.activeId || selected(state) <= selected(before)) return;
    end();
    hint.comes();
    notify({ tone: 'info', text: laterWords.touch.longPress });
  });
  const end = () => {
    forget();
    page.removeEventListener('pointerdown', press, true);
    page.removeEventListener('keydown', key, true);
  };
  page.addEventListener('pointerdown', press, true);
  page.addEventListener('keydown', key, true);
  return end;
}
