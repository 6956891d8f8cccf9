import { DropdownMenu } from 'radix-ui';
import { type Command, keysShown } from '../store/index.ts';
import { MenuFrame, MenuInside, MenuItems, type MenuProps, useAfterClose, wholeTree } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { MENU_PLANS } from './menu-plans.ts';

const GROUPS = ['File', 'Edit', 'Insert', 'Arrange', 'View', 'Go', 'Threats', 'Help'] as const;

interface AppMenuProps {
  readonly commands: readonly Command[];
  readonly menu: MenuProps;
}

/** Every command by group, with its shortcut. */
export function AppMenu({ commands, menu }: AppMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  const run = (command: Command) =>
    choose(() => {
      // The keys of what follows an edit of the diagram are the canvas's.
      const canvas = command.where === 'canvas' && document.querySelector<HTMLElement>('[data-canvas]');
      (canvas || menu.asked.back)?.focus({ preventScroll: true });
      command.run();
    });
  const search = commands.filter((command) => command.id === 'go.commands');
  return (
    <MenuFrame {...menu} onCloseAutoFocus={onCloseAutoFocus}>
      {GROUPS.map((group) => {
        const own = commands.filter((command) => command.group === group);
        if (own.length === 0) return null;
        const tree = wholeTree(own, MENU_PLANS[group]);
        return (
          <MenuInside key={group} label={words.commands.groups[group]}>
            <MenuItems tree={tree} keysOf={keysShown} onRun={run} />
          </MenuInside>
        );
      })}
      <DropdownMenu.Separator className="menu-separator" />
      <MenuItems tree={[search]} keysOf={keysShown} onRun={run} />
    </MenuFrame>
  );
}
