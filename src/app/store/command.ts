/**
 * Everything a user can do, as data: menus, buttons, shortcuts, the command palette and the shortcut sheet all
 * run the same object. Features export their commands; `main.tsx` and `editor.tsx` put them into one list.
 */
export interface Command {
  /** Stable, such as `edit.undo`. */
  readonly id: string;
  readonly label: string;
  /** Heading in the palette and the shortcut sheet. */
  readonly group: 'File' | 'Edit' | 'Insert' | 'Arrange' | 'View' | 'Go' | 'Threats' | 'Help';
  /** Keys as `Mod+Shift+Z`: Mod is Cmd on a Mac and Ctrl elsewhere. Several ways are allowed. */
  readonly keys?: readonly string[];
  /** What it has in common with its likes for the other three arrow keys: the shortcut sheet shows them as one. */
  readonly family?: string;
  /** Further words to find it by. */
  readonly keywords?: string;
  /** Given when it turns something on and off: whether it is on. Menus show a check mark. */
  readonly checked?: () => boolean;
  /** False hides it from the palette and disables its button. */
  readonly enabled?: () => boolean;
  /** Works while a text field has the focus. */
  readonly inText?: boolean;
  /** `canvas`: it works on the diagram, so a menu gives the focus to the canvas before it runs. */
  readonly where?: 'canvas';
  /** Its keys are shown but not ours to catch: the browser turns them into an event (copy, cut, paste). */
  readonly native?: boolean;
  readonly run: () => void;
}

const IS_MAC = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

type KeyLike = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key event is the given shortcut. Letters match by what they type, so that layouts work. */
export function matchesKeys(event: KeyLike, keys: string, mac: boolean = IS_MAC): boolean {
  const parts = keys.split('+');
  // "Mod++" is Mod and the plus key.
  const key = keys.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string) => parts.slice(0, -1).includes(name);
  const mod = mac ? event.metaKey : event.ctrlKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  if (mod !== has('Mod') || other || event.altKey !== has('Alt')) return false;
  const typed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  // A punctuation mark says its own shift; letters, digits and named keys must match it.
  const shiftMatters = key.length > 1 || /[a-z0-9]/i.test(key);
  if (shiftMatters && event.shiftKey !== has('Shift')) return false;
  if (typed === wanted) return true;
  // Alt and Shift change what a letter or digit key types on some layouts: then its place decides.
  return (
    (event.altKey || event.shiftKey) &&
    (event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`)
  );
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };
const NAMES: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ' ': 'Space',
};

/** How a shortcut is shown: `⌘⇧Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function showKeys(keys: string, mac: boolean = IS_MAC): string {
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  const named = parts.map((part) => (mac ? MAC_SIGNS[part] : undefined) ?? NAMES[part] ?? part);
  return named.join(mac ? '' : '+');
}

/** The first of a command's keys, as menus show it. */
export const keysShown = ({ keys: [first] = [] }: Command): string | undefined =>
  first === undefined ? undefined : showKeys(first);
