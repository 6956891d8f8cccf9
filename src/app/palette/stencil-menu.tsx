import { DropdownMenu } from 'radix-ui';
import { MenuFrame, type MenuProps, useAfterClose } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import type { Stencil } from './stencil-groups.ts';
import type { StencilUses } from './stencil-row.tsx';

const words = laterWords.palette;

interface StencilMenuProps {
  readonly menu: MenuProps;
  readonly stencil: Stencil;
  readonly uses: StencilUses;
}

/** What can be done with a stencil: all of it by keys as well. */
export function StencilMenu({ menu, stencil, uses }: StencilMenuProps) {
  const { choose, onCloseAutoFocus } = useAfterClose();
  const back = () => menu.asked.back?.focus({ preventScroll: true });
  const item = (label: string, run: () => void) => (
    <DropdownMenu.Item className="menu-item" onSelect={() => choose(run)}>
      {label}
    </DropdownMenu.Item>
  );
  return (
    <MenuFrame
      {...menu}
      container={menu.asked.back?.closest('main') ?? null}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      {item(words.add, () => uses.onAdd(stencil))}
      {stencil.use === 'flow' &&
        item(words.useForNew, () => {
          back();
          uses.onUse(stencil);
        })}
      {item(words[uses.isFavourite(stencil) ? 'removeFavourite' : 'addFavourite'], () => {
        uses.onFavourite(stencil);
        // The row that had the menu may be the one that leaves the favourites: the stencil has another.
        requestAnimationFrame(() => {
          if (menu.asked.back?.isConnected === true) back();
          else document.querySelector<HTMLElement>(`[data-stencil="${CSS.escape(stencil.id)}"]`)?.focus();
        });
      })}
    </MenuFrame>
  );
}
