import { assertNever } from '../../core/base/index.ts';
import type { Opened } from '../../core/codec/index.ts';
import {
  invert,
  type ModelDiff,
  patchModel,
  patchTemplate,
  type TemplateDiff,
} from '../../core/compare/index.ts';
import type { ElementId, Model, Template } from '../../core/document/index.ts';
import type { TemplateItem } from '../../core/edit/index.ts';
import { words } from '../words/index.ts';
import { type Log, restoredLog } from './change-log.ts';
import type { Content as FileContent } from './file-job.ts';
import { readBeside, writeBeside } from './file-service.ts';
import { reasonOf } from './reader-words.ts';
import type { Restored, RestoredDocument, RestoredModel, RestoredTemplate } from './records.ts';
import { type RestoredHistory, restoredHistory, type Walk } from './restored-history.ts';
import { faultOfModel, isWholeTemplate } from './stored-document.ts';

/** A stored document as it was, or why it cannot be had. */
type Content<T, O> =
  | { readonly content: T; readonly opened: O | null; readonly log: Log<T> | null }
  | { readonly fault: string };

type OpenedAs<F extends Opened['format']> = Extract<Opened, { readonly format: F }>;

/** How documents of a kind are read, and walked through by their changes. */
interface Kind<T, D, O> extends Walk<T, D> {
  readonly as: 'model' | 'template';
  /** A file that was read, and its document; null when it is of another kind. */
  readonly ofKind: (read: Opened) => { readonly opened: O; readonly document: T } | null;
}

const MODEL: Kind<Model, ModelDiff, OpenedAs<'tm7'>> = {
  as: 'model',
  ofKind: (opened) => (opened.format === 'tm7' ? { opened, document: opened.model } : null),
  patch: patchModel,
  invert,
  isWhole: (model) => faultOfModel(model) === null,
};

const TEMPLATE: Kind<Template, TemplateDiff, OpenedAs<'tb7'>> = {
  as: 'template',
  ofKind: (opened) => (opened.format === 'tb7' ? { opened, document: opened.template } : null),
  patch: patchTemplate,
  invert,
  isWhole: isWholeTemplate,
};

/** The history of a stored model whose content this is. */
export const historyOfModel = (
  { history, steps }: RestoredModel,
  content: Model,
  asRead: Model | null,
): RestoredHistory<Model, ElementId> => restoredHistory({ content, asRead }, history, steps, MODEL);

/** The history of a stored template whose content this is. */
export const historyOfTemplate = (
  { history, steps }: RestoredTemplate,
  content: Template,
  asRead: Template | null,
): RestoredHistory<Template, TemplateItem> => restoredHistory({ content, asRead }, history, steps, TEMPLATE);

/** The content of a stored model. */
export const contentOfModel = (stored: RestoredModel): Promise<Content<Model, OpenedAs<'tm7'>>> =>
  contentOf(stored, MODEL);

/** The content of a stored template. */
export const contentOfTemplate = (stored: RestoredTemplate): Promise<Content<Template, OpenedAs<'tb7'>>> =>
  contentOf(stored, TEMPLATE);

async function contentOf<T, D, O>(
  { original, copy, changes, content: where }: Restored<T, D, unknown> & Pick<RestoredDocument, 'content'>,
  { as, ofKind, patch, isWhole }: Kind<T, D, O>,
): Promise<Content<T, O>> {
  const { keeping } = words.files;
  const read = original === null ? null : await readBeside(original, { as }).read;
  const file = read?.ok === true ? ofKind(read.value) : null;
  const base = copy ?? file?.document;
  if (base === undefined)
    return { fault: read?.ok === false ? await reasonOf(read.error) : keeping.faults.noBytes };
  const content = changes.reduce(patch, base);
  if (!isWhole(content)) return { fault: keeping.faults.changes };
  const log = where === null ? null : restoredLog(where, file?.document ?? null, content);
  return { content, opened: file?.opened ?? null, log };
}

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
