import { readModel, writeModel } from '../../core/codec/index.ts';
import { diagramId, findDiagram } from '../../core/document/index.ts';
import { refusalWords } from '../../core/words/index.ts';
import {
  activateDocument,
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
import { words } from '../words/index.ts';
import { isPlace } from './browser-files.ts';
import { database } from './database.ts';
import { partsOf, storedModels, storeModels } from './kept-model.ts';
import { isUntouched, markUntouched } from './open.ts';
import type { KeptModel } from './records.ts';
import { lastingStorage, restoreGuard, whenPainted } from './restore-guard.ts';
import { alone, claimSession, livingSessions } from './tab-session.ts';
import { writePace } from './write-pace.ts';

/** The address that opens on the start page whatever was in front before. */
const START_PAGE = '#start';

let tab = '';
/** What was handed to the database last. */
const written = new Map<string, KeptModel>();

function record(open: OpenModel, order: number, active: boolean): KeptModel {
  const place = isPlace(open.place) ? open.place : null;
  return {
    id: open.id,
    session: tab,
    order,
    fileName: open.fileName,
    original: open.opened?.bytes ?? null,
    document: open.opened?.model === open.model ? null : open.model,
    unsaved: isUnsaved(open),
    untouched: isUntouched(open.model),
    handle: place?.handle ?? null,
    modified: place?.modified ?? null,
    toldNormalises: open.toldNormalises,
    diagramId: open.diagramId,
    noteDraft: open.noteDraft,
    active,
  };
}

const openModels = (state: SessionState = session.getState()): readonly OpenModel[] =>
  state.documents.filter((open) => open.kind === 'model');

const same = (a: KeptModel, b: KeptModel | undefined): boolean =>
  b !== undefined && Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value);

/**
 * Writes what changed since the last time, in one transaction. The browser copies the records before this returns to
 * it, and keeps the order of transactions: a write need not wait for the one before.
 */
async function write(): Promise<void> {
  const stores = await database();
  const { activeId } = session.getState();
  const models = openModels();
  const records = models.map((open, order) => record(open, order, open.id === activeId));
  const changed = records.filter((stored) => !same(stored, written.get(stored.id)));
  const gone = [...written.values()].filter(({ id }) => !records.some((stored) => stored.id === id));
  if (changed.length === 0 && gone.length === 0) return;
  const before = changed.map((kept) => ({ kept, before: written.get(kept.id) }));
  for (const stored of changed) written.set(stored.id, stored);
  for (const { id } of gone) written.delete(id);
  try {
    await storeModels(
      stores,
      before,
      gone.map(({ id }) => id),
    );
  } catch (error) {
    // The next write tries again.
    for (const { id } of changed) written.delete(id);
    for (const stored of gone) written.set(stored.id, stored);
    throw error;
  }
}

let writing: Promise<void> = Promise.resolve();
let told = false;

/** Stores at once what changed since the last time; resolves when it is stored, or its failure was told. */
export function flush(): Promise<void> {
  pace.settled();
  const now = write().then(
    () => {
      told = false;
    },
    (error: unknown) => {
      if (told) return;
      told = true;
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      notify({
        tone: 'error',
        text: full ? words.files.keeping.full : words.files.keeping.forbidden,
        details: [error instanceof Error ? error.message : String(error)],
      });
    },
  );
  writing = Promise.all([writing, now]).then(() => undefined);
  return writing;
}

const pace = writePace(flush, {
  now: Date.now,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
});

const concerns = (state: SessionState, before: SessionState): boolean =>
  state.activeId !== before.activeId ||
  (state.documents !== before.documents &&
    (state.documents.length !== before.documents.length ||
      openModels(state).some((open, index) => {
        const old = openModels(before)[index];
        return (
          open.id !== old?.id ||
          open.model !== old.model ||
          open.saved !== old.saved ||
          open.fileName !== old.fileName ||
          open.place !== old.place ||
          open.toldNormalises !== old.toldNormalises ||
          open.diagramId !== old.diagramId ||
          open.noteDraft !== old.noteDraft
        );
      })));

/** A stored model that does not come back. Its record stays. */
interface Lost {
  readonly fileName: string;
  readonly fault: string;
  /** The file as it was read, to be saved by the user. */
  readonly original: Uint8Array | null;
}

/** Tells of stored models that do not come back, and offers their files. */
function tellLost(lost: readonly Lost[]): void {
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

/** Opens a stored model in a tab as it was; why not, when it cannot be read. */
function restore(stored: KeptModel): Lost | null {
  const { fileName, original, handle, modified } = stored;
  const opened = original === null ? null : readModel(original);
  const model = stored.document ?? (opened?.ok === true ? opened.value.model : null);
  if (model === null) {
    const fault = opened?.ok === false ? refusalWords(opened.error) : words.files.keeping.faults.noBytes;
    return { fileName, fault, original };
  }
  if (stored.untouched) markUntouched(model);
  openModel({
    id: stored.id,
    fileName: stored.fileName,
    model,
    opened: opened?.ok === true ? opened.value : null,
    place: handle === null ? null : { handle, modified },
    saved: stored.unsaved ? null : model,
  });
  updateModel(stored.id, { toldNormalises: stored.toldNormalises, noteDraft: stored.noteDraft });
  const diagram = findDiagram(model, diagramId(stored.diagramId));
  if (diagram !== undefined) showDiagram(diagram.id);
  return null;
}

const guard = restoreGuard(lastingStorage());

/** Restores one model under guard; null when it is open. */
function restoreGuarded(stored: KeptModel): Lost | null {
  const { fileName, original } = stored;
  guard.begins(stored.id);
  try {
    const lost = restore(stored);
    if (lost === null) written.set(stored.id, stored);
    return lost;
  } catch (error) {
    return { fileName, fault: error instanceof Error ? error.message : String(error), original };
  } finally {
    guard.isDone(stored.id);
  }
}

/** Brings a restored model to the front; it is under guard until it has been painted. */
function bringToFront(id: string): void {
  guard.begins(id);
  activateDocument(id);
  whenPainted(() => guard.isDone(id));
}

/** The page hung while it brought this model back last time: what becomes of it is the user's to say. */
function tellHeldBack(stored: KeptModel): void {
  notify({
    tone: 'warning',
    text: words.files.keeping.heldBack({ file: stored.fileName }),
    action: {
      label: words.files.keeping.openAnyway,
      run: () => {
        const lost = restoreGuarded(stored);
        if (lost === null) bringToFront(stored.id);
        else tellLost([lost]);
      },
    },
    otherAction: {
      label: words.files.keeping.saveCopy,
      run: () => {
        const bytes = stored.document === null ? stored.original : writeModel(stored.document);
        if (bytes !== null) download(stored.fileName, bytes, 'application/octet-stream');
      },
    },
  });
}

/** Brings back the models of this browser tab, and those of tabs that are gone (closed or crashed). */
async function restoreAll(): Promise<void> {
  const living = await livingSessions();
  const all = await storedModels(partsOf(await database()));
  const isMine = (owner: string | null): boolean => owner === null || owner === tab || !living.has(owner);
  const damaged = all.flatMap((stored) =>
    stored.sound || !isMine(stored.damaged.session) ? [] : [stored.damaged],
  );
  const mine = all
    .flatMap((stored) => (stored.sound ? [stored.kept] : []))
    .filter((kept) => isMine(kept.session))
    .sort((a, b) => Number(a.session !== tab) - Number(b.session !== tab) || a.order - b.order);
  const unread: Lost[] = [];
  for (const stored of mine) {
    if (guard.isSuspect(stored.id)) tellHeldBack(stored);
    else unread.push(...[restoreGuarded(stored)].filter((lost) => lost !== null));
  }
  tellLost([...damaged, ...unread]);
  // After a crash the views can be asked to stay away from the models.
  const away = location.hash === START_PAGE;
  if (away) history.replaceState(null, '', location.pathname + location.search);
  const front = mine.find((stored) => stored.active && stored.session === tab);
  const open = session.getState().documents.some((model) => model.id === front?.id);
  if (open && !away && front !== undefined) bringToFront(front.id);
  else activateDocument(null);
}

/** Restores what the last visit left and keeps every change from now on. */
export async function startAutosave(): Promise<void> {
  tab = await claimSession();
  try {
    // A browser that starts again opens its tabs at once: what one adopts is its own before the next one looks.
    await alone(async () => {
      await restoreAll();
      await flush();
    });
  } catch {
    // Without storage there is nothing to restore; the first write tells the user.
  }
  session.subscribe((state, before) => {
    if (concerns(state, before)) pace.change();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush();
  });
  window.addEventListener('pagehide', () => void flush());
}
