import { LIMITS, type ReadError, readFile, type Warning } from '../../core/codec/index.ts';
import { type Model, newModel, type Template } from '../../core/document/index.ts';
import { refusalWords, repairWords } from '../../core/words/index.ts';
import { activateDocument, announce, newGuid, notify, openModel, session } from '../store/index.ts';
import { words } from '../words/index.ts';
import { ask } from './ask.ts';
import { type GivenFile, isPlace, type Place } from './browser-files.ts';
import { rememberRecent } from './recent.ts';

/** New models that nobody has touched yet: closing one loses nothing. */
const untouched = new WeakSet<Model | Template>();
export const isUntouched = (model: Model | Template): boolean => untouched.has(model);
export const markUntouched = (model: Model): void => void untouched.add(model);

const placeOf = ({ line, column }: { readonly line: number; readonly column: number }): string =>
  words.files.place({ line, column });

/** Tells why a file was not opened: the file, the place, the cause. Nothing that is open changes. */
export function tellRefused(name: string, error: ReadError): void {
  const { place } = error;
  notify({
    tone: 'error',
    text: words.files.opening.refused({ file: name, reason: refusalWords(error), place: placeOf(place) }),
    ...(place.path === '' ? {} : { details: [words.files.opening.at({ path: place.path })] }),
  });
}

function tellFailed(name: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  notify({ tone: 'error', text: words.files.opening.failed({ file: name, reason }) });
}

/** Tells once what the reader repaired or only carried along. */
function tellWarnings(name: string, warnings: readonly Warning[]): void {
  if (warnings.length === 0) return;
  notify({
    tone: 'info',
    text: words.files.opening.warned({ file: name, count: warnings.length }),
    details: warnings.map((warning) => {
      const text = repairWords(warning);
      return warning.place === undefined
        ? text
        : words.files.atPlace({ place: placeOf(warning.place), text });
    }),
  });
}

/** Opens files one after the other. A file that cannot be read leaves a notice and nothing else. */
export async function openGiven(files: readonly GivenFile[], template: 'ask' | 'use' = 'ask'): Promise<void> {
  for (const { file, handle } of files) {
    if (handle !== null && (await activateOpen(handle))) continue;
    try {
      if (file.size > LIMITS.bytes) {
        const megabytes = Math.floor(LIMITS.bytes / 1024 / 1024);
        notify({ tone: 'error', text: words.files.opening.tooLarge({ file: file.name, megabytes }) });
        continue;
      }
      const bytes = new Uint8Array(await file.arrayBuffer());
      const place: Place | null = handle === null ? null : { handle, modified: file.lastModified };
      await openBytes(file.name, bytes, place, template);
    } catch (error) {
      tellFailed(file.name, error);
    }
  }
}

/** Opens the bytes of a file: a model in a new tab, a template as a new model on it. True when something opened. */
export async function openBytes(
  name: string,
  bytes: Uint8Array,
  place: Place | null,
  template: 'ask' | 'use' = 'ask',
): Promise<boolean> {
  const read = readFile(bytes, name);
  if (!read.ok) {
    tellRefused(name, read.error);
    return false;
  }
  const opened = read.value;
  if (opened.format === 'tm7') {
    openModel({ fileName: name, model: opened.model, opened, place });
    void rememberRecent({ fileName: name, handle: place?.handle ?? null, bytes });
    announce(words.files.opening.opened({ file: name }));
    tellWarnings(name, opened.warnings);
    return true;
  }
  if (template === 'ask') {
    const answer = await ask({
      title: words.files.opening.askTitle,
      text: words.files.opening.askText({ file: name, template: opened.template.manifest.name }),
      confirmLabel: words.files.opening.askConfirm,
    });
    if (answer !== 'confirm') return false;
  }
  openNew(opened.template);
  tellWarnings(name, opened.warnings);
  return true;
}

/** What a new file is called; not translated, as it goes out with the file. */
const UNTITLED = 'Untitled';

/** Opens an empty model on a template, in a new tab. */
export function openNew(template: Template): void {
  const model = newModel(template, newGuid);
  untouched.add(model);
  const names = new Set(session.getState().documents.map((open) => open.fileName));
  let fileName = `${UNTITLED}.tm7`;
  for (let number = 2; names.has(fileName); number++) fileName = `${UNTITLED} ${number}.tm7`;
  openModel({ fileName, model, saved: null });
  announce(words.files.opening.newOn({ template: template.manifest.name }));
}

/** Brings the tab to the front that has this very file open already. */
async function activateOpen(handle: FileSystemFileHandle): Promise<boolean> {
  for (const open of session.getState().documents) {
    if (isPlace(open.place) && (await open.place.handle.isSameEntry(handle).catch(() => false))) {
      activateDocument(open.id);
      notify({ tone: 'info', text: words.files.opening.alreadyOpen({ file: open.fileName }) });
      return true;
    }
  }
  return false;
}
