import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { upTo } from './breakpoints.ts';
import { isSubMenu, type MenuTree, type SubMenu } from './menu-plan.ts';
import { whyOffInMenu } from './menu-why.ts';

/** What a menu needs to know of a command. */
interface MenuCommand {
  readonly id: string;
  readonly label: string;
  readonly enabled?: () => boolean;
  readonly checked?: () => boolean;
}

interface MenuItemsProps<C extends MenuCommand> {
  readonly tree: MenuTree<C>;
  /** Its keys as they are shown. */
  readonly keysOf: (command: C) => string | undefined;
  readonly onRun: (command: C) => void;
  /** The landmark that the menu belongs to; else the page. */
  readonly container?: HTMLElement | null;
}

/** Commands in sections, with their keys and check marks, and menus inside the menu. */
export function MenuItems<C extends MenuCommand>(props: MenuItemsProps<C>) {
  return props.tree.map((section, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: sections have no other identity
    <DropdownMenu.Group key={index}>
      {index > 0 && <DropdownMenu.Separator className="menu-separator" />}
      {section.map((item) =>
        isSubMenu(item) ? (
          <Inner key={item.label} menu={item} {...props} />
        ) : (
          <Item key={item.id} command={item} {...props} />
        ),
      )}
    </DropdownMenu.Group>
  ));
}

interface ItemProps<C extends MenuCommand> extends MenuItemsProps<C> {
  readonly command: C;
}

function Item<C extends MenuCommand>({ command, keysOf, onRun }: ItemProps<C>) {
  const keys = keysOf(command);
  const disabled = command.enabled?.() === false;
  const why = disabled ? whyOffInMenu(command) : undefined;
  const props = {
    disabled,
    onSelect: () => onRun(command),
    'aria-description': why,
    'data-tip': why,
    'data-tip-side': why && '',
  };
  const content = (
    <>
      <span>{command.label}</span>
      {keys !== undefined && <kbd>{keys}</kbd>}
    </>
  );
  if (command.checked === undefined)
    return (
      <DropdownMenu.Item className="menu-item" {...props}>
        {content}
      </DropdownMenu.Item>
    );
  return (
    <DropdownMenu.CheckboxItem className="menu-item menu-toggle" checked={command.checked()} {...props}>
      <DropdownMenu.ItemIndicator className="menu-mark" aria-hidden="true">
        ✓
      </DropdownMenu.ItemIndicator>
      {content}
    </DropdownMenu.CheckboxItem>
  );
}

/** A command in it is worked out when the menu opens, not with the menu around it. */
const Inner = <C extends MenuCommand>({
  menu,
  ...props
}: MenuItemsProps<C> & { readonly menu: SubMenu<C> }) => (
  <MenuInside label={menu.label} container={props.container}>
    <MenuItems {...props} tree={menu.sections} />
  </MenuInside>
);

/** Beside its menu another one would have no room on a phone: it opens over it, by so many pixels. */
const OVER_PARENT = -170;

interface MenuInsideProps {
  readonly label: string;
  readonly container?: HTMLElement | null | undefined;
  readonly children: ReactNode;
}

/** A menu inside a menu: the right arrow and the pointer open it, the left arrow closes it. */
export function MenuInside({ label, container = null, children }: MenuInsideProps) {
  const small = matchMedia(upTo('phone')).matches;
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">
        <span>{label}</span>
        <span aria-hidden="true">›</span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.SubContent
          className="menu"
          collisionPadding={8}
          sideOffset={small ? OVER_PARENT : 0}
          // Opened by the pointer it has no item with the focus, and may need to scroll.
          tabIndex={0}
        >
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
