import { type Command, showKeys } from '../store/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';

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
    if (family === undefined)
      return [{ heading: words.commands.groups[group], label, keys: keys.map((one) => showKeys(one)) }];
    if (seen.has(family)) return [];
    seen.add(family);
    return [{ heading: words.commands.groups[group], label: family, keys: keys.map(allArrows) }];
  });
}

const row = (heading: string, label: string, ...keys: readonly string[]): ShortcutRow => ({
  heading,
  label,
  keys,
});

const { gestures, keys } = laterWords.shortcuts;
const { groups } = words.commands;

/** Keys and gestures that are no commands: they belong to what has the focus or the pointer. */
export const FIXED_ROWS: readonly ShortcutRow[] = [
  row(groups.View, gestures.panByDragging, keys.spaceDrag, keys.middleDrag),
  row(groups.View, gestures.panVertically, keys.wheel),
  row(groups.View, gestures.panHorizontally, keys.shiftWheel),
  row(groups.View, gestures.zoom, showKeys(keys.modWheel), keys.pinch),
  row(gestures.inLists, gestures.choose, 'Enter'),
  row(gestures.inLists, gestures.chooseAndMore, showKeys('Alt+Enter')),
  row(gestures.inLists, gestures.close, 'Esc'),
  row(gestures.dragging, gestures.constrain, showKeys('Shift')),
  row(gestures.dragging, gestures.carry, showKeys('Mod')),
  row(gestures.dragging, gestures.copy, showKeys('Alt')),
  row(gestures.dragging, gestures.cancel, 'Esc'),
  row(gestures.inThreats, gestures.setState, '1', '2', '3', '4'),
  row(gestures.inThreats, gestures.setPriority, 'H', 'M', 'L'),
  row(gestures.inThreats, gestures.choosePriority, 'P'),
  row(gestures.inThreats, gestures.justify, 'J'),
  row(gestures.inThreats, gestures.nextOpen, '.'),
  row(gestures.inThreats, gestures.show, 'Enter'),
  row(
    gestures.presenting,
    gestures.stepFlows,
    ...['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp'].map((key) => showKeys(key)),
  ),
  row(gestures.presenting, gestures.endFlows, 'Home', 'End'),
  row(gestures.presenting, gestures.leave, 'Esc'),
];

/** The rows that have every word that was typed, in what they say, their keys or their heading. */
export function foundRows(rows: readonly ShortcutRow[], query: string): readonly ShortcutRow[] {
  const asked = query.toLowerCase().split(/\s+/);
  return rows.filter(({ heading, label, keys }) => {
    const text = [heading, label, ...keys].join(' ').toLowerCase();
    return asked.every((word) => text.includes(word));
  });
}
