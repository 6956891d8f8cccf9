import { focusDiagram } from './return-focus.ts';

/** What a part of can come later than the rest: the panels around the canvas, and the view of the threats. */
export const PANELS = '.panel-left, .panel-bottom, .panel-right, .threats-view';

/** What takes the focus in a panel, best first: a part that is yet to come, its list, a field, a button, else its tab. */
const WIDGETS = [
  '[data-coming]',
  ':is([role="listbox"], [role="tree"], [role="grid"], [role="treegrid"])[tabindex="0"]',
  ':is(input, textarea, select):not(:disabled)',
  ':is(button, a[href]):not(:disabled, [role="tab"])',
] as const;

/** Gives a part of the workspace the focus. */
export function focusPart(part: Element): void {
  if (part.matches('[data-canvas]')) {
    focusDiagram();
    return;
  }
  const shown = part.querySelector('.panel-body:not([hidden])') ?? part;
  const found = WIDGETS.flatMap((widget) => [...shown.querySelectorAll<HTMLElement>(widget)]);
  const widget = found.find((candidate) => candidate.checkVisibility());
  (widget ?? part.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
}
