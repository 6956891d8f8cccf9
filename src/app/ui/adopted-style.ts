import { useEffect } from 'react';

interface SheetProps {
  readonly styles: string;
  /** The styles may change while they hold. */
  readonly dynamic?: boolean;
}

/**
 * Stands in for `react-style-singleton` (see `vite.config.ts`), by which an open dialog keeps the page behind it from
 * scrolling: that makes a `<style>` element, which the page's policy refuses. A sheet that a script adopts needs no
 * permission, as no markup can make one. The last component that is gone takes the styles with it.
 */
export function styleSingleton() {
  let users = 0;
  let sheet: CSSStyleSheet | null = null;
  const add = (styles: string): void => {
    users++;
    sheet ??= new CSSStyleSheet();
    sheet.replaceSync(styles);
    if (users === 1) document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  const remove = (): void => {
    users--;
    if (users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
  // biome-ignore lint/correctness/noComponentHookFactories: each caller makes its component once, as with the original
  return function Sheet({ styles, dynamic = false }: SheetProps) {
    const watched = dynamic ? styles : '';
    // biome-ignore lint/correctness/useExhaustiveDependencies: as the original, it takes up changes only where it is told to
    useEffect(() => {
      add(styles);
      return remove;
    }, [watched]);
    return null;
  };
}
