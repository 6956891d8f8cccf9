import type { Command } from '../store/index.ts';
import {
  MenuFrame,
  MenuItems,
  type MenuPlan,
  type MenuProps,
  type MenuTree,
  treeOf,
  useAfterClose,
} from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { listCommands } from './bulk/later-commands.ts';

/** What the menu offers. */
const PLAN: MenuPlan = [
  ['threats.state.'],
  [{ label: laterWords.menus.priority, sections: [['threats.priority.']] }],
  ['threats.edit-selected', 'threats.copy-justification', 'threats.replace'],
  ['threats.select-type', 'threats.answer-type'],
  ['threats.duplicate', 'threats.move'],
  ['threats.show', 'threats.remove'],
];

/** What can be done with the selected threats now. */
const offered = (): MenuTree<Command> =>
  treeOf(
    listCommands().filter(({ enabled }) => enabled?.() !== false),
    PLAN,
  );

/** The menu of the selected threats. */
export function RowMenu({ menu }: { readonly menu: MenuProps }) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  const run = (command: Command) =>
    choose(() => {
      menu.asked.back?.focus({ preventScroll: true });
      command.run();
    });
  const container = menu.asked.back?.closest('main') ?? null;
  return (
    <MenuFrame {...menu} container={container} onCloseAutoFocus={onCloseAutoFocus}>
      <MenuItems tree={offered()} keysOf={() => undefined} onRun={run} container={container} />
    </MenuFrame>
  );
}
