import { assertNever } from '../../core/base/index.ts';
import type { Opened } from '../../core/codec/index.ts';
import { invert, patchModel, patchTemplate } from '../../core/compare/index.ts';
import type { ElementId, Model, Template } from '../../core/document/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { refusalWords } from '../../core/words/index.ts';
import { words } from '../words/index.ts';
import { type Log, restoredLog } from './change-log.ts';
import type { Content as FileContent } from './file-job.ts';
import { readBeside, writeBeside } from './file-service.ts';
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

type ReadFile = Awaited<ReturnType<typeof readBeside>['read']>;

/** The content of a stored model. */
export async function contentOfModel(
  stored: RestoredModel,
): Promise<Content<Model, Extract<Opened, { format: 'tm7' }>>> {
  const read = stored.original === null ? null : await readBeside(stored.original, { as: 'model' }).read;
  const opened = read?.ok === true && read.value.format === 'tm7' ? read.value : null;
  const base = stored.copy ?? opened?.model;
  if (base === undefined) return { fault: faultOf(read) };
  const content = stored.changes.reduce(patchModel, base);
  if (faultOfModel(content) !== null) return { fault: words.files.keeping.faults.changes };
  const log = stored.content === null ? null : restoredLog(stored.content, opened?.model ?? null, content);
  return { content, opened, log };
}

/** The content of a stored template. */
export async function contentOfTemplate(
  stored: RestoredTemplate,
): Promise<Content<Template, Extract<Opened, { format: 'tb7' }>>> {
  const read = stored.original === null ? null : await readBeside(stored.original, { as: 'template' }).read;
  const opened = read?.ok === true && read.value.format === 'tb7' ? read.value : null;
  const base = stored.copy ?? opened?.template;
  if (base === undefined) return { fault: faultOf(read) };
  const content = stored.changes.reduce(patchTemplate, base);
  if (!isWholeTemplate(content)) return { fault: words.files.keeping.faults.changes };
  const log = stored.content === null ? null : restoredLog(stored.content, opened?.template ?? null, content);
  return { content, opened, log };
}

const faultOf = (read: ReadFile): string =>
  read?.ok === false ? refusalWords(read.error) : words.files.keeping.faults.noBytes;

const isAsRead = ({ copy, changes }: RestoredDocument): boolean => copy === null && changes.length === 0;

/** The bytes of a stored document, for who wants to keep it elsewhere; those of its file when it has no other. */
export async function bytesOf(restored: RestoredDocument): Promise<Uint8Array | null> {
  if (isAsRead(restored)) return restored.original;
  const content = await fileContent(restored);
  const written = content === null ? null : await writeBeside(content);
  return written?.ok === true ? written.bytes : restored.original;
}

async function fileContent(restored: RestoredDocument): Promise<FileContent | null> {
  switch (restored.kind) {
    case 'model': {
      const found = await contentOfModel(restored);
      return 'fault' in found ? null : { format: 'tm7', model: found.content };
    }
    case 'template': {
      const found = await contentOfTemplate(restored);
      return 'fault' in found ? null : { format: 'tb7', template: found.content };
    }
    default:
      return assertNever(restored);
  }
}
