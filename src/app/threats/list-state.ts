import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type OpenModel, session } from '../store/index.ts';
import type { ListOptions } from './rows.ts';
import type { FlowFilter } from './selected-flows.ts';
import { keepLook, keptLook } from './table/kept-look.ts';
import type { Layout } from './table/layout.ts';

/** How a person looks at the threats of one model: the same in the panel and in the view. */
export interface ListState {
  readonly options: Omit<ListOptions, 'flows'>;
  /** Columns of the view; null: as at the beginning. */
  readonly columns: Layout | null;
  /** Keys of the groups that are folded. */
  readonly closed: ReadonlySet<string>;
  /** Flows that stay the filter while the selection changes. */
  readonly pinned: FlowFilter | null;
}

const START: ListState = {
  options: { text: '', sort: 'stored', descending: false, group: 'interaction' },
  columns: null,
  closed: new Set(),
  pinned: null,
};

/** By the ids of the open models. */
const lists = createStore<ReadonlyMap<string, ListState>>(() => new Map());

/** What was kept of models that nobody has looked at differently since, by the ids of their tabs. */
const starts = new Map<string, ListState>();

const modelKey = ({ model }: OpenModel): string | undefined => model.diagrams[0]?.id;

/** How a model is looked at first: as on the last visit. */
function startOf(open: OpenModel): ListState {
  const known = starts.get(open.id);
  if (known !== undefined) return known;
  const key = modelKey(open);
  const look = key === undefined ? null : keptLook(key);
  const start =
    look === null
      ? START
      : {
          ...START,
          columns: look.columns,
          options: { ...START.options, sort: look.sort, descending: look.descending, group: look.group },
        };
  starts.set(open.id, start);
  return start;
}

/** How the threats of a model are looked at now. */
export const listStateOf = (open: OpenModel): ListState => lists.getState().get(open.id) ?? startOf(open);

/** Changes how one model's threats are looked at; what is known of models that are closed is dropped. */
export function changeListState(open: OpenModel, next: (before: ListState) => ListState): void {
  const alive = new Set(session.getState().documents.map((document) => document.id));
  for (const id of starts.keys()) if (!alive.has(id)) starts.delete(id);
  const kept = [...lists.getState()].filter(([key]) => alive.has(key));
  const before = listStateOf(open);
  const after = next(before);
  lists.setState(new Map([...kept, [open.id, after]]), true);
  const key = modelKey(open);
  const { sort, descending, group } = after.options;
  const was = before.options;
  const same = sort === was.sort && descending === was.descending && group === was.group;
  if (key !== undefined && !(same && after.columns === before.columns))
    keepLook(key, { columns: after.columns, sort, descending, group });
}

/** What is looked at of a model, and what changes it. */
export function useListState(open: OpenModel) {
  const state = useStore(lists, (all) => all.get(open.id) ?? startOf(open));
  return {
    ...state,
    setOptions: (options: Partial<ListState['options']>) =>
      changeListState(open, (before) => ({ ...before, options: { ...before.options, ...options } })),
    setColumns: (columns: Layout | null) => changeListState(open, (before) => ({ ...before, columns })),
    setClosed: (next: (before: ReadonlySet<string>) => ReadonlySet<string>) =>
      changeListState(open, (before) => ({ ...before, closed: next(before.closed) })),
    setPinned: (pinned: FlowFilter | null) => changeListState(open, (before) => ({ ...before, pinned })),
  };
}
