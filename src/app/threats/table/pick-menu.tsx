import { DropdownMenu } from 'radix-ui';
import { MenuFrame, type MenuProps, useAfterClose } from '../../ui/index.ts';

interface PickMenuProps {
  readonly menu: MenuProps;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onPick: (value: string) => void;
}

/** The values that a cell can have. */
export function PickMenu({ menu, choices, value, onPick }: PickMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <MenuFrame
      {...menu}
      container={menu.asked.back?.closest('main') ?? null}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      <DropdownMenu.RadioGroup value={value}>
        {choices.map((choice) => (
          <DropdownMenu.RadioItem
            key={choice.value}
            value={choice.value}
            className="menu-item menu-toggle"
            onSelect={() =>
              choose(() => {
                menu.asked.back?.focus({ preventScroll: true });
                onPick(choice.value);
              })
            }
          >
            <DropdownMenu.ItemIndicator className="menu-mark" aria-hidden="true">
              ✓
            </DropdownMenu.ItemIndicator>
            {choice.label}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </MenuFrame>
  );
}
