import { DropdownMenu } from 'radix-ui';
import { shownText } from '../../../core/base/index.ts';
import type { Diagram, DiagramId } from '../../../core/document/index.ts';
import { showDiagram } from '../../store/index.ts';
import { MenuFrame, type MenuProps, useAfterClose } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { editorCanvas } from '../base/front.ts';
import { focusCanvas } from '../base/view.ts';

interface DiagramMenuProps {
  readonly diagrams: readonly Diagram[];
  readonly inFront: DiagramId;
  readonly menu: MenuProps;
}

/** All diagrams by name, for when their tabs have no room. */
export function DiagramMenu({ diagrams, inFront, menu }: DiagramMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    <MenuFrame {...menu} side="top" onCloseAutoFocus={onCloseAutoFocus}>
      <DropdownMenu.RadioGroup value={inFront}>
        {diagrams.map((diagram) => (
          <DropdownMenu.RadioItem
            key={diagram.id}
            value={diagram.id}
            className="menu-item menu-toggle"
            onSelect={() =>
              choose(() => {
                showDiagram(diagram.id);
                focusCanvas(editorCanvas);
              })
            }
          >
            <DropdownMenu.ItemIndicator className="menu-mark" aria-hidden="true">
              ✓
            </DropdownMenu.ItemIndicator>
            {shownText(diagram.header) || words.canvas.tabs.unnamed}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </MenuFrame>
  );
}
