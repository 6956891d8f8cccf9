import { ContextMenu } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import type { ClientPoint } from '../../../core/geometry/index.ts';
import { type Command, showKeys, useSession } from '../../store/index.ts';
import { useAfterClose } from '../../ui/index.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { focusCanvas } from '../base/view.ts';
import { cancelGesture, clientOf } from '../gestures/controller.ts';
import { menuFor } from './menu-items.ts';

/** The menu of what was pressed with the right button, or long with a finger. */
export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const canvas = useCanvas();
  const presenting = useSession((state) => state.presenting);
  const { choose, onCloseAutoFocus } = useAfterClose();
  const pressed = useRef<ClientPoint | null>(null);
  const run = (command: Command) =>
    choose(() => {
      focusCanvas(canvas);
      // What it pastes or adds belongs where the menu was asked for, not where the item was clicked.
      canvas.pointer = pressed.current;
      command.run();
    });
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger
        asChild
        disabled={presenting}
        onContextMenu={(event) => {
          // Opened under a drag, the menu would take its release for a choice.
          if (canvas.live.getState().gesture !== null) event.preventDefault();
          // Ctrl and the button of a Mac: the press that opened it is no click.
          else cancelGesture(canvas);
          pressed.current = clientOf(event);
        }}
      >
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" collisionPadding={8} onCloseAutoFocus={onCloseAutoFocus}>
          <Items onRun={run} />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Read when the menu opens: it shows what applies to the selection of that moment. */
function Items({ onRun }: { readonly onRun: (command: Command) => void }) {
  return menuFor().map((group, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the groups have no other identity
    <ContextMenu.Group key={index}>
      {index > 0 && <ContextMenu.Separator className="menu-separator" />}
      {group.map((command) => (
        <Item key={command.id} command={command} onRun={onRun} />
      ))}
    </ContextMenu.Group>
  ));
}

interface ItemProps {
  readonly command: Command;
  readonly onRun: (command: Command) => void;
}

function Item({ command, onRun }: ItemProps) {
  const keys = command.keys?.[0];
  return (
    <ContextMenu.Item className="menu-item" onSelect={() => onRun(command)}>
      {command.label}
      {keys !== undefined && <kbd>{showKeys(keys)}</kbd>}
    </ContextMenu.Item>
  );
}
