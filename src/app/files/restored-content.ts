import { assertNever } from '../../core/base/index.ts';
import { type Opened, readModel, readTemplate, writeModel, writeTemplate } from '../../core/codec/index.ts';
import { invert, patchModel, patchTemplate } from '../../core/compare/index.ts';
import type { ElementId, Model, Template } from '../../core/document/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { refusalWords } from '../../core/words/index.ts';
import { words } from '../words/index.ts';
import { type Log, restoredLog } from './change-log.ts';
import type { RestoredDocument, RestoredModel, RestoredTemplate } from './records.ts';
import { type RestoredHistory, restoredHistory } from './restored-history.ts';
import { faultOfModel, isWholeTemplate } from './stored-document.ts';

/** A stored document as it was, or why it cannot be had. */
type Content<T, O> =
  | { readonly content: T; readonly opened: O | null; readonly log: Log<T> | null }
  | { readonly fault: string };

/** The history of a stored model whose content this is. */
export const historyOfModel = (
  { history, steps }: RestoredModel,
  content: Model,
  asRead: Model | null,
): RestoredHistory<Model, ElementId> =>
  restoredHistory({ content, asRead }, history, steps, {
    patch: patchModel,
    invert,
    isWhole: (model) => faultOfModel(model) === null,
  });

/** The history of a stored template whose content this is. */
export const historyOfTemplate = (
  { history, steps }: RestoredTemplate,
  content: Template,
  asRead: Template | null,
): RestoredHistory<Template, TemplateItem> =>
  restoredHistory({ content, asRead }, history, steps, {
    patch: patchTemplate,
    invert,
    isWhole: isWholeTemplate,
  });

/** The content of a stored model. */
export function contentOfModel(stored: RestoredModel): Content<Model, Extract<Opened, { format: 'tm7' }>> {
  const read = stored.original === null ? null : readModel(stored.original);
  const opened = read?.ok === true ? read.value : null;
  const base = stored.copy ?? opened?.model;
  if (base === undefined) return { fault: faultOf(read) };
  const content = stored.changes.reduce(patchModel, base);
  if (faultOfModel(content) !== null) return { fault: words.files.keeping.faults.changes };
  const log = stored.content === null ? null : restoredLog(stored.content, opened?.model ?? null, content);
  return { content, opened, log };
}

/** The content of a stored template. */
export function contentOfTemplate(
  stored: RestoredTemplate,
): Content<Template, Extract<Opened, { format: 'tb7' }>> {
  const read = stored.original === null ? null : readTemplate(stored.original);
  const opened = read?.ok === true ? read.value : null;
  const base = stored.copy ?? opened?.template;
  if (base === undefined) return { fault: faultOf(read) };
  const content = stored.changes.reduce(patchTemplate, base);
  if (!isWholeTemplate(content)) return { fault: words.files.keeping.faults.changes };
  const log = stored.content === null ? null : restoredLog(stored.content, opened?.template ?? null, content);
  return { content, opened, log };
}

const faultOf = (read: ReturnType<typeof readModel | typeof readTemplate> | null): string =>
  read?.ok === false ? refusalWords(read.error) : words.files.keeping.faults.noBytes;

const isAsRead = ({ copy, changes }: RestoredDocument): boolean => copy === null && changes.length === 0;

/** The bytes of a stored document, for who wants to keep it elsewhere; those of its file when it has no other. */
export function bytesOf(restored: RestoredDocument): Uint8Array | null {
  if (isAsRead(restored)) return restored.original;
  switch (restored.kind) {
    case 'model': {
      const found = contentOfModel(restored);
      return 'fault' in found ? restored.original : writeModel(found.content);
    }
    case 'template': {
      const found = contentOfTemplate(restored);
      return 'fault' in found ? restored.original : writeTemplate(found.content);
    }
    default:
      return assertNever(restored);
  }
}
