import { type Command, keysReach, matchesKeys, session } from '../store/index.ts';

const TEXT_INPUTS = /^(text|search|email|url|tel|password|number|date|time)$/;

/** Whether keys typed into an element become text there. */
export function isTyping(target: Element | null): boolean {
  if (target === null) return false;
  if (target instanceof HTMLInputElement) return TEXT_INPUTS.test(target.type);
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}

/** Keys that a control uses itself: a shortcut must not take them while one has the focus. */
const CONTROL_KEYS: ReadonlySet<string> = new Set([
  'Enter',
  ' ',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Delete',
]);
const CONTROLS =
  'button, a[href], summary, input, [role="tab"], [role="option"], [role="menuitem"], [role="row"], [role="treeitem"], [role="slider"], [role="separator"]';

/** What lies above the app and has the keys for itself: dialogs and open menus. */
const ABOVE = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-state="open"]';

/** The command that a key event runs, if any; `undefined` when the event belongs to somebody else. */
function commandOf(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  const target = event.target instanceof Element ? event.target : null;
  const typing = isTyping(target);
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const toControl = plain && CONTROL_KEYS.has(event.key) && target?.closest(CONTROLS) != null;
  const fits = commands.filter(
    (command) =>
      (!typing || command.inText === true) &&
      (!toControl || command.where === 'canvas') &&
      keysReach(command, target) &&
      command.keys?.some((keys) => matchesKeys(event, keys)) === true,
  );
  return fits.find((command) => command.enabled?.() !== false) ?? fits[0];
}

/** Runs commands by their keys, from anywhere in the window. Returns what ends it. */
export function startKeys(commands: readonly Command[]): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (session.getState().dialog !== null || document.querySelector(ABOVE) !== null) return;
    const command = commandOf(event, commands);
    if (command === undefined) return;
    if (command.enabled?.() === false) {
      // Ctrl+S on the start page must not bring up the browser's own dialog.
      if (event.ctrlKey || event.metaKey) event.preventDefault();
      return;
    }
    event.preventDefault();
    command.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
