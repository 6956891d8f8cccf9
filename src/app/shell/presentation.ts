import { announce, session, setPresenting, setView } from '../store/index.ts';
import { words } from '../words/index.ts';

/** Hides everything but the diagram and asks for the whole screen; works in the window when that is refused. */
export function enterPresentation(): void {
  setView('diagram');
  setPresenting(true);
  announce(words.shell.presenting);
  document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function leavePresentation(): void {
  setPresenting(false);
  announce(words.shell.presented);
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
}

/** Escape leaves: the browser takes the key when it is in full screen, we take it otherwise. */
export function startPresentation(): void {
  document.addEventListener('fullscreenchange', () => {
    if (document.fullscreenElement === null && session.getState().presenting) setPresenting(false);
  });
  window.addEventListener('keydown', (event) => {
    const { presenting, dialog, renaming } = session.getState();
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (presenting && dialog === null && renaming === null) leavePresentation();
  });
}
