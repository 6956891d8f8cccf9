import { ContextMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { type Command, showKeys, useSession } from '../../store/index.ts';
import { menuFor } from './menu-items.ts';

/** The menu of what was pressed with the right button, or long with a finger. */
export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const presenting = useSession((state) => state.presenting);
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger asChild disabled={presenting}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal>
        <ContextMenu.Content className="menu" collisionPadding={8}>
          <Items />
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}

/** Read when the menu opens: it shows what applies to the selection of that moment. */
function Items() {
  return menuFor().map((group, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the groups have no other identity
    <ContextMenu.Group key={index}>
      {index > 0 && <ContextMenu.Separator className="menu-separator" />}
      {group.map((command) => (
        <Item key={command.id} command={command} />
      ))}
    </ContextMenu.Group>
  ));
}

function Item({ command }: { readonly command: Command }) {
  const keys = command.keys?.[0];
  return (
    <ContextMenu.Item className="menu-item" onSelect={() => setTimeout(command.run)}>
      {command.label}
      {keys !== undefined && <kbd>{showKeys(keys)}</kbd>}
    </ContextMenu.Item>
  );
}
