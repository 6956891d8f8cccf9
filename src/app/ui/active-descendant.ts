import { type RefObject, useEffect } from 'react';

/**
 * Tells screen readers which option of a searchable list is chosen. The list library names it only when the choice
 * changes, so that after typing it names an option that is gone; this names the one that is there, or none.
 */
export function useActiveDescendant(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = container.current;
    if (root === null) return;
    const name = () => {
      const id = root.querySelector('[role="option"][aria-selected="true"]')?.id ?? '';
      for (const holder of root.querySelectorAll('[role="combobox"], [role="listbox"]')) {
        // Only what differs is set: each setting is a change that is observed again.
        if ((holder.getAttribute('aria-activedescendant') ?? '') === id) continue;
        if (id === '') holder.removeAttribute('aria-activedescendant');
        else holder.setAttribute('aria-activedescendant', id);
      }
    };
    name();
    const observer = new MutationObserver(name);
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributeFilter: ['aria-selected', 'aria-activedescendant'],
    });
    return () => observer.disconnect();
  }, [container]);
}
