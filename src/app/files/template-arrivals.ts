import { assertNever } from '../../core/base/index.ts';
import { compareVersions, isSameTemplate, type Template } from '../../core/document/index.ts';
import {
  activateDocument,
  activeDocument,
  notify,
  type OpenDocument,
  type OpenModel,
  session,
  setDialog,
} from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { readBeside } from './file-service.ts';
import { fileOf, newerInLibrary, newestBefore } from './library.ts';
import type { StoredOwnTemplate } from './records.ts';

export { rememberTemplate } from './library.ts';

const { change: said } = laterWords.templateFiles;

const modelIn = (id: string): OpenModel | null => {
  const open = session.getState().documents.find((one) => one.id === id);
  return open?.kind === 'model' ? open : null;
};

/** Whether a model is open, on the template that it had. */
const isOn =
  (id: string, template: Template) =>
  (documents: readonly OpenDocument[]): boolean =>
    documents.some((one) => one.kind === 'model' && one.id === id && one.model.template === template);

/** A template that came while a model was in front may be meant for it, as long as both are what they were. */
export function offerFor({ id, fileName, model }: OpenModel, name: string, template: Template): void {
  const own = isOn(id, model.template);
  notify({
    tone: 'info',
    text: said.opened({ file: name }),
    action: { label: said.takeFor({ file: fileName }), run: () => askToChange(id, template) },
    holds: (documents) =>
      own(documents) && documents.some((one) => one.kind === 'template' && one.template === template),
  });
}

/** Tells when one's own templates have a newer version of the one that a model stands on. */
export async function tellNewer(id: string): Promise<void> {
  const open = modelIn(id);
  if (open === null) return;
  const { manifest } = open.model.template;
  const newer = await newerInLibrary(open.model.template);
  if (newer === null) return;
  const names = { file: open.fileName, name: manifest.name, own: manifest.version, version: newer.version };
  const change = async (): Promise<void> => {
    const template = await templateOf(newer);
    if (template === null)
      notify({
        tone: 'error',
        text: laterWords.library.unreadable({ file: newer.fileName }),
        wrong: 'fault:not-opened',
      });
    else askToChange(id, template);
  };
  notify({
    tone: 'info',
    text: laterWords.library.newer(names),
    action: { label: laterWords.library.change, run: () => void change() },
    holds: isOn(id, open.model.template),
  });
}

/** Nothing when its model was closed meanwhile. */
function askToChange(id: string, template: Template): void {
  if (modelIn(id) === null) return;
  activateDocument(id);
  setDialog({ kind: 'change-template', model: id, template });
}

/** The template of an entry of the library; null when it can no longer be read. */
async function templateOf(own: StoredOwnTemplate): Promise<Template | null> {
  try {
    const bytes = await fileOf(own);
    const read = bytes && (await readBeside(bytes, { name: own.fileName, as: 'template' }).read);
    return read?.ok === true && read.value.format === 'tb7' ? read.value.template : null;
  } catch {
    return null;
  }
}

/**
 * Asks what the document in front would be with a template that was chosen for it. Nothing where that has been waited
 * for, and something else is in front by then or the choice has been given up.
 */
export async function askAbout(
  purpose: 'change' | 'merge',
  template: Template,
  front = activeDocument(),
): Promise<void> {
  const base =
    purpose === 'merge' && front?.kind === 'template' ? await commonVersion(front.template, template) : null;
  const { dialog } = session.getState();
  if (activeDocument()?.id !== front?.id || dialog?.kind !== 'choose-template' || dialog.purpose !== purpose)
    return;
  switch (purpose) {
    case 'change':
      if (front?.kind === 'model') setDialog({ kind: 'change-template', model: front.id, template });
      return;
    case 'merge':
      if (front?.kind === 'template') setDialog({ kind: 'merge-template', into: front.id, template, base });
      return;
    default:
      assertNever(purpose);
  }
}

/** The newest of one's own templates that two versions of it come from; null where none is known. */
async function commonVersion(a: Template, b: Template): Promise<Template | null> {
  if (!isSameTemplate(a.manifest, b.manifest)) return null;
  const [older] = [a.manifest, b.manifest].toSorted((one, other) =>
    compareVersions(one.version, other.version),
  );
  const found = older && (await newestBefore(older));
  return found ? templateOf(found) : null;
}

/** The file of one of one's own templates; null, and the user was told, when it is gone or cannot be had. */
export async function fileOrTold(own: StoredOwnTemplate): Promise<Uint8Array | null> {
  const bytes = await fileOf(own).catch(() => null);
  if (bytes === null)
    notify({
      tone: 'error',
      text: laterWords.library.unreadable({ file: own.fileName }),
      wrong: 'fault:not-opened',
    });
  return bytes;
}
