import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { type Load, useFetched } from './fetched.ts';
import { useHeldKeys } from './held-keys.ts';

/** A menu that was asked for. */
export interface AskedMenu {
  /** The button that it belongs to, or the place on the screen, in CSS pixels, that was pressed. */
  readonly at: HTMLElement | { readonly x: number; readonly y: number };
  /** By a key: its first item has the focus then. */
  readonly byKey: boolean;
  /** What has the focus when it has closed without a choice. */
  readonly back: HTMLElement | null;
}

/** What an open menu gets from what opened it; it goes on `MenuFrame`. */
export interface MenuProps {
  readonly asked: AskedMenu;
  readonly id: string;
  readonly label: string;
  readonly onClose: () => void;
  /** It is open, and has the focus. */
  readonly onOpened: () => void;
}

interface MenuLaterProps<M> {
  readonly asked: AskedMenu | null;
  readonly load: Load<M>;
  readonly label: string;
  readonly id?: string | undefined;
  readonly onClose: () => void;
  /** Its code could not be fetched. */
  readonly onFailed: (error: unknown) => void;
  readonly children: (loaded: M, menu: MenuProps) => ReactNode;
}

/**
 * A menu whose code comes after the canvas. It is mostly there when it is asked for; where it is not, it opens once
 * it is, and has the keys that were pressed meanwhile.
 */
export function MenuLater<M>(props: MenuLaterProps<M>) {
  const { asked, load, label, onClose, onFailed, children } = props;
  const ownId = useId();
  const part = useFetched(load, asked !== null);
  const onOpened = useHeldKeys({ asked: asked !== null, here: part.kind === 'here', onClose });
  const failed = asked !== null && part.kind === 'failed' ? part : null;
  useEffect(() => {
    if (failed === null) return;
    onClose();
    onFailed(failed.error);
  }, [failed, onClose, onFailed]);
  if (asked === null || part.kind !== 'here') return null;
  return children(part.loaded, { asked, label, id: props.id ?? ownId, onClose, onOpened });
}

interface MenuButtonProps<M> extends Omit<MenuLaterProps<M>, 'asked' | 'id' | 'onClose' | 'children'> {
  readonly className: string;
  readonly title?: string;
  /** The picture or the words on it. */
  readonly face: ReactNode;
  readonly children: MenuLaterProps<M>['children'];
}

const OPENS = /^(Enter| |ArrowDown)$/;

/** A button that opens a menu, at once when it is pressed. */
export function MenuButton<M>({ className, title, face, children, ...menu }: MenuButtonProps<M>) {
  const [asked, setAsked] = useState<AskedMenu | null>(null);
  const [close] = useState(() => () => setAsked(null));
  const id = useId();
  const ask = (button: HTMLElement, byKey: boolean) => setAsked({ at: button, byKey, back: button });
  return (
    <>
      <button
        type="button"
        className={className}
        title={title}
        aria-label={menu.label}
        aria-haspopup="menu"
        aria-expanded={asked !== null}
        aria-controls={asked === null ? undefined : id}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.ctrlKey) return;
          if (asked !== null) {
            close();
            return;
          }
          // The menu takes the focus: the button must not take it after that.
          event.preventDefault();
          ask(event.currentTarget, false);
        }}
        onKeyDown={(event) => {
          if (!OPENS.test(event.key)) return;
          event.preventDefault();
          if (asked !== null && event.key !== 'ArrowDown') close();
          else ask(event.currentTarget, true);
        }}
      >
        {face}
      </button>
      <MenuLater {...menu} id={id} asked={asked} onClose={close}>
        {children}
      </MenuLater>
    </>
  );
}

/** Milliseconds that a finger rests before it asks for the menu, where the browser does not ask by itself. */
const LONG_PRESS = 700;

/** Answers whether there is a menu for what was pressed; the browser's own menu opens where there is none. */
type OnAsk = (asked: AskedMenu, event: MouseEvent) => boolean;

/** Hears the right button, the key and the long press that ask for the menu of what lies there. */
export function useMenuAsks(ref: RefObject<HTMLElement | null>, onAsk: OnAsk): void {
  const latest = useRef(onAsk);
  useEffect(() => {
    latest.current = onAsk;
  });
  useEffect(() => (ref.current === null ? undefined : hearAsks(ref.current, latest)), [ref]);
}

function hearAsks(element: HTMLElement, onAsk: RefObject<OnAsk>): () => void {
  let byKey = false;
  let rests: ReturnType<typeof setTimeout> | undefined;
  const ask = (event: MouseEvent): boolean => {
    const focused = document.activeElement;
    const back = focused instanceof HTMLElement ? focused : null;
    return onAsk.current({ at: { x: event.clientX, y: event.clientY }, byKey, back }, event);
  };
  const ends = () => clearTimeout(rests);
  const listeners = {
    contextmenu: (event: MouseEvent) => {
      ends();
      if (!event.defaultPrevented && ask(event)) event.preventDefault();
    },
    keydown: () => {
      byKey = true;
    },
    pointerdown: (event: PointerEvent) => {
      byKey = false;
      ends();
      if (event.pointerType === 'touch' || event.pointerType === 'pen')
        rests = setTimeout(() => ask(event), LONG_PRESS);
    },
    pointermove: ends,
    pointerup: ends,
    pointercancel: ends,
  };
  const { contextmenu, keydown, pointerdown } = listeners;
  element.addEventListener('contextmenu', contextmenu);
  element.addEventListener('keydown', keydown);
  element.addEventListener('pointerdown', pointerdown);
  for (const name of ['pointermove', 'pointerup', 'pointercancel'] as const)
    element.addEventListener(name, ends);
  return () => {
    ends();
    element.removeEventListener('contextmenu', contextmenu);
    element.removeEventListener('keydown', keydown);
    element.removeEventListener('pointerdown', pointerdown);
    for (const name of ['pointermove', 'pointerup', 'pointercancel'] as const)
      element.removeEventListener(name, ends);
  };
}
