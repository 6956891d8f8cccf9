import { DropdownMenu } from 'radix-ui';
import type { Command } from '../store/index.ts';
import { MenuFrame, type MenuProps, useAfterClose } from '../ui/index.ts';
import { listCommands } from './bulk/later-commands.ts';

/** What the menu offers, in groups, by the beginnings of the commands' ids. */
const GROUPS: readonly (readonly string[])[] = [
  ['threats.state.'],
  ['threats.priority.'],
  ['threats.edit-selected', 'threats.copy-justification', 'threats.replace'],
  ['threats.select-type', 'threats.answer-type'],
  ['threats.duplicate', 'threats.move'],
  ['threats.show', 'threats.remove'],
];

/** What can be done with the selected threats now. */
const offered = (): readonly (readonly Command[])[] =>
  GROUPS.map((ids) =>
    listCommands().filter(
      (command) => ids.some((id) => command.id.startsWith(id)) && command.enabled?.() !== false,
    ),
  ).filter((group) => group.length > 0);

/** The menu of the selected threats. */
export function RowMenu({ menu }: { readonly menu: MenuProps }) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <MenuFrame
      {...menu}
      container={menu.asked.back?.closest('main') ?? null}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      {offered().map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups have no other identity
        <DropdownMenu.Group key={index}>
          {index > 0 && <DropdownMenu.Separator className="menu-separator" />}
          {group.map((command) => (
            <DropdownMenu.Item
              key={command.id}
              className="menu-item"
              onSelect={() =>
                choose(() => {
                  menu.asked.back?.focus({ preventScroll: true });
                  command.run();
                })
              }
            >
              {command.label}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Group>
      ))}
    </MenuFrame>
  );
}
