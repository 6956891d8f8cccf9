import { type RefObject, useState } from 'react';
import type { ClientPoint } from '../../../core/geometry/index.ts';
import { session, tellNotFetched } from '../../store/index.ts';
import { type AskedMenu, MenuLater, useMenuAsks } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { cancelGesture, clientOf } from '../gestures/controller.ts';

export const loadCanvasMenu = () => import('./canvas-menu.tsx');

interface Asked {
  readonly menu: AskedMenu;
  readonly pressed: ClientPoint;
}

/** The menu of what was pressed with the right button, or long with a finger. */
export function CanvasMenuLater({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const canvas = useCanvas();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [close] = useState(() => () => setAsked(null));
  useMenuAsks(surface, (menu, event) => {
    if (session.getState().presenting) return false;
    // Opened under a drag, the menu would take its release for a choice.
    if (canvas.live.getState().gesture !== null) return true;
    // Ctrl and the button of a Mac: the press that opened it is no click.
    cancelGesture(canvas);
    setAsked({ menu, pressed: clientOf(event) });
    return true;
  });
  return (
    <MenuLater
      asked={asked?.menu ?? null}
      load={loadCanvasMenu}
      label={words.canvas.menu}
      onClose={close}
      onFailed={tellNotFetched}
    >
      {({ CanvasMenu }, menu) => asked !== null && <CanvasMenu pressed={asked.pressed} menu={menu} />}
    </MenuLater>
  );
}
