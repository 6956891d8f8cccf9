import { DropdownMenu } from 'radix-ui';
import { MenuFrame, type MenuProps, useAfterClose } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { GROUPS } from '../rows.ts';
import { columnActions, type TableHeadProps } from './column-actions.ts';
import type { PlacedColumn } from './layout.ts';

const { threatTable: said } = laterWords;

interface ColumnMenuProps {
  readonly menu: MenuProps;
  readonly column: PlacedColumn;
  readonly head: TableHeadProps;
}

/** What can be done with one column. */
export function ColumnMenu({ menu, column, head }: ColumnMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  const acts = columnActions(head);
  const at = head.columns.findIndex(({ id }) => id === column.id);
  const group = GROUPS.find((candidate) => candidate === column.id);
  const item = (label: string, run: () => void, stays = false, disabled = false) => (
    <DropdownMenu.Item
      key={label}
      className="menu-item"
      disabled={disabled}
      onSelect={(event) => {
        if (!stays) {
          choose(() => {
            menu.asked.back?.focus({ preventScroll: true });
            run();
          });
          return;
        }
        event.preventDefault();
        run();
      }}
    >
      {label}
    </DropdownMenu.Item>
  );
  return (
    <MenuFrame
      {...menu}
      container={menu.asked.back?.closest('main') ?? null}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      {item(said.sortUp, () => head.onSort(column.id, false))}
      {item(said.sortDown, () => head.onSort(column.id, true))}
      {item(said.sortStored, () => head.onSort('stored', false))}
      {group !== undefined && item(said.groupBy, () => head.onGroup(group))}
      <DropdownMenu.Separator className="menu-separator" />
      {item(said.wider, () => acts.resize(column, 1), true)}
      {item(said.narrower, () => acts.resize(column, -1), true)}
      {item(said.moveLeft, () => acts.move(column, -1), true, at === 0)}
      {item(said.moveRight, () => acts.move(column, 1), true, at === head.columns.length - 1)}
      <DropdownMenu.Separator className="menu-separator" />
      {item(said.hide, () => acts.hide(column), false, head.columns.length === 1)}
    </MenuFrame>
  );
}
