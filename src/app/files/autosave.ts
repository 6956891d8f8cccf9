import { readModel, writeModel } from '../../core/codec/index.ts';
import { diagramId, findDiagram, type Model } from '../../core/document/index.ts';
import {
  activateModel,
  isUnsaved,
  notify,
  type OpenModel,
  openModel,
  type SessionState,
  session,
  showDiagram,
  updateModel,
} from '../store/index.ts';
import { download } from '../ui/index.ts';
import { isPlace } from './browser-files.ts';
import { database, type StoredModel } from './database.ts';
import { isUntouched, markUntouched } from './open.ts';
import { claimSession, livingSessions } from './tab-session.ts';

/** Milliseconds: a pause this long after a change writes it; steady typing is written at least this often. */
const PAUSE = 500;
const LONGEST = 3000;
/** The address that opens on the start page whatever was in front before. */
const START_PAGE = '#start';

let tab = '';
const written = new Map<string, StoredModel>();
const currentBytes = new WeakMap<Model, Uint8Array>();

/** The document by the format's rules, made once per document. */
function bytesOf(document: Model): Uint8Array {
  const known = currentBytes.get(document);
  if (known !== undefined) return known;
  const bytes = writeModel(document);
  currentBytes.set(document, bytes);
  return bytes;
}

function record(open: OpenModel, order: number, active: boolean): StoredModel {
  const place = isPlace(open.place) ? open.place : null;
  return {
    id: open.id,
    session: tab,
    order,
    fileName: open.fileName,
    original: open.opened?.bytes ?? null,
    current: open.opened?.model === open.document ? null : bytesOf(open.document),
    unsaved: isUnsaved(open),
    untouched: isUntouched(open.document),
    handle: place?.handle ?? null,
    modified: place?.modified ?? null,
    toldNormalises: open.toldNormalises,
    diagramId: open.diagramId,
    active,
  };
}

const same = (a: StoredModel, b: StoredModel | undefined): boolean =>
  b !== undefined && Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value);

/** Writes what changed since the last time, in one transaction. */
async function write(): Promise<void> {
  const { models, activeId } = session.getState();
  const records = models.map((open, order) => record(open, order, open.id === activeId));
  const changed = records.filter((stored) => !same(stored, written.get(stored.id)));
  const gone = [...written.keys()].filter((id) => !records.some((stored) => stored.id === id));
  if (changed.length === 0 && gone.length === 0) return;
  const { store, done } = (await database()).transaction('models', 'readwrite');
  await Promise.all([
    ...changed.map((stored) => store.put(stored)),
    ...gone.map((id) => store.delete(id)),
    done,
  ]);
  for (const stored of changed) written.set(stored.id, stored);
  for (const id of gone) written.delete(id);
}

let writing: Promise<void> = Promise.resolve();
let told = false;

/** Stores at once what changed since the last time; resolves when it is stored, or its failure was told. */
export function flush(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  waitingSince = null;
  writing = writing.then(write).then(
    () => {
      told = false;
    },
    (error: unknown) => {
      if (told) return;
      told = true;
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      notify({
        tone: 'error',
        text: full
          ? "The browser's storage is full: changes would not survive a reload. Save your models to files."
          : 'The browser does not let Trustline keep your changes over a reload. Save your models to files.',
        details: [error instanceof Error ? error.message : String(error)],
      });
    },
  );
  return writing;
}

let timer: ReturnType<typeof setTimeout> | undefined;
let waitingSince: number | null = null;

function schedule(): void {
  const now = Date.now();
  waitingSince ??= now;
  clearTimeout(timer);
  timer = setTimeout(flush, Math.max(0, Math.min(PAUSE, waitingSince + LONGEST - now)));
}

const concerns = (state: SessionState, before: SessionState): boolean =>
  state.activeId !== before.activeId ||
  (state.models !== before.models &&
    (state.models.length !== before.models.length ||
      state.models.some((open, index) => {
        const old = before.models[index];
        return (
          open.id !== old?.id ||
          open.document !== old.document ||
          open.saved !== old.saved ||
          open.fileName !== old.fileName ||
          open.place !== old.place ||
          open.toldNormalises !== old.toldNormalises ||
          open.diagramId !== old.diagramId
        );
      })));

/**
 * Opens a stored model in a tab as it was. False when it cannot be read: the user is offered its bytes then, and
 * the record stays.
 */
function restore(stored: StoredModel): boolean {
  const { original, current, handle, modified } = stored;
  const opened = original === null ? null : readModel(original);
  const edited = current === null ? opened : readModel(current);
  if (edited === null || !edited.ok) {
    const bytes = current ?? original;
    notify({
      tone: 'error',
      text: `${stored.fileName} could not be restored${edited === null ? '' : `: ${edited.error.message}`}.`,
      ...(bytes === null
        ? {}
        : {
            action: {
              label: 'Download it',
              run: () => download(stored.fileName, bytes, 'application/octet-stream'),
            },
          }),
    });
    return false;
  }
  const document = edited.value.model;
  if (stored.untouched) markUntouched(document);
  openModel({
    id: stored.id,
    fileName: stored.fileName,
    document,
    opened: opened?.ok === true ? opened.value : null,
    place: handle === null ? null : { handle, modified },
    saved: stored.unsaved ? null : document,
  });
  updateModel(stored.id, { toldNormalises: stored.toldNormalises });
  const diagram = findDiagram(document, diagramId(stored.diagramId));
  if (diagram !== undefined) showDiagram(diagram.id);
  return true;
}

/** Brings back the models of this browser tab, and those of tabs that are gone (closed or crashed). */
async function restoreAll(): Promise<void> {
  const living = await livingSessions();
  const all = await (await database()).getAll('models');
  const mine = all
    .filter((stored) => stored.session === tab || !living.has(stored.session))
    .sort((a, b) => Number(a.session !== tab) - Number(b.session !== tab) || a.order - b.order);
  for (const stored of mine) {
    if (restore(stored)) written.set(stored.id, stored);
  }
  // After a crash the views can be asked to stay away from the models.
  const away = location.hash === START_PAGE;
  if (away) history.replaceState(null, '', location.pathname + location.search);
  const front = mine.find((stored) => stored.active && stored.session === tab);
  const open = session.getState().models.some((model) => model.id === front?.id);
  activateModel(open && !away && front !== undefined ? front.id : null);
}

/** Restores what the last visit left and keeps every change from now on. */
export async function startAutosave(): Promise<void> {
  tab = await claimSession();
  try {
    await restoreAll();
  } catch {
    // Without storage there is nothing to restore; the first write tells the user.
  }
  session.subscribe((state, before) => {
    if (concerns(state, before)) schedule();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });
  window.addEventListener('pagehide', () => void flush());
  if (session.getState().models.length > 0) schedule();
}
