import { Columns3 } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { Button, walkMenu } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import type { Column } from './columns.ts';
import { type Layout, withToggled } from './layout.ts';

const { threatTable: said } = laterWords;

interface ColumnsButtonProps {
  /** The landmark of the button: the menu belongs to the same. */
  readonly main: HTMLElement | null;
  readonly columns: readonly Column[];
  readonly layout: Layout;
  /** The column that the headings of the groups say. */
  readonly spoken: string;
  readonly onLayout: (layout: Layout | null) => void;
}

/** Chooses the columns of the table. */
export function ColumnsButton({ main, columns, layout, spoken, onLayout }: ColumnsButtonProps) {
  const shown = new Set(layout.map(({ id }) => id));
  return (
    // A modal menu hides the app from screen readers while its button still has the focus.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button tone="quiet" className="table-columns-button">
          <Columns3 size={14} aria-hidden /> <span>{said.choose}</span>
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={main}>
        <DropdownMenu.Content
          className="menu"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onKeyDownCapture={walkMenu}
        >
          {columns.map((column) => (
            <DropdownMenu.CheckboxItem
              key={column.id}
              className="menu-item"
              checked={shown.has(column.id)}
              onCheckedChange={() => onLayout(withToggled(layout, column))}
              onSelect={(event) => event.preventDefault()}
            >
              {spoken === 'interaction' && column.id === spoken
                ? said.inHeadings({ column: column.label })
                : column.label}
              <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
            </DropdownMenu.CheckboxItem>
          ))}
          <DropdownMenu.Separator className="menu-separator" />
          <DropdownMenu.Item className="menu-item" onSelect={() => onLayout(null)}>
            {said.firstColumns}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
