import type { Command } from '../../store/index.ts';
import { canvasCommands } from '../commands/index.ts';

/** The commands of the context menu, in groups. Those that do not apply now are left out. */
const GROUPS: readonly (readonly string[])[] = [
  [
    'edit.rename',
    'edit.change-type',
    'insert.connect',
    'edit.reverse',
    'edit.change-source',
    'edit.change-target',
    'edit.reroute',
  ],
  ['insert.quick'],
  ['edit.cut', 'edit.copy', 'edit.paste', 'edit.paste-threats', 'edit.duplicate', 'edit.delete'],
  ['select.all', 'select.same-type', 'select.connected'],
  ['arrange.front', 'arrange.back'],
  [
    'arrange.align-left',
    'arrange.align-centre',
    'arrange.align-right',
    'arrange.align-top',
    'arrange.align-middle',
    'arrange.align-bottom',
  ],
  ['arrange.distribute-horizontal', 'arrange.distribute-vertical', 'arrange.same-both'],
  ['arrange.tidy', 'view.fit', 'view.zoom-selection'],
  [
    'picture.copy-png',
    'picture.save-selection-png',
    'picture.save-selection-svg',
    'picture.save-png',
    'picture.save-svg',
  ],
];

/** What stands aside while the same for the selection applies: the menu is about what was pressed. */
const ASIDE: ReadonlyMap<string, string> = new Map([
  ['picture.save-png', 'picture.save-selection-png'],
  ['picture.save-svg', 'picture.save-selection-svg'],
]);

export function menuFor(): readonly (readonly Command[])[] {
  const byId = new Map(canvasCommands.map((command) => [command.id, command]));
  const applies = (id: string): boolean => byId.has(id) && byId.get(id)?.enabled?.() !== false;
  return GROUPS.map((group) =>
    group.flatMap((id) => {
      const command = byId.get(id);
      return command === undefined || !applies(id) || applies(ASIDE.get(id) ?? '') ? [] : [command];
    }),
  ).filter((group) => group.length > 0);
}
