import { useLayoutEffect, useState } from 'react';

/** The page, and what it says of the full screen. */
export interface Screen extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly document: Pick<Document, 'fullscreenElement' | 'fullscreenEnabled'>;
}

/** Tells whether the full screen was left and can be asked for again. Returns what ends the watch. */
export function watchFullScreen(page: Screen, tell: (left: boolean) => void): () => void {
  const changed = () => tell(page.document.fullscreenElement === null && page.document.fullscreenEnabled);
  // What ends the stepping keeps the event from all that hears it later.
  page.addEventListener('fullscreenchange', changed, { capture: true });
  return () => page.removeEventListener('fullscreenchange', changed, { capture: true });
}

/** Whether a presentation goes on in the window, after the browser left the full screen. */
export function useLeftFullScreen(): boolean {
  const [left, setLeft] = useState(false);
  // Heard before what ends the stepping, which is an effect.
  useLayoutEffect(() => watchFullScreen(window, setLeft), []);
  return left;
}

/** Takes the whole screen again; goes on in the window where that is refused. */
export function takeFullScreen(): void {
  document.documentElement.requestFullscreen().catch(() => undefined);
}
