import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { assertNever } from '../../core/base/index.ts';
import { words } from '../words/index.ts';
import { focusPart, PANELS } from './focus.ts';

/** Milliseconds after which a page that is not painted, since nobody looks at it, goes on all the same. */
const NOT_PAINTED = 200;

/** Resolves when what was rendered has been painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, NOT_PAINTED);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });

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

type State<M> =
  | { readonly kind: 'coming' }
  | { readonly kind: 'here'; readonly loaded: M }
  | { readonly kind: 'failed'; readonly error: unknown };

interface LaterProps<M> {
  /** `panel` keeps its place and the focus; `dialog` is not to be seen until it is there. */
  readonly place: 'panel' | 'dialog';
  /** The same function each time: it is what the code is known by. */
  readonly load: Load<M>;
  readonly children: (loaded: M) => ReactNode;
}

type Load<M> = () => Promise<M>;

/** What has been fetched, by what fetches it: a panel that opens again is there at once. */
const fetched = new WeakMap<Load<unknown>, unknown>();
const underWay = new WeakMap<Load<unknown>, Promise<unknown>>();

/** Fetches a part once what is there without it has been painted. One that could not be fetched is tried again. */
export function fetchLater(load: Load<unknown>): Promise<unknown> {
  const known = underWay.get(load);
  if (known !== undefined) return known;
  const fetching = painted().then(load);
  underWay.set(load, fetching);
  fetching.then(
    (part) => fetched.set(load, part),
    () => underWay.delete(load),
  );
  return fetching;
}

/**
 * A part whose code is fetched once what is there without it has been painted: the canvas comes first. Where it cannot
 * be fetched it fails as any part does, and is fetched again when it is tried again.
 */
export function Later<M>({ place, load, children }: LaterProps<M>) {
  const [state, setState] = useState<State<M>>(() =>
    fetched.has(load) ? { kind: 'here', loaded: fetched.get(load) as M } : { kind: 'coming' },
  );
  const coming = state.kind === 'coming';
  useEffect(() => {
    if (!coming) return;
    let current = true;
    fetchLater(load).then(
      // By now it is among the fetched.
      () => current && setState({ kind: 'here', loaded: fetched.get(load) as M }),
      (error: unknown) => current && setState({ kind: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [load, coming]);
  switch (state.kind) {
    case 'here':
      return children(state.loaded);
    case 'coming':
      return place === 'panel' ? <Coming /> : null;
    case 'failed':
      throw state.error;
    default:
      return assertNever(state);
  }
}
