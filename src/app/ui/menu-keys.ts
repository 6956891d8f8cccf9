import type { KeyboardEvent } from 'react';

/** What a key asks for, from the item that has the focus; null for keys that do not walk. */
function walkTo(key: string, items: readonly HTMLElement[], at: number): HTMLElement | null | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[at + 1];
    case 'ArrowUp':
      return items[at - 1];
    case 'Home':
    case 'PageUp':
      return items[0];
    case 'End':
    case 'PageDown':
      return items.at(-1);
    default:
      return null;
  }
}

/**
 * Moves the focus among the items of a menu at once. The library moves it in a task of its own, and a key that comes
 * before that task, from a fast hand or on a busy machine, chooses the item before. It goes on `onKeyDownCapture`.
 */
export function walkMenu(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const item = target instanceof HTMLElement && target.matches('[role^="menuitem"]') ? target : null;
  const menu = item?.closest('[role="menu"]') ?? null;
  if (item === null || menu === null) return;
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([data-disabled])')].filter(
    (one) => one.closest('[role="menu"]') === menu,
  );
  const next = walkTo(key, items, items.indexOf(item));
  if (next === null) return;
  event.preventDefault();
  next?.focus();
}
