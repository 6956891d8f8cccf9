import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { session } from '../store/index.ts';
import type { ListOptions } from './rows.ts';
import type { FlowFilter } from './selected-flows.ts';

/** How a person looks at the threats of one model: the same in the panel and in the view. */
export interface ListState {
  readonly options: Omit<ListOptions, 'flows'>;
  /** Keys of the groups that are folded. */
  readonly closed: ReadonlySet<string>;
  /** Flows that stay the filter while the selection changes. */
  readonly pinned: FlowFilter | null;
}

const START: ListState = {
  options: { text: '', sort: 'stored', descending: false, group: 'interaction' },
  closed: new Set(),
  pinned: null,
};

/** By the ids of the open models. */
const lists = createStore<ReadonlyMap<string, ListState>>(() => new Map());

/** Changes how one model's threats are looked at; what is known of models that are closed is dropped. */
function change(id: string, next: (before: ListState) => ListState): void {
  const open = new Set(session.getState().documents.map((document) => document.id));
  const before = lists.getState();
  const kept = [...before].filter(([key]) => open.has(key));
  lists.setState(new Map([...kept, [id, next(before.get(id) ?? START)]]), true);
}

/** What is looked at of a model, and what changes it. */
export function useListState(id: string) {
  const state = useStore(lists, (all) => all.get(id) ?? START);
  return {
    ...state,
    setOptions: (options: Partial<ListState['options']>) =>
      change(id, (before) => ({ ...before, options: { ...before.options, ...options } })),
    setClosed: (next: (before: ReadonlySet<string>) => ReadonlySet<string>) =>
      change(id, (before) => ({ ...before, closed: next(before.closed) })),
    setPinned: (pinned: FlowFilter | null) => change(id, (before) => ({ ...before, pinned })),
  };
}
