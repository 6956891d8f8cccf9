import type { ClientPoint } from '../../../core/geometry/index.ts';
import { type Command, keysShown } from '../../store/index.ts';
import { MenuFrame, MenuItems, type MenuProps, useAfterClose } from '../../ui/index.ts';
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
      <MenuItems tree={menuFor()} keysOf={keysShown} onRun={run} />
    </MenuFrame>
  );
}
