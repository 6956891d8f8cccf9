import { type RefObject, useState } from 'react';
import type { DiagramId } from '../../../core/document/index.ts';
import { tellNotFetched } from '../../store/index.ts';
import { type AskedMenu, MenuLater, useMenuAsks } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { type PlacedTab, tabId } from './tab-keys.ts';

export const loadTabMenu = () => import('./tab-menu.tsx');

interface Asked {
  readonly menu: AskedMenu;
  readonly id: DiagramId;
}

interface TabMenuLaterProps {
  /** What the tabs lie in. */
  readonly surface: RefObject<HTMLElement | null>;
  readonly tabs: readonly PlacedTab[];
}

/** The context menu of the tab that was pressed with the right button, or long with a finger. */
export function TabMenuLater({ surface, tabs }: TabMenuLaterProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [close] = useState(() => () => setAsked(null));
  useMenuAsks(surface, (menu, { target }) => {
    const pressed = target instanceof Element ? target.closest('[role="tab"]') : null;
    const tab = tabs.find(({ diagram }) => tabId(diagram.id) === pressed?.id);
    if (tab !== undefined) setAsked({ menu, id: tab.diagram.id });
    return tab !== undefined;
  });
  return (
    <MenuLater
      asked={asked?.menu ?? null}
      load={loadTabMenu}
      label={words.canvas.tabs.menu}
      onClose={close}
      onFailed={tellNotFetched}
    >
      {({ TabMenu }, menu) => {
        const tab = tabs.find(({ diagram }) => diagram.id === asked?.id);
        return tab !== undefined && <TabMenu tab={tab} menu={menu} />;
      }}
    </MenuLater>
  );
}
