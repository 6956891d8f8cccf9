import { DropdownMenu } from 'radix-ui';
import { type ReactNode, type Ref, useEffect, useLayoutEffect, useRef } from 'react';
import type { AskedMenu, MenuProps } from './menu.tsx';
import { walkMenu } from './menu-keys.ts';

interface AnchorProps {
  readonly at: AskedMenu['at'];
  /** Given by what positions the menu. */
  readonly ref?: Ref<HTMLElement>;
}

/** What the menu stands beside: the button that is there already, or a point that is drawn for it. */
function Anchor({ at, ref }: AnchorProps) {
  const element = at instanceof HTMLElement ? at : null;
  useLayoutEffect(() => {
    if (element === null || typeof ref !== 'function') return;
    const undo = ref(element);
    return () => {
      if (typeof undo === 'function') undo();
      else ref(null);
    };
  }, [element, ref]);
  if (at instanceof HTMLElement) return null;
  return <span ref={ref} className="menu-point" style={{ left: at.x, top: at.y }} aria-hidden />;
}

/** Stands behind the items: when it comes, the menu is there. */
function Opened({ byKey, onOpened }: { readonly byKey: boolean; readonly onOpened: () => void }) {
  const ref = useRef<HTMLSpanElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each menu
  useEffect(() => {
    const menu = ref.current?.closest<HTMLElement>('[role="menu"]');
    // Behind the effects of the menu, which give the menu itself the focus.
    queueMicrotask(() => {
      const first = menu?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])');
      if (byKey) first?.focus({ preventScroll: true });
      onOpened();
    });
  }, []);
  return <span ref={ref} hidden />;
}

const AT_POINT = { side: 'right', sideOffset: 2 } as const;

interface MenuFrameProps extends MenuProps {
  /** Where it opens at its button. */
  readonly side?: 'top' | 'bottom';
  /** The landmark that it belongs to; else the page. */
  readonly container?: HTMLElement | null;
  /** May take the focus elsewhere; prevented, it stays there. */
  readonly onCloseAutoFocus?: (event: Event) => void;
  readonly children: ReactNode;
}

/** What every menu is: above the app, walked by keys, closed by Escape and a press outside, giving the focus back. */
export function MenuFrame(props: MenuFrameProps) {
  const {
    asked,
    id,
    label,
    side = 'bottom',
    container,
    onClose,
    onOpened,
    onCloseAutoFocus,
    children,
  } = props;
  const outside = useRef(false);
  const place = asked.at instanceof HTMLElement ? { side, sideOffset: 4 } : AT_POINT;
  return (
    // A modal menu hides the app from screen readers while its button still has the focus.
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <Anchor at={asked.at} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container ?? null}>
        <DropdownMenu.Content
          {...place}
          className="menu"
          align="start"
          collisionPadding={8}
          id={id}
          aria-label={label}
          aria-labelledby={undefined}
          onKeyDownCapture={walkMenu}
          onInteractOutside={() => {
            outside.current = true;
          }}
          onCloseAutoFocus={(event) => {
            onCloseAutoFocus?.(event);
            if (event.defaultPrevented) return;
            event.preventDefault();
            // Whoever pressed elsewhere is there by now.
            if (!outside.current) asked.back?.focus({ preventScroll: true });
          }}
        >
          {children}
          <Opened byKey={asked.byKey} onOpened={onOpened} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
