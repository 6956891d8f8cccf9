import { focusDiagram } from '../ui/index.ts';

/** Buttons that are tools of the canvas: one is pressed and the work on the canvas goes on. */
const TOOLS = '.topbar-tools button, .workspace-strip .icon-button, .canvas-controls button';

/** Gives the canvas the keyboard back after a press on a tool with the pointer. Keys leave the focus on it. */
export function startToolFocus(): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.detail === 0 || !(event.target instanceof Element)) return;
    const tool = event.target.closest(TOOLS);
    // What opened something has handed the focus on already.
    if (tool !== null && tool === document.activeElement) focusDiagram();
  };
  window.addEventListener('click', onClick);
  return () => window.removeEventListener('click', onClick);
}
