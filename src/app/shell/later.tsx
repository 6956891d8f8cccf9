import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { assertNever } from '../../core/base/index.ts';
import { type Load, useFetched } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { focusPart, PANELS } from './focus.ts';

/** Stands where a part of a panel comes: it takes the focus that was meant for the part, and hands it on. */
function Coming() {
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
    <div ref={ref} role="group" data-coming tabIndex={-1} aria-busy aria-label={words.shell.loading} />
  );
}

interface LaterProps<M> {
  /** `panel` keeps its place and the focus; `dialog` is not to be seen until it is there. */
  readonly place: 'panel' | 'dialog';
  readonly load: Load<M>;
  readonly children: (loaded: M) => ReactNode;
}

/**
 * A part whose code is fetched once what is there without it has been painted: the canvas comes first. Where it cannot
 * be fetched it fails as any part does, and is fetched again when it is tried again.
 */
export function Later<M>({ place, load, children }: LaterProps<M>) {
  const part = useFetched(load);
  switch (part.kind) {
    case 'here':
      return children(part.loaded);
    case 'coming':
      return place === 'panel' ? <Coming /> : null;
    case 'failed':
      throw part.error;
    default:
      return assertNever(part);
  }
}
