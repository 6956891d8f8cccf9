import { assertNever } from '../../core/base/index.ts';
import { readModel, readTemplate } from '../../core/codec/index.ts';
import { diagramId, findDiagram } from '../../core/document/index.ts';
import { refusalWords } from '../../core/words/index.ts';
import { notify, openModel, openTemplate, showDiagram, updateModel, updateTemplate } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { markUntouched } from './open.ts';
import type { KeptDocument, KeptModel, KeptTemplate } from './records.ts';

/** A stored document that does not come back. Its record stays. */
export interface Lost {
  readonly fileName: string;
  readonly fault: string;
  /** The file as it was read, to be saved by the user. */
  readonly original: Uint8Array | null;
}

/** Tells of stored documents that do not come back, and offers their files. */
export function tellLost(lost: readonly Lost[]): void {
  const [first, ...others] = lost;
  if (first === undefined) return;
  const alone = others.length === 0;
  const files = lost.flatMap(({ fileName, original }) => (original === null ? [] : [{ fileName, original }]));
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
              for (const { fileName, original } of files)
                download(fileName, original, 'application/octet-stream');
            },
          },
        }),
  });
}

const place = ({ handle, modified }: KeptDocument) => (handle === null ? null : { handle, modified });

const lostWith = ({ fileName, original }: KeptDocument, fault: string | undefined): Lost => ({
  fileName,
  original,
  fault: fault ?? words.files.keeping.faults.noBytes,
});

/** Opens a stored document in a tab as it was; why not, when it cannot be read. */
export function reopen(stored: KeptDocument): Lost | null {
  switch (stored.kind) {
    case 'model':
      return reopenModel(stored);
    case 'template':
      return reopenTemplate(stored);
    default:
      return assertNever(stored);
  }
}

function reopenModel(stored: KeptModel): Lost | null {
  const opened = stored.original === null ? null : readModel(stored.original);
  const model = stored.edited ?? (opened?.ok === true ? opened.value.model : null);
  if (model === null) return lostWith(stored, opened?.ok === false ? refusalWords(opened.error) : undefined);
  if (stored.untouched) markUntouched(model);
  openModel({
    id: stored.id,
    fileName: stored.fileName,
    model,
    opened: opened?.ok === true ? opened.value : null,
    place: place(stored),
    saved: stored.unsaved ? null : model,
  });
  updateModel(stored.id, { toldNormalises: stored.toldNormalises, noteDraft: stored.noteDraft });
  const diagram = findDiagram(model, diagramId(stored.diagramId));
  if (diagram !== undefined) showDiagram(diagram.id);
  return null;
}

function reopenTemplate(stored: KeptTemplate): Lost | null {
  const opened = stored.original === null ? null : readTemplate(stored.original);
  const template = stored.edited ?? (opened?.ok === true ? opened.value.template : null);
  if (template === null)
    return lostWith(stored, opened?.ok === false ? refusalWords(opened.error) : undefined);
  openTemplate({
    id: stored.id,
    fileName: stored.fileName,
    template,
    opened: opened?.ok === true ? opened.value : null,
    place: place(stored),
    saved: stored.unsaved ? null : template,
  });
  updateTemplate(stored.id, { toldNormalises: stored.toldNormalises });
  return null;
}
