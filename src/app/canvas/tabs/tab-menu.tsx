import { DropdownMenu } from 'radix-ui';
import { showKeys } from '../../store/index.ts';
import { MenuFrame, type MenuProps } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { duplicateInFront, placeDiagram, removeDiagram } from '../commands/diagrams.ts';
import type { PlacedTab } from './tab-keys.ts';

interface ItemProps {
  readonly label: string;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

function Item({ label, keys, disabled = false, run }: ItemProps) {
  return (
    <DropdownMenu.Item className="menu-item" disabled={disabled} onSelect={run}>
      {label}
      {keys !== undefined && <kbd>{showKeys(keys)}</kbd>}
    </DropdownMenu.Item>
  );
}

/** The context menu of a diagram's tab. */
export function TabMenu({ tab, menu }: { readonly tab: PlacedTab; readonly menu: MenuProps }) {
  const { diagrams, diagram, index, onRename } = tab;
  return (
    <MenuFrame {...menu}>
      <Item label={words.canvas.tabs.rename} keys="F2" run={() => setTimeout(onRename)} />
      <Item label={words.canvas.tabs.duplicate} run={() => duplicateInFront(diagram.id)} />
      <Item
        label={words.canvas.tabs.moveLeft}
        disabled={index === 0}
        run={() => placeDiagram(diagram.id, index - 1)}
      />
      <Item
        label={words.canvas.tabs.moveRight}
        disabled={index === diagrams.length - 1}
        run={() => placeDiagram(diagram.id, index + 1)}
      />
      <DropdownMenu.Separator className="menu-separator" />
      <Item
        label={words.canvas.tabs.delete}
        keys="Delete"
        disabled={diagrams.length < 2}
        run={() => removeDiagram(diagram.id)}
      />
    </MenuFrame>
  );
}
