import { LIMITS, type Opened, type ReadError, type Warning } from '../../core/codec/index.ts';
import { type Model, newModel, type Template } from '../../core/document/index.ts';
import {
  activateDocument,
  activeDocument,
  activeModel,
  activeTemplate,
  announce,
  askImport,
  type ForeignFile,
  newGuid,
  notify,
  openModel,
  openTemplate,
  session,
  tellNotFetched,
  tellWaiting,
} from '../store/index.ts';
import { fetchLater, focusDiagram, painted } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { filePlace, type GivenFile, isPlace, type Place } from './browser-files.ts';
import { type ReadingOptions, readBeside } from './file-service.ts';
import { reasonOf, repairsOf } from './reader-words.ts';
import { rememberRecent } from './recent.ts';

/** New models that nobody has touched yet: closing one loses nothing. */
const untouched = new WeakSet<Model | Template>();
export const isUntouched = (model: Model | Template): boolean => untouched.has(model);
export const markUntouched = (model: Model): void => void untouched.add(model);

/** Tells why a file was not opened: the file, the place, the cause. Nothing that is open changes. */
export async function tellRefused(name: string, error: ReadError): Promise<void> {
  const { place } = error;
  const reason = await reasonOf(error);
  notify({
    tone: 'error',
    text: words.files.opening.refused({ file: name, reason, place: words.files.place(place) }),
    wrong: `refusal:${error.cause}`,
    ...(place.path === '' ? {} : { details: [words.files.opening.at({ path: place.path })] }),
  });
}

export function tellFailed(name: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  notify({
    tone: 'error',
    text: words.files.opening.failed({ file: name, reason }),
    wrong: 'fault:not-opened',
  });
}

/** Tells once what the reader repaired or only carried along. */
async function tellWarnings(name: string, warnings: readonly Warning[]): Promise<void> {
  if (warnings.length === 0) return;
  const texts = await repairsOf(warnings);
  notify({
    tone: 'info',
    text: words.files.opening.warned({ file: name, count: warnings.length }),
    wrong: 'reader:repaired',
    details: texts.map((text, index) => {
      const place = warnings[index]?.place;
      return place === undefined ? text : words.files.atPlace({ place: words.files.place(place), text });
    }),
  });
}

/** Whether a file is no larger than any that is read; the user was told where it is. */
export function isWithin(file: File): boolean {
  if (file.size <= LIMITS.bytes) return true;
  const megabytes = Math.floor(LIMITS.bytes / 1024 / 1024);
  notify({
    tone: 'error',
    text: words.files.opening.tooLarge({ file: file.name, megabytes }),
    wrong: 'refusal:too-large',
  });
  return false;
}

/** Opens files one after the other. A file that cannot be read leaves a notice and nothing else. */
export async function openGiven(files: readonly GivenFile[], purpose: Purpose = 'open'): Promise<void> {
  const foreign: ForeignFile[] = [];
  for (const { file, handle } of files) {
    if ((purpose === 'open' || purpose === 'use') && handle !== null && (await activateOpen(handle)))
      continue;
    try {
      if (!isWithin(file)) continue;
      const place: Place | null = handle === null ? null : filePlace(handle, file);
      const opened = await openBytes(file.name, file, place, {
        purpose,
        foreign:
          purpose === 'open'
            ? (imported) => void foreign.push({ id: newGuid(), name: file.name, imported })
            : undefined,
      });
      if (opened?.format === 'tb7')
        void fetchLater(arrivals).then(
          (part) => part.rememberTemplate(opened.template, file.name, opened.bytes),
          unsaid,
        );
    } catch (error) {
      tellFailed(file.name, error);
    }
  }
  // Last: a question that another file asks would take its place.
  if (foreign.length > 0) askImport(foreign);
}

/** Reads a file; null when it was stopped or taken by `foreign`. A long reading is told, and can be stopped there. */
export async function readTold(name: string, source: Uint8Array | Blob, given: ReadingOptions = {}) {
  const { read, stop } = readBeside(source, {
    ...given,
    name,
    progress: (share) => waiting.progress(share),
  });
  const text = words.files.opening.reading({ file: name });
  const waiting = tellWaiting(text, { label: words.files.opening.stop, run: stop });
  return read.finally(waiting.done);
}

/**
 * What is done with a file that was chosen: its template can be used for a new model or for the model in front, or
 * merged into the template in front.
 */
export type Purpose = 'open' | 'use' | 'change' | 'merge';

/** What only helps, and does not come, is nothing to tell. */
const unsaid = (): void => undefined;

/** What follows when a template came, or a model whose template is known: the canvas does not wait for it. */
const arrivals = () => import('./template-arrivals.ts');

/**
 * Opens the bytes of a file in a new tab; a template that is to be used gives a new model on it instead, or the
 * question about what is in front. Null when it could not be read.
 */
export async function openBytes(
  name: string,
  source: Uint8Array | Blob,
  place: Place | null,
  {
    purpose = 'open',
    foreign,
  }: {
    readonly purpose?: Purpose;
    /** Takes a file of another program; else it is refused. */
    readonly foreign?: ReadingOptions['foreign'];
  } = {},
): Promise<Opened | null> {
  const [before, front] = [activeModel(), activeDocument()];
  const read = await readTold(name, source, { foreign });
  if (read === null) return null;
  if (!read.ok) {
    await tellRefused(name, read.error);
    return null;
  }
  const opened = read.value;
  if (purpose === 'change' || purpose === 'merge') {
    const template = opened.format === 'tb7' ? opened.template : opened.model.template;
    void arrivals().then((part) => part.askAbout(purpose, template, front), tellNotFetched);
  } else if (opened.format === 'tb7' && purpose === 'use') openNew(opened.template);
  else {
    if (opened.format === 'tm7') {
      const id = openModel({ fileName: name, model: opened.model, opened, place });
      void fetchLater(arrivals).then((part) => part.tellNewer(id), unsaid);
    } else openTemplate({ fileName: name, template: opened.template, opened, place });
    void rememberRecent({
      fileName: name,
      handle: place?.handle ?? null,
      bytes: opened.bytes,
      model: opened.format === 'tm7' ? opened.model : null,
    });
    announce(words.files.opening.opened({ file: name }));
    if (opened.format === 'tb7' && before !== null)
      void arrivals().then((part) => part.offerFor(before, name, opened.template), tellNotFetched);
  }
  void tellWarnings(name, opened.warnings);
  return opened;
}

/** A file name that no tab has: the given one, or with the next free number before its ending. */
export function freeName(stem: string, ending: string): string {
  const names = new Set(session.getState().documents.map((open) => open.fileName));
  let fileName = `${stem}${ending}`;
  for (let number = 2; names.has(fileName); number++) fileName = `${stem} ${number}${ending}`;
  return fileName;
}

/** What new files are called; not translated, as it goes out with the file. */
export const UNTITLED = 'Untitled';

/** Opens an empty model on a template, in a new tab. */
export function openNew(template: Template): void {
  const model = newModel(template, newGuid);
  untouched.add(model);
  const id = openModel({ fileName: freeName(UNTITLED, '.tm7'), model, saved: null });
  void focusNew(id);
  announce(words.files.opening.newOn({ template: template.manifest.name }));
}

/** Frames that the first canvas of a visit may take to be there. */
const PATIENCE = 100;

/** Who asked for a new model draws next: the canvas has the focus, unless something else took it meanwhile. */
async function focusNew(id: string): Promise<void> {
  for (let frame = 0; frame < PATIENCE; frame++) {
    await painted();
    if (activeModel()?.id !== id) return;
    // Until there is a canvas, what was pressed may still be there, and have the focus.
    if (document.querySelector('[data-canvas]') === null) continue;
    if (document.activeElement === null || document.activeElement === document.body) focusDiagram();
    return;
  }
}

/** Opens an empty model on the template in front, in a new tab. */
export function newOnTemplate(): void {
  const open = activeTemplate();
  if (open !== null) openNew(open.template);
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
