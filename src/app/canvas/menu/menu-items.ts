import type { Command } from '../../store/index.ts';
import { type MenuPlan, type MenuTree, treeOf } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { canvasCommands } from '../commands/index.ts';

const { menus: said } = laterWords;

/** The menu of what was pressed. Commands that do not apply now are left out. */
const PLAN: MenuPlan = [
  [
    'edit.rename',
    'edit.change-type',
    'insert.connect',
    {
      label: said.flow,
      sections: [['edit.reverse'], ['edit.change-source', 'edit.change-target', 'edit.reroute']],
    },
  ],
  ['threats.of-selection', 'threats.add', 'edit.out-of-scope'],
  ['insert.quick'],
  ['edit.cut', 'edit.copy', 'edit.paste', 'edit.paste-threats', 'edit.duplicate', 'edit.delete'],
  [
    { label: said.select, sections: [['select.all', 'select.same-type', 'select.connected']] },
    {
      label: said.align,
      sections: [
        ['arrange.align-left', 'arrange.align-centre', 'arrange.align-right'],
        ['arrange.align-top', 'arrange.align-middle', 'arrange.align-bottom'],
        ['arrange.distribute-horizontal', 'arrange.distribute-vertical'],
        ['arrange.same-width', 'arrange.same-height', 'arrange.same-both'],
      ],
    },
    { label: said.order, sections: [['arrange.front', 'arrange.back']] },
    { label: said.view, sections: [['view.fit', 'view.zoom-selection'], ['arrange.tidy']] },
    {
      label: said.picture,
      sections: [
        ['picture.copy-png'],
        ['picture.save-selection-png', 'picture.save-selection-svg', 'picture.save-png', 'picture.save-svg'],
      ],
    },
  ],
];

/** What stands aside while another applies: the menu is about what was pressed. */
const ASIDE: ReadonlyMap<string, string> = new Map([
  ['picture.save-png', 'picture.save-selection-png'],
  ['picture.save-svg', 'picture.save-selection-svg'],
  ['edit.paste-threats', 'edit.copy'],
]);

/** What other features have for the menu. */
let others: readonly Command[] = [];

/** Gives the menu commands of other features, in the place of those that it was given before. */
export function giveMenu(commands: readonly Command[]): void {
  others = commands;
}

/** The commands that apply to what is selected. */
export function menuFor(): MenuTree<Command> {
  const all = [...canvasCommands, ...others].filter(({ enabled }) => enabled?.() !== false);
  const ids = new Set(all.map(({ id }) => id));
  return treeOf(
    all.filter(({ id }) => !ids.has(ASIDE.get(id) ?? '')),
    PLAN,
  );
}
