import { type Command, showKeys } from '../store/index.ts';

/** One line of the shortcut sheet: what is done, and the keys for it, readable. */
export interface ShortcutRow {
  readonly heading: string;
  readonly label: string;
  readonly keys: readonly string[];
}

const ARROW = /Arrow(Left|Up|Right|Down)$/;

/** `Shift+←` as `Shift+← ↑ → ↓`: the four arrows with the same modifiers. */
function allArrows(keys: string): string {
  const [left = '', ...others] = ['Left', 'Up', 'Right', 'Down'].map((side) =>
    showKeys(keys.replace(ARROW, `Arrow${side}`)),
  );
  return [left, ...others.map((arrow) => arrow.slice(-1))].join(' ');
}

/** The rows of commands that have keys. A family is one row, in the place of its first command. */
export function commandRows(commands: readonly Command[]): readonly ShortcutRow[] {
  const seen = new Set<string>();
  return commands.flatMap(({ label, family, group, keys = [] }) => {
    if (keys.length === 0) return [];
    if (family === undefined) return [{ heading: group, label, keys: keys.map((one) => showKeys(one)) }];
    if (seen.has(family)) return [];
    seen.add(family);
    return [{ heading: group, label: family, keys: keys.map(allArrows) }];
  });
}

const row = (heading: string, label: string, ...keys: readonly string[]): ShortcutRow => ({
  heading,
  label,
  keys,
});

const LISTS = 'In lists over the canvas';
const DRAGGING = 'While dragging';
const THREATS = 'In the threat list';

/** Keys and gestures that are no commands: they belong to what has the focus or the pointer. */
export const FIXED_ROWS: readonly ShortcutRow[] = [
  row('View', 'Pan by dragging', 'Space+drag', 'Middle button+drag'),
  row('View', 'Pan up and down', 'Wheel'),
  row('View', 'Pan left and right', 'Shift+wheel'),
  row('View', 'Zoom at the pointer', showKeys('Mod+wheel'), 'Pinch'),
  row(LISTS, 'Take what is chosen', 'Enter'),
  row(LISTS, 'Take it, and connect, choose the flow type or keep the selection', showKeys('Alt+Enter')),
  row(LISTS, 'Close the list', 'Esc'),
  row(DRAGGING, 'Keep to one axis, or the proportions', showKeys('Shift')),
  row(DRAGGING, 'Take what lies inside a boundary along, or not', showKeys('Mod')),
  row(DRAGGING, 'Drag a copy, or keep the centre', showKeys('Alt')),
  row(DRAGGING, 'Drop the drag', 'Esc'),
  row(THREATS, 'Set the state', '1', '2', '3', '4'),
  row(THREATS, 'Set the priority', 'H', 'M', 'L'),
  row(THREATS, 'Write the justification', 'J'),
  row(THREATS, 'Show on the canvas', 'Enter'),
];

/** The rows that have every word that was typed, in what they say, their keys or their heading. */
export function foundRows(rows: readonly ShortcutRow[], query: string): readonly ShortcutRow[] {
  const words = query.toLowerCase().split(/\s+/);
  return rows.filter(({ heading, label, keys }) => {
    const text = [heading, label, ...keys].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
