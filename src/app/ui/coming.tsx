import { useLayoutEffect, useRef } from 'react';
import { words } from '../words/index.ts';
import { focusPart, PANELS } from './panel-focus.ts';

/** Stands where a part of a panel comes: it takes the focus that was meant for the part, and hands it on. */
export function Coming() {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const panel = ref.current?.closest(PANELS) ?? null;
    const own = ref.current;
    return () => {
      if (panel !== null && own === document.activeElement) queueMicrotask(() => focusPart(panel));
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is for fields
    <div ref={ref} role="group" data-coming tabIndex={-1} aria-busy aria-label={words.ui.loading} />
  );
}
