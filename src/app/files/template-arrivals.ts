import { assertNever } from '../../core/base/index.ts';
import { compareVersions, type Template } from '../../core/document/index.ts';
import {
  activateDocument,
  activeTemplate,
  notify,
  type OpenModel,
  session,
  setDialog,
} from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { readBeside } from './file-service.ts';
import { newerInLibrary, newestBefore } from './library.ts';
import type { StoredOwnTemplate } from './records.ts';

export { rememberTemplate } from './library.ts';

const { change: said } = laterWords.templateFiles;

/** A template that came while a model was in front may be meant for it. */
export function offerFor({ id, fileName }: OpenModel, name: string, template: Template): void {
  notify({
    tone: 'info',
    text: said.opened({ file: name }),
    action: { label: said.takeFor({ file: fileName }), run: () => askToChange(id, template) },
  });
}

/** Tells when one's own templates have a newer version of the one that a model stands on. */
export async function tellNewer(id: string): Promise<void> {
  const open = session.getState().documents.find((one) => one.id === id);
  if (open?.kind !== 'model') return;
  const { manifest } = open.model.template;
  const newer = await newerInLibrary(open.model.template);
  if (newer === null) return;
  const names = { file: open.fileName, name: manifest.name, own: manifest.version, version: newer.version };
  notify({
    tone: 'info',
    text: laterWords.library.newer(names),
    action: {
      label: laterWords.library.change,
      run: () =>
        void templateOf(newer).then((template) => {
          if (template !== null) askToChange(id, template);
        }),
    },
  });
}

function askToChange(id: string, template: Template): void {
  activateDocument(id);
  setDialog({ kind: 'change-template', template });
}

/** The template of an entry of the library; null when it can no longer be read. */
async function templateOf({ fileName, bytes }: StoredOwnTemplate): Promise<Template | null> {
  const read = await readBeside(bytes, { name: fileName, as: 'template' }).read;
  return read?.ok === true && read.value.format === 'tb7' ? read.value.template : null;
}

/** What a template that was chosen for the one in front, or for the model in front, is asked about. */
export async function askAbout(purpose: 'change' | 'merge', template: Template): Promise<void> {
  switch (purpose) {
    case 'change':
      setDialog({ kind: 'change-template', template });
      return;
    case 'merge': {
      const open = activeTemplate();
      if (open === null) return;
      setDialog({ kind: 'merge-template', template, base: await commonVersion(open.template, template) });
      return;
    }
    default:
      assertNever(purpose);
  }
}

/** The newest of one's own templates that two versions of it come from; null where none is known. */
async function commonVersion(a: Template, b: Template): Promise<Template | null> {
  if (a.manifest.id.toLowerCase() !== b.manifest.id.toLowerCase()) return null;
  const [older] = [a.manifest, b.manifest].toSorted((one, other) =>
    compareVersions(one.version, other.version),
  );
  const found = older && (await newestBefore(older));
  return found ? templateOf(found) : null;
}
