import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { readKept, writeKept } from '../../ui/index.ts';
import { type Look, lookFrom } from '../table/kept-look.ts';

/** A way to look at threats: the search with its grouping, order and columns. */
export interface KeptView extends Look {
  readonly name: string;
  /** The query. */
  readonly text: string;
}

const NAME = 'trustline.threat-views';

/** As many views are kept. */
export const MOST_VIEWS = 40;
/** Letters of a name, and of a query. */
const LONGEST = { name: 80, text: 2_000 } as const;

/** Views out of what was stored; what is none is left out. */
export function viewsFrom(stored: unknown): readonly KeptView[] {
  if (!Array.isArray(stored)) return [];
  const names = new Set<string>();
  return stored.slice(0, MOST_VIEWS).flatMap((one: unknown) => {
    const look = lookFrom(one);
    if (look === null) return [];
    const { name, text } = one as { readonly name?: unknown; readonly text?: unknown };
    if (typeof name !== 'string' || typeof text !== 'string' || name === '' || names.has(name)) return [];
    names.add(name);
    return [{ ...look, name, text }];
  });
}

/** A name as it is kept: without white space around it, and not too long. */
export const viewName = (name: string): string => name.trim().slice(0, LONGEST.name);

/** The views with one more; one of the same name is replaced. Null when there is no room or no name. */
export function withView(views: readonly KeptView[], view: KeptView): readonly KeptView[] | null {
  const name = viewName(view.name);
  if (name === '' || view.text.length > LONGEST.text) return null;
  const next = { ...view, name };
  if (views.some((one) => one.name === name)) return views.map((one) => (one.name === name ? next : one));
  return views.length < MOST_VIEWS ? [...views, next] : null;
}

/** The views with another name for one; the same when the name is none, or another view's. */
export function withName(views: readonly KeptView[], before: string, after: string): readonly KeptView[] {
  const name = viewName(after);
  if (name === '' || views.some((one) => one.name === name)) return views;
  return views.map((one) => (one.name === before ? { ...one, name } : one));
}

/** Those of this browser; null until they are asked for. */
const store = createStore<{ readonly views: readonly KeptView[] | null }>(() => ({ views: null }));

export function keptViews(): readonly KeptView[] {
  const { views } = store.getState();
  if (views !== null) return views;
  const read = viewsFrom(readKept(NAME));
  store.setState({ views: read });
  return read;
}

/** Changes the views; another window may have changed them meanwhile, so what is kept is read first. */
export function changeViews(change: (views: readonly KeptView[]) => readonly KeptView[]): void {
  const kept = readKept(NAME);
  const views = change(kept === undefined ? keptViews() : viewsFrom(kept));
  writeKept(NAME, views);
  store.setState({ views });
}

export const useKeptViews = (): readonly KeptView[] => useStore(store, ({ views }) => views) ?? keptViews();

/** Called when views were kept, renamed or deleted. */
export const onKeptViews = (run: () => void): (() => void) => store.subscribe(run);
