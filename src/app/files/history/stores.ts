import { database } from '../database.ts';
import type { StoredModelHistory, StoredRevision, StoredRevisionFile } from '../records.ts';
import type { Change, Known, Waiting } from './revisions.ts';

/** What the history of models needs of the database. A promise fails where storage is full or forbidden. */
export interface HistoryStores {
  readonly known: () => Promise<Known>;
  /** Does what is planned from what is known, in one transaction: all of it or nothing. */
  readonly change: (plan: (known: Known) => Change) => Promise<void>;
  readonly file: (id: string) => Promise<StoredRevisionFile | undefined>;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isHistory = (value: unknown): value is StoredModelHistory =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  typeof value['tab'] === 'string' &&
  Array.isArray(value['places']) &&
  value['places'].every((place) => isObject(place) && typeof place['fileName'] === 'string') &&
  Array.isArray(value['diagrams']);

const TEXTS = ['id', 'kind', 'name', 'who', 'fileName', 'file'] as const;
const NUMBERS = ['number', 'at', 'size', 'packed'] as const;

const isRevision = (value: unknown): value is StoredRevision =>
  isObject(value) &&
  TEXTS.every((name) => typeof value[name] === 'string') &&
  NUMBERS.every((name) => typeof value[name] === 'number') &&
  isObject(value['threats']);

/** What was stored, without the records that are damaged: the rest is of use without them. */
export const knownFrom = (histories: readonly unknown[], revisions: readonly unknown[]): Known => ({
  histories: histories.filter(isHistory),
  revisions: revisions.filter(isRevision),
});

/** What a record of the autosave says of its model, as far as it can be read. */
function waitingFrom(id: string, record: unknown): Waiting {
  const { fileName, handle } = isObject(record) ? record : {};
  return {
    id,
    fileName: typeof fileName === 'string' ? fileName : '',
    // A browser without such files has stored none.
    handle:
      typeof FileSystemFileHandle !== 'undefined' && handle instanceof FileSystemFileHandle ? handle : null,
  };
}

/** All models that the autosave knows, of every tab of the browser. One that cannot be read is known by its tab. */
export async function waitingModels(): Promise<readonly Waiting[]> {
  const open = await database();
  const ids = await open.getAllKeys('models');
  return Promise.all(
    ids.map(async (id) => waitingFrom(id, await open.get('models', id).catch(() => undefined))),
  );
}

const STORES = ['modelHistories', 'revisions', 'revisionFiles'] as const;

/** Those of the browser. The database is asked anew each time: it may have been closed in between. */
export const browserStores: HistoryStores = {
  known: async () => {
    const reading = (await database()).transaction(['modelHistories', 'revisions']);
    const all = await Promise.all([
      reading.objectStore('modelHistories').getAll(),
      reading.objectStore('revisions').getAll(),
    ]);
    return knownFrom(...all);
  },
  change: async (plan) => {
    const writing = (await database()).transaction(STORES, 'readwrite');
    const histories = writing.objectStore('modelHistories');
    const revisions = writing.objectStore('revisions');
    const files = writing.objectStore('revisionFiles');
    const known = knownFrom(...(await Promise.all([histories.getAll(), revisions.getAll()])));
    const change = plan(known);
    await Promise.all([
      ...(change.file === undefined ? [] : [files.put(change.file)]),
      ...(change.histories ?? []).map((history) => histories.put(history)),
      ...(change.revisions ?? []).map((revision) => revisions.put(revision)),
      ...(change.removed ?? []).map(({ id, number }) => revisions.delete([id, number])),
      ...(change.unusedFiles ?? []).map((id) => files.delete(id)),
      ...(change.emptyHistories ?? []).map((id) => histories.delete(id)),
      writing.done,
    ]);
  },
  file: async (id) => (await database()).get('revisionFiles', id),
};
