import type { ReactNode } from 'react';
import { assertNever } from '../../core/base/index.ts';
import { Coming, type Load, useFetched } from '../ui/index.ts';

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
