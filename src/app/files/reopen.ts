import { assertNever } from '../../core/base/index.ts';
import { diagramId, findDiagram } from '../../core/document/index.ts';
import {
  announce,
  notify,
  openModel,
  openTemplate,
  showDiagram,
  updateModel,
  updateTemplate,
} from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { ask } from './ask.ts';
import type { Place } from './browser-files.ts';
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
  /** What it is stored by. */
  readonly id: string;
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

/** Downloads what can be had of documents that do not come back. */
function downloadLeft(lost: readonly Lost[]): void {
  for (const file of lost)
    void leftOf(file).then((bytes) => {
      if (bytes !== null) download(file.fileName, bytes, 'application/octet-stream');
    });
}

/** Removes all that is stored of documents. */
type Discard = (ids: readonly string[]) => Promise<void>;

/** Tells of stored documents that do not come back, and offers their files, or to discard what is stored of them. */
export function tellLost(lost: readonly Lost[], discard: Discard): void {
  const [first] = lost;
  if (first === undefined) return;
  const said = words.files.keeping;
  const alone = lost.length === 1;
  const files = lost.filter(({ original, rest }) => original !== null || rest !== null);
  const lines = lost.map(({ fileName, fault }) => said.lostLine({ file: fileName, fault }));
  notify({
    tone: 'error',
    wrong: 'fault:not-restored',
    text: alone ? said.lost({ file: first.fileName, fault: first.fault }) : said.lostMany(lost.length),
    ...(alone ? {} : { details: lines }),
    ...(files.length === 0
      ? {}
      : { action: { label: said.download(lost.length), run: () => downloadLeft(files) } }),
    otherAction: { label: said.discard, run: () => void askToDiscard(lost, files, discard) },
  });
}

/** What is discarded is gone for good: asks, and offers the files once more. Without a yes the notice comes again. */
async function askToDiscard(lost: readonly Lost[], files: readonly Lost[], discard: Discard): Promise<void> {
  const said = words.files.keeping;
  const [file = ''] = lost.map(({ fileName }) => fileName);
  const answer = await ask({
    title: said.discardTitle({ file, files: lost.length }),
    text: said.discardText,
    confirmLabel: said.discard,
    danger: true,
    ...(files.length === 0 ? {} : { otherLabel: said.saveStored }),
  });
  if (answer === 'other') downloadLeft(files);
  if (answer !== 'confirm') {
    tellLost(lost, discard);
    return;
  }
  await discard(lost.map(({ id }) => id)).then(
    () => announce(said.discarded({ files: lost.length })),
    (error: unknown) => {
      const details = [error instanceof Error ? error.message : String(error)];
      notify({ tone: 'error', text: said.notDiscarded, details, wrong: 'fault:not-stored' });
    },
  );
}

const place = ({ handle, modified, size = null }: RestoredDocument): Place | null =>
  handle === null ? null : { handle, modified, size };

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
  if ('fault' in found) return { lost: { id, fileName, original, rest: null, fault: found.fault } };
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
  if ('fault' in found) return { lost: { id, fileName, original, rest: null, fault: found.fault } };
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
