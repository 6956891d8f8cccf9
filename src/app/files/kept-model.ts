import type { IDBPDatabase } from 'idb';
import { assertNever } from '../../core/base/index.ts';
import type { KeptDocument, KeptModel, KeptTemplate, Stores } from './records.ts';
import { type Sorted, sortOut, sortOutTemplate } from './stored-model.ts';

/** The stores of the large parts of documents. */
export const PARTS = ['originals', 'templates', 'diagrams', 'threats'] as const;
const ALL = ['models', 'openTemplates', ...PARTS] as const;

/** What writing needs of the stores. */
export type DocumentStores = {
  readonly [Name in (typeof ALL)[number]]: {
    readonly put: (value: Stores[Name]['value']) => Promise<unknown>;
    readonly delete: (id: string) => Promise<unknown>;
  };
};

/**
 * Puts a model, each part only when it is another one than `before`. The browser copies what it is given before
 * this returns.
 */
export function putModel(
  stores: Omit<DocumentStores, 'openTemplates'>,
  kept: KeptModel,
  before?: KeptModel,
): readonly Promise<unknown>[] {
  const { kind: _, original, edited: model, ...record } = kept;
  const { id } = record;
  const put: Promise<unknown>[] = [];
  if (original !== null && original !== before?.original)
    put.push(stores.originals.put({ id, value: original }));
  if (model === null) return [...put, stores.models.put({ ...record, rest: null })];
  const { template, diagrams, threats, ...rest } = model;
  const old = before?.edited;
  if (template !== old?.template) put.push(stores.templates.put({ id, value: template }));
  if (diagrams !== old?.diagrams) put.push(stores.diagrams.put({ id, value: diagrams }));
  if (threats !== old?.threats) put.push(stores.threats.put({ id, value: threats }));
  return [...put, stores.models.put({ ...record, rest })];
}

/** Puts a template, each part only when it is another one than `before`. */
export function putTemplate(
  stores: DocumentStores,
  kept: KeptTemplate,
  before?: KeptTemplate,
): readonly Promise<unknown>[] {
  const { kind: _, original, edited, ...record } = kept;
  const { id } = record;
  const put: Promise<unknown>[] = [];
  if (original !== null && original !== before?.original)
    put.push(stores.originals.put({ id, value: original }));
  if (edited !== null && edited !== before?.edited) put.push(stores.templates.put({ id, value: edited }));
  return [...put, stores.openTemplates.put({ ...record, edited: edited !== null })];
}

/** The tab of a document never changes its kind. */
function putDocument(stores: DocumentStores, { kept, before }: Changed): readonly Promise<unknown>[] {
  switch (kept.kind) {
    case 'model':
      return putModel(stores, kept, before?.kind === 'model' ? before : undefined);
    case 'template':
      return putTemplate(stores, kept, before?.kind === 'template' ? before : undefined);
    default:
      return assertNever(kept);
  }
}

export interface Changed {
  readonly kept: KeptDocument;
  /** What is stored of it now. */
  readonly before: KeptDocument | undefined;
}

/** Lets a transaction go that may have ended by itself. */
function abort(transaction: { readonly abort: () => void }): void {
  try {
    transaction.abort();
  } catch {
    return;
  }
}

/** The stores with no promise that can fail unseen, even one given before a call that throws. */
function watched(stores: DocumentStores): DocumentStores {
  const seen = (promise: Promise<unknown>): Promise<unknown> => {
    promise.catch(() => undefined);
    return promise;
  };
  return {
    models: { put: (v) => seen(stores.models.put(v)), delete: (id) => seen(stores.models.delete(id)) },
    openTemplates: {
      put: (v) => seen(stores.openTemplates.put(v)),
      delete: (id) => seen(stores.openTemplates.delete(id)),
    },
    originals: {
      put: (v) => seen(stores.originals.put(v)),
      delete: (id) => seen(stores.originals.delete(id)),
    },
    templates: {
      put: (v) => seen(stores.templates.put(v)),
      delete: (id) => seen(stores.templates.delete(id)),
    },
    diagrams: { put: (v) => seen(stores.diagrams.put(v)), delete: (id) => seen(stores.diagrams.delete(id)) },
    threats: { put: (v) => seen(stores.threats.put(v)), delete: (id) => seen(stores.threats.delete(id)) },
  };
}

/** Writes documents and removes others, all or nothing. */
export async function storeDocuments(
  database: IDBPDatabase<Stores>,
  changed: readonly Changed[],
  gone: readonly string[],
): Promise<void> {
  const transaction = database.transaction(ALL, 'readwrite');
  const stores = {
    models: transaction.objectStore('models'),
    openTemplates: transaction.objectStore('openTemplates'),
    originals: transaction.objectStore('originals'),
    templates: transaction.objectStore('templates'),
    diagrams: transaction.objectStore('diagrams'),
    threats: transaction.objectStore('threats'),
  };
  // One refused call lets the transaction go: then every other promise fails, too, and the cause is told once.
  const settling = watched(stores);
  transaction.done.catch(() => undefined);
  const asked: Promise<unknown>[] = [];
  try {
    for (const one of changed) asked.push(...putDocument(settling, one));
    for (const id of gone) asked.push(...ALL.map((name) => settling[name].delete(id)));
    // A page that goes takes its open transactions with it, but not those that it asked to commit.
    transaction.commit();
  } catch (error) {
    abort(transaction);
    throw error;
  }
  await Promise.all([...asked, transaction.done]);
}

/** What reading needs of the database. */
export interface StoredParts {
  readonly ids: (store: 'models' | 'openTemplates') => Promise<readonly string[]>;
  readonly get: (store: (typeof ALL)[number], id: string) => Promise<unknown>;
}

export const partsOf = (database: IDBPDatabase<Stores>): StoredParts => ({
  ids: (store) => database.getAllKeys(store),
  get: (store, id) => database.get(store, id),
});

/**
 * The documents that are stored, each put together again or found damaged by itself. Every part is asked for on its own:
 * one that the browser cannot read must not hide the others.
 */
export async function storedDocuments({ ids, get }: StoredParts): Promise<readonly Sorted[]> {
  const found = (store: (typeof ALL)[number], id: string): Promise<unknown> =>
    get(store, id).catch(() => undefined);
  const value = async (store: (typeof PARTS)[number], id: string): Promise<unknown> => {
    const part = await found(store, id);
    return typeof part === 'object' && part !== null && 'value' in part ? part.value : undefined;
  };
  const models = (await ids('models')).map(async (id) => {
    const [record, original, template, diagrams, threats] = await Promise.all([
      found('models', id),
      value('originals', id),
      value('templates', id),
      value('diagrams', id),
      value('threats', id),
    ]);
    return sortOut({ record, original, template, diagrams, threats });
  });
  const templates = (await ids('openTemplates')).map(async (id) => {
    const [record, original, template] = await Promise.all([
      found('openTemplates', id),
      value('originals', id),
      value('templates', id),
    ]);
    return sortOutTemplate({ record, original, template });
  });
  return Promise.all([...models, ...templates]);
}
