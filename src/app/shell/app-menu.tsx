import { DropdownMenu } from 'radix-ui';
import { type Command, showKeys } from '../store/index.ts';
import { MenuFrame, type MenuProps, useAfterClose } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { useWindowSize } from './window-size.ts';

const GROUPS = ['File', 'Edit', 'Insert', 'Arrange', 'View', 'Go', 'Threats', 'Help'] as const;

interface MenuItemsProps {
  readonly commands: readonly Command[];
  readonly onRun: (command: Command) => void;
}

function MenuItems({ commands, onRun }: MenuItemsProps) {
  return commands.map((command) => {
    const { id, label, keys, enabled, checked } = command;
    const props = { disabled: enabled?.() === false, onSelect: () => onRun(command) };
    const content = (
      <>
        <span>{label}</span>
        {keys?.[0] !== undefined && <kbd>{showKeys(keys[0])}</kbd>}
      </>
    );
    return checked === undefined ? (
      <DropdownMenu.Item key={id} className="menu-item" {...props}>
        {content}
      </DropdownMenu.Item>
    ) : (
      <DropdownMenu.CheckboxItem key={id} className="menu-item menu-toggle" checked={checked()} {...props}>
        <DropdownMenu.ItemIndicator className="menu-mark" aria-hidden="true">
          ✓
        </DropdownMenu.ItemIndicator>
        {content}
      </DropdownMenu.CheckboxItem>
    );
  });
}

/** Below this width of the window the bar keeps only what the menu does not have (see `topbar-wide`). */
const SMALL = 600;
/** Beside its menu a submenu would have no room there: it opens over it, by so many pixels. */
const OVER_PARENT = -170;

interface AppMenuProps {
  readonly commands: readonly Command[];
  readonly menu: MenuProps;
}

/** Every command by group, with its shortcut. */
export function AppMenu({ commands, menu }: AppMenuProps) {
  const small = useWindowSize().width < SMALL;
  const { choose, onCloseAutoFocus } = useAfterClose();
  const run = (command: Command) =>
    choose(() => {
      // The keys of what follows an edit of the diagram are the canvas's.
      const canvas = command.where === 'canvas' && document.querySelector<HTMLElement>('[data-canvas]');
      (canvas || menu.asked.back)?.focus({ preventScroll: true });
      command.run();
    });
  return (
    <MenuFrame {...menu} onCloseAutoFocus={onCloseAutoFocus}>
      {GROUPS.map((group) => {
        const own = commands.filter((command) => command.group === group);
        if (own.length === 0) return null;
        return (
          <DropdownMenu.Sub key={group}>
            <DropdownMenu.SubTrigger className="menu-item">
              {words.commands.groups[group]}
              <span aria-hidden="true">›</span>
            </DropdownMenu.SubTrigger>
            <DropdownMenu.Portal>
              <DropdownMenu.SubContent
                className="menu"
                collisionPadding={8}
                sideOffset={small ? OVER_PARENT : 0}
                // Opened by the pointer it has no item with the focus, and may need to scroll.
                tabIndex={0}
              >
                <MenuItems commands={own} onRun={run} />
              </DropdownMenu.SubContent>
            </DropdownMenu.Portal>
          </DropdownMenu.Sub>
        );
      })}
      <DropdownMenu.Separator className="menu-separator" />
      <MenuItems commands={commands.filter((command) => command.id === 'go.commands')} onRun={run} />
    </MenuFrame>
  );
}
