import { type RefObject, useEffect, useState } from 'react';

/** Whether an element's content is wider than it. `content` changes when that may have changed. */
export function useOverflow(element: RefObject<HTMLElement | null>, content: unknown): boolean {
  const [overflows, setOverflows] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the content is measured, not read
  useEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const observer = new ResizeObserver(() => setOverflows(measured.scrollWidth > measured.clientWidth));
    // It tells at once how things are.
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, content]);
  return overflows;
}
