import { Bookmark } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type OpenModel, setDialog } from '../../store/index.ts';
import { Button, useAfterClose, walkMenu } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { showView } from './show-view.ts';
import { useKeptViews } from './views.ts';

const { views: said } = laterWords.threatBulk;

interface ViewsButtonProps {
  readonly open: OpenModel;
  /** The landmark of the button: the menu belongs to the same. */
  readonly main: HTMLElement | null;
}

/** Chooses one of the kept views. */
export function ViewsButton({ open, main }: ViewsButtonProps) {
  const views = useKeptViews();
  const { choose, onCloseAutoFocus } = useAfterClose();
  return (
    // A modal menu hides the app from screen readers while its button still has the focus.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button tone="quiet" className="threats-view-button">
          <Bookmark size={14} aria-hidden /> <span>{said.button}</span>
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={main}>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDownCapture={walkMenu}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          {views.length === 0 && (
            <DropdownMenu.Label className="threats-menu-label">{said.none}</DropdownMenu.Label>
          )}
          {views.map((view) => (
            <DropdownMenu.Item key={view.name} className="menu-item" onSelect={() => showView(open, view)}>
              {view.name}
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="menu-separator" />
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => choose(() => setDialog({ kind: 'threat-views' }))}
          >
            {said.save}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
