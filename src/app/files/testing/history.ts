import type { NewRevision } from '../history/revisions.ts';
import { type HistoryStores, knownFrom } from '../history/stores.ts';
import type { StoredModelHistory, StoredRevision, StoredRevisionFile } from '../records.ts';

/** A file of so many bytes. */
export const fileOf = (id: string, bytes = 10): StoredRevisionFile => ({
  id,
  value: new Blob([new Uint8Array(bytes)]),
  isPacked: false,
});

/** A state that is saved, of a model of one tab. */
export const MADE: NewRevision = {
  tab: 'tab',
  fileName: 'a.tm7',
  handle: null,
  isSamePlace: false,
  diagrams: ['d1'],
  history: 'h',
  kind: 'saved',
  at: 1000,
  who: 'Ada',
  file: fileOf('f1'),
  size: 30,
  threats: { handled: 1, all: 2 },
};

/** Stands in for the database: a change is done whole, or not at all where it fails. */
export function fakeHistory(fails: () => boolean = () => false) {
  const histories = new Map<string, StoredModelHistory>();
  const revisions = new Map<string, StoredRevision>();
  const files = new Map<string, StoredRevisionFile>();
  const keyOf = ({ id, number }: StoredRevision): string => `${id} ${number}`;
  const known = () => knownFrom([...histories.values()], [...revisions.values()]);
  const stores: HistoryStores = {
    known: async () => known(),
    change: async (plan) => {
      const change = plan(known());
      if (fails()) throw new DOMException('full', 'QuotaExceededError');
      if (change.file !== undefined) files.set(change.file.id, change.file);
      for (const history of change.histories ?? []) histories.set(history.id, history);
      for (const revision of change.revisions ?? []) revisions.set(keyOf(revision), revision);
      for (const revision of change.removed ?? []) revisions.delete(keyOf(revision));
      for (const id of change.unusedFiles ?? []) files.delete(id);
      for (const id of change.emptyHistories ?? []) histories.delete(id);
    },
    file: async (id) => files.get(id),
  };
  return { stores, known, files: () => [...files.keys()], histories: () => [...histories.keys()] };
}
