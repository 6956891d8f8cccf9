import { useEffect, useState } from 'react';

/** Milliseconds after which a page that is not painted, since nobody looks at it, goes on all the same. */
const NOT_PAINTED = 200;

/** Resolves when what was rendered has been painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, NOT_PAINTED);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });

/** Fetches the code of a part. The same function each time: it is what the code is known by. */
export type Load<M> = () => Promise<M>;

/** What has been fetched, by what fetches it: a part that comes again is there at once. */
const fetched = new WeakMap<Load<unknown>, unknown>();
const underWay = new WeakMap<Load<unknown>, Promise<unknown>>();

/** Milliseconds after which what is asked for does not wait for a drawing any longer. */
const DRAWN = 3000;

/** What is drawn first. */
let drawing: Promise<unknown> | undefined;

/**
 * Nothing is fetched from now on until the returned function is called and what is there then has been painted: parts
 * that arrive while something large is drawn would be built before it.
 */
export function drawFirst(): () => void {
  let over: (when: unknown) => void;
  drawing = new Promise((resolve) => {
    over = resolve;
    setTimeout(resolve, DRAWN);
  });
  return () => over(painted());
}

/** Resolves when what is there now has been painted, and a diagram that is being drawn too. */
export const drawn = (): Promise<unknown> => painted().then(() => drawing);

/** The last part's turn to be asked for. */
let lastTurn: Promise<unknown> = Promise.resolve();

/** A task for each part: what a bundler does for one before it is asked for is work, too, and a dozen want to come at once. */
function turn(): Promise<unknown> {
  lastTurn = lastTurn.then(() => new Promise((resolve) => setTimeout(resolve)));
  return lastTurn;
}

/** Fetches a part once what is there without it has been painted. One that could not be fetched is tried again. */
export function fetchLater<M>(load: Load<M>): Promise<M> {
  const known = underWay.get(load) as Promise<M> | undefined;
  if (known !== undefined) return known;
  const fetching = drawn().then(turn).then(load);
  underWay.set(load, fetching);
  fetching.then(
    (part) => fetched.set(load, part),
    () => underWay.delete(load),
  );
  return fetching;
}

export type Fetched<M> =
  | { readonly kind: 'coming' }
  | { readonly kind: 'here'; readonly loaded: M }
  | { readonly kind: 'failed'; readonly error: unknown };

/** A part whose code is fetched from the first time that it is `wanted`; after a failure, when it is wanted again. */
export function useFetched<M>(load: Load<M>, wanted = true): Fetched<M> {
  const here = (): Fetched<M> => ({ kind: 'here', loaded: fetched.get(load) as M });
  const [state, setState] = useState<Fetched<M>>(() => (fetched.has(load) ? here() : { kind: 'coming' }));
  // What is there already comes without a moment in between.
  const now = state.kind !== 'here' && fetched.has(load) ? here() : state;
  const coming = now.kind !== 'here';
  useEffect(() => {
    if (!coming || !wanted) return;
    let current = true;
    setState({ kind: 'coming' });
    fetchLater(load).then(
      (loaded) => current && setState({ kind: 'here', loaded }),
      (error: unknown) => current && setState({ kind: 'failed', error }),
    );
    return () => {
      current = false;
    };
  }, [load, coming, wanted]);
  return now;
}
