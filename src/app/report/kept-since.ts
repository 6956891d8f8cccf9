import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Model } from '../../core/document/index.ts';
import { session } from '../store/index.ts';

/** An older state of a model, which its report is compared with, and what it is called. */
export interface OlderModel {
  readonly name: string;
  readonly model: Model;
}

/** Reads a file that was chosen; null, and the user was told, where there is no model in it. */
export type ReadModel = (file: File) => Promise<OlderModel | null>;

/** By the ids of tabs. A model may be large: it lasts as long as its tab, and is not stored. */
const older = createStore<ReadonlyMap<string, OlderModel>>(() => new Map());

/** What the report of a tab is compared with; null for nothing. */
export const olderOf = (tab: string | undefined): OlderModel | null =>
  (tab === undefined ? undefined : older.getState().get(tab)) ?? null;

export const useOlder = (tab: string | undefined): OlderModel | null =>
  useStore(older, (all) => (tab === undefined ? undefined : all.get(tab)) ?? null);

/** Chooses what the report of a tab is compared with; null takes it away. Those of closed tabs go. */
export function compareReport(tab: string, since: OlderModel | null): void {
  const tabs = new Set(session.getState().documents.map(({ id }) => id));
  const others = [...older.getState()].filter(([id]) => id !== tab && tabs.has(id));
  older.setState(new Map(since === null ? others : [...others, [tab, since]]), true);
}
