import { bytesOf } from '../ui/index.ts';
import { isPiece, joined } from '../ui/pieces.ts';
import type { DocumentStores, OldStore, PieceStore } from './document-stores.ts';
import { OLD_COPY, type StoredContent, type StoredPiece } from './records.ts';
import {
  type Found,
  isContent,
  isHistory,
  type Sorted,
  sortOut,
  sortOutTemplate,
} from './stored-document.ts';

const NONE: StoredContent = { copy: null, from: 0, until: 0 };

/** Where the content of a record is, as far as that can be read. */
function contentIn(record: unknown): StoredContent {
  const content = typeof record === 'object' && record !== null ? Reflect.get(record, 'content') : undefined;
  return isContent(content) ? content : NONE;
}

/** A part of a document as it was found; undefined when the browser cannot read it. */
const unlessRefused = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);

/** The pieces with these numbers. One that the browser cannot read must not hide those of other numbers. */
async function piecesIn(
  stores: DocumentStores,
  store: PieceStore,
  id: string,
  { from, until }: Pick<StoredContent, 'from' | 'until'>,
): Promise<readonly StoredPiece[]> {
  const all = await unlessRefused(stores.pieces(store, id, from, until));
  if (all !== undefined || until - from < 2) return all ?? [];
  const each = Array.from({ length: until - from }, (_, index) =>
    unlessRefused(stores.pieces(store, id, from + index, from + index + 1)),
  );
  return (await Promise.all(each)).flatMap((pieces) => pieces ?? []);
}

/** The values with these numbers, each undefined when a piece of it is missing. */
async function valuesOf(
  stores: DocumentStores,
  store: PieceStore,
  id: string,
  { from, until }: Pick<StoredContent, 'from' | 'until'>,
): Promise<readonly unknown[]> {
  const byNumber = new Map<number, StoredPiece[]>();
  for (const one of await piecesIn(stores, store, id, { from, until })) {
    const parts = byNumber.get(one.number) ?? [];
    byNumber.set(one.number, parts);
    parts.push(one);
  }
  return Array.from({ length: until - from }, (_, index) => {
    const parts = byNumber.get(from + index) ?? [];
    const isWhole = parts.every(({ part, piece }, place) => part === place && isPiece(piece));
    return isWhole ? joined(parts.map(({ piece }) => piece)) : undefined;
  });
}

/** The value of a record with one; undefined when there is none. */
const valueIn = (found: unknown): unknown =>
  typeof found === 'object' && found !== null && 'value' in found ? found.value : undefined;

/** A file that is stored as a blob, as its bytes; undefined where the browser cannot read it. */
async function bytesIn(value: unknown): Promise<unknown> {
  return value instanceof Blob ? unlessRefused(bytesOf(value)) : value;
}

/** A document as version 4 of the database stored it, in the form of today. */
async function foundOld(
  stores: DocumentStores,
  { id, record, original }: { readonly id: string; readonly record: object; readonly original: unknown },
): Promise<Found> {
  const part = async (store: OldStore): Promise<unknown> =>
    valueIn(await unlessRefused(stores.get(store, id)));
  const { rest, edited, ...small }: Record<string, unknown> = { ...record };
  const isEdited = edited === true || (rest !== undefined && rest !== null);
  if (!isEdited)
    return {
      record: edited === false || rest === null ? { ...small, content: null } : small,
      original,
      copy: undefined,
      changes: [],
    };
  const [template, diagrams, threats] = await Promise.all([
    part('templates'),
    part('diagrams'),
    part('threats'),
  ]);
  const copy =
    edited === true
      ? template
      : typeof rest === 'object'
        ? { ...rest, template, diagrams, threats }
        : undefined;
  return { record: { ...small, content: { ...NONE, copy: OLD_COPY } }, original, copy, changes: [] };
}

async function found(stores: DocumentStores, store: 'models' | 'openTemplates', id: string): Promise<Found> {
  const [record, bytes] = await Promise.all([
    unlessRefused(stores.get(store, id)),
    unlessRefused(stores.get('originals', id)),
  ]);
  const original = await bytesIn(valueIn(bytes));
  if (typeof record === 'object' && record !== null && !('content' in record))
    return foundOld(stores, { id, record, original });
  const content = contentIn(record);
  const { copy } = content;
  const history = typeof record === 'object' && record !== null ? Reflect.get(record, 'history') : undefined;
  const [copies, changes, steps] = await Promise.all([
    copy === null ? [] : valuesOf(stores, 'copies', id, { from: copy, until: copy + 1 }),
    valuesOf(stores, 'changes', id, content),
    isHistory(history) ? valuesOf(stores, 'steps', id, history) : [],
  ]);
  return { record, original, copy: copies[0], changes, steps };
}

/**
 * The documents that are stored, each put together again or found damaged by itself. Every part is asked for on its
 * own: one that the browser cannot read must not hide the others.
 */
export async function storedDocuments(
  stores: DocumentStores,
): Promise<readonly (Sorted & { readonly id: string })[]> {
  const models = (await stores.ids('models')).map(async (id) => ({
    ...sortOut(await found(stores, 'models', id)),
    id,
  }));
  const templates = (await stores.ids('openTemplates')).map(async (id) => ({
    ...sortOutTemplate(await found(stores, 'openTemplates', id)),
    id,
  }));
  return Promise.all([...models, ...templates]);
}
