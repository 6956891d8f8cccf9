import { assertNever } from '../../core/base/index.ts';
import { diagramId, findDiagram } from '../../core/document/index.ts';
import { notify, openModel, openTemplate, showDiagram, updateModel, updateTemplate } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { markUntouched } from './open.ts';
import type { RestoredDocument, RestoredModel, RestoredTemplate } from './records.ts';
import {
  bytesOf,
  contentOfModel,
  contentOfTemplate,
  historyOfModel,
  historyOfTemplate,
} from './restored-content.ts';
import type { Stored } from './store-documents.ts';

/** A stored document that does not come back. Its record stays. */
export interface Lost {
  readonly fileName: string;
  readonly fault: string;
  /** The file as it was read, to be saved by the user. */
  readonly original: Uint8Array | null;
  /** What can be had of the document beyond that. */
  readonly rest: RestoredDocument | null;
}

/** What the user can keep of a document that does not come back. */
export async function leftOf({
  original,
  rest,
}: Pick<Lost, 'original' | 'rest'>): Promise<Uint8Array | null> {
  try {
    return rest === null ? original : await bytesOf(rest);
  } catch {
    return original;
  }
}

/** Tells of stored documents that do not come back, and offers their files. */
export function tellLost(lost: readonly Lost[]): void {
  const [first, ...others] = lost;
  if (first === undefined) return;
  const alone = others.length === 0;
  const files = lost.filter(({ original, rest }) => original !== null || rest !== null);
  notify({
    tone: 'error',
    text: alone
      ? words.files.keeping.lost({ file: first.fileName, fault: first.fault })
      : words.files.keeping.lostMany(lost.length),
    ...(alone
      ? {}
      : {
          details: lost.map(({ fileName, fault }) => words.files.keeping.lostLine({ file: fileName, fault })),
        }),
    ...(files.length === 0
      ? {}
      : {
          action: {
            label: words.files.keeping.download(lost.length),
            run: () => {
              for (const file of files)
                void leftOf(file).then((bytes) => {
                  if (bytes !== null) download(file.fileName, bytes, 'application/octet-stream');
                });
            },
          },
        }),
  });
}

const place = ({ handle, modified }: RestoredDocument) => (handle === null ? null : { handle, modified });

/** What became of a stored document: what is stored of it now that it is open, or why it is not. */
export type Reopened = { readonly stored: Stored } | { readonly lost: Lost };

/** Opens a stored document in a tab as it was. */
export async function reopen(restored: RestoredDocument): Promise<Reopened> {
  switch (restored.kind) {
    case 'model':
      return reopenModel(restored);
    case 'template':
      return reopenTemplate(restored);
    default:
      return assertNever(restored);
  }
}

async function reopenModel(restored: RestoredModel): Promise<Reopened> {
  const { id, fileName, original } = restored;
  const found = await contentOfModel(restored);
  if ('fault' in found) return { lost: { fileName, original, rest: null, fault: found.fault } };
  const { content: model, opened, log } = found;
  if (restored.untouched) markUntouched(model);
  const { history, saved: earlier, log: steps } = historyOfModel(restored, model, opened?.model ?? null);
  const saved = restored.unsaved ? earlier : model;
  openModel({ id, fileName, model, opened, place: place(restored), saved, history });
  updateModel(id, { toldNormalises: restored.toldNormalises, noteDraft: restored.noteDraft });
  const diagram = findDiagram(model, diagramId(restored.diagramId));
  if (diagram !== undefined) showDiagram(diagram.id);
  return { stored: { kind: 'model', original, log, copied: null, steps } };
}

async function reopenTemplate(restored: RestoredTemplate): Promise<Reopened> {
  const { id, fileName, original } = restored;
  const found = await contentOfTemplate(restored);
  if ('fault' in found) return { lost: { fileName, original, rest: null, fault: found.fault } };
  const { content: template, opened, log } = found;
  const {
    history,
    saved: earlier,
    log: steps,
  } = historyOfTemplate(restored, template, opened?.template ?? null);
  const saved = restored.unsaved ? earlier : template;
  openTemplate({ id, fileName, template, opened, place: place(restored), saved, history });
  updateTemplate(id, { toldNormalises: restored.toldNormalises });
  return { stored: { kind: 'template', original, log, copied: null, steps } };
}
