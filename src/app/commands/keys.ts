import { type Command, matchesKeys, session } from '../store/index.ts';
import { keepText } from '../ui/index.ts';
import { takesText, usesKey, widgetOf } from './widget-keys.ts';

/** What lies above the app and has the keys for itself: dialogs and open menus. */
const ABOVE = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"][data-state="open"]';

/** The commands whose keys an event is; none when the event belongs to what has the focus. */
function commandsOf(event: KeyboardEvent, commands: readonly Command[]): readonly Command[] {
  const widget = event.target instanceof Element ? widgetOf(event.target) : null;
  const typing = widget !== null && takesText(widget);
  // Windows says Ctrl and Alt for the key that types the third sign of a key.
  if (typing && event.getModifierState('AltGraph')) return [];
  if (widget !== null && !typing && usesKey(widget, event)) return [];
  return commands.filter(
    (command) =>
      command.native !== true &&
      (!typing || command.inText === true) &&
      command.keys?.some((keys) => matchesKeys(event, keys)) === true,
  );
}

/** Runs commands by their keys, from anywhere in the window. Returns what ends it. */
export function startKeys(commands: readonly Command[]): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const ours = commandsOf(event, commands);
    if (ours.length === 0) return;
    const above = session.getState().dialog !== null || document.querySelector(ABOVE) !== null;
    const command = above ? undefined : ours.find(({ enabled }) => enabled?.() !== false);
    // What the browser would do instead must not come as a surprise: go back, save the page, set a bookmark.
    if (command !== undefined || event.ctrlKey || event.metaKey || event.altKey) event.preventDefault();
    if (command === undefined) return;
    keepText();
    command.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
