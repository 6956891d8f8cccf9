import { DropdownMenu } from 'radix-ui';
import type { ClientPoint } from '../../../core/geometry/index.ts';
import { type Command, showKeys } from '../../store/index.ts';
import { MenuFrame, type MenuProps, useAfterClose } from '../../ui/index.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { focusCanvas } from '../base/view.ts';
import { menuFor } from './menu-items.ts';

interface CanvasMenuProps {
  /** Where it was asked for. */
  readonly pressed: ClientPoint;
  readonly menu: MenuProps;
}

/** The menu of what is selected: it shows what applies to the selection when it opens. */
export function CanvasMenu({ pressed, menu }: CanvasMenuProps) {
  const canvas = useCanvas();
  const { choose, onCloseAutoFocus } = useAfterClose();
  const run = (command: Command) =>
    choose(() => {
      focusCanvas(canvas);
      // What it pastes or adds belongs where the menu was asked for, not where the item was clicked.
      canvas.pointer = pressed;
      command.run();
    });
  return (
    <MenuFrame {...menu} onCloseAutoFocus={onCloseAutoFocus}>
      {menuFor().map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups have no other identity
        <DropdownMenu.Group key={index}>
          {index > 0 && <DropdownMenu.Separator className="menu-separator" />}
          {group.map((command) => (
            <Item key={command.id} command={command} onRun={run} />
          ))}
        </DropdownMenu.Group>
      ))}
    </MenuFrame>
  );
}

interface ItemProps {
  readonly command: Command;
  readonly onRun: (command: Command) => void;
}

function Item({ command, onRun }: ItemProps) {
  const keys = command.keys?.[0];
  return (
    <DropdownMenu.Item className="menu-item" onSelect={() => onRun(command)}>
      {command.label}
      {keys !== undefined && <kbd>{showKeys(keys)}</kbd>}
    </DropdownMenu.Item>
  );
}
