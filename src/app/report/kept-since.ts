import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type OtherModel, session } from '../store/index.ts';

/** By the ids of tabs. A model may be large: it lasts as long as its tab, and is not stored. */
const older = createStore<ReadonlyMap<string, OtherModel>>(() => new Map());

/** What the report of a tab is compared with; null for nothing. */
export const olderOf = (tab: string | undefined): OtherModel | null =>
  (tab === undefined ? undefined : older.getState().get(tab)) ?? null;

export const useOlder = (tab: string | undefined): OtherModel | null =>
  useStore(older, (all) => (tab === undefined ? undefined : all.get(tab)) ?? null);

/** Chooses what the report of a tab is compared with; null takes it away. Nothing where the tab is closed. */
export function compareReport(tab: string, since: OtherModel | null): void {
  if (!session.getState().documents.some(({ id }) => id === tab)) return;
  const others = [...older.getState()].filter(([id]) => id !== tab);
  older.setState(new Map(since === null ? others : [...others, [tab, since]]), true);
}

session.subscribe(({ documents }) => {
  const all = [...older.getState()];
  const kept = all.filter(([tab]) => documents.some(({ id }) => id === tab));
  if (kept.length < all.length) older.setState(new Map(kept), true);
});
