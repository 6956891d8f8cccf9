import { writeModel, writeTemplate } from '../../core/codec/index.ts';
import { activateDocument, notify, session } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { database } from './database.ts';
import { concerns, keptOf } from './keep.ts';
import { partsOf, storeDocuments, storedDocuments } from './kept-model.ts';
import type { KeptDocument } from './records.ts';
import { type Lost, reopen, tellLost } from './reopen.ts';
import { lastingStorage, restoreGuard, whenPainted } from './restore-guard.ts';
import { alone, claimSession, livingSessions } from './tab-session.ts';
import { writePace } from './write-pace.ts';

/** The address that opens on the start page whatever was in front before. */
const START_PAGE = '#start';

let tab = '';
/** What was handed to the database last. */
const written = new Map<string, KeptDocument>();

const same = (a: KeptDocument, b: KeptDocument | undefined): boolean =>
  b !== undefined && Object.entries(a).every(([key, value]) => Reflect.get(b, key) === value);

/**
 * Writes what changed since the last time, in one transaction. The browser copies the records before this returns to
 * it, and keeps the order of transactions: a write need not wait for the one before.
 */
async function write(): Promise<void> {
  const stores = await database();
  const { documents, activeId } = session.getState();
  const records = documents.map((open, order) =>
    keptOf(open, { session: tab, order, active: open.id === activeId }),
  );
  const changed = records.filter((stored) => !same(stored, written.get(stored.id)));
  const gone = [...written.values()].filter(({ id }) => !records.some((stored) => stored.id === id));
  if (changed.length === 0 && gone.length === 0) return;
  const before = changed.map((kept) => ({ kept, before: written.get(kept.id) }));
  for (const stored of changed) written.set(stored.id, stored);
  for (const { id } of gone) written.delete(id);
  try {
    await storeDocuments(
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

const guard = restoreGuard(lastingStorage());

/** Restores one document under guard; null when it is open. */
function restoreGuarded(stored: KeptDocument): Lost | null {
  const { fileName, original } = stored;
  guard.begins(stored.id);
  try {
    const lost = reopen(stored);
    if (lost === null) written.set(stored.id, stored);
    return lost;
  } catch (error) {
    return { fileName, fault: error instanceof Error ? error.message : String(error), original };
  } finally {
    guard.isDone(stored.id);
  }
}

/** Brings a restored document to the front; it is under guard until it has been painted. */
function bringToFront(id: string): void {
  guard.begins(id);
  activateDocument(id);
  whenPainted(() => guard.isDone(id));
}

/** The bytes of a stored document, for who wants to keep it elsewhere. */
function copyOf(stored: KeptDocument): Uint8Array | null {
  if (stored.edited === null) return stored.original;
  return stored.kind === 'model' ? writeModel(stored.edited) : writeTemplate(stored.edited);
}

/** The page hung while it brought this document back last time: what becomes of it is the user's to say. */
function tellHeldBack(stored: KeptDocument): void {
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
        const bytes = copyOf(stored);
        if (bytes !== null) download(stored.fileName, bytes, 'application/octet-stream');
      },
    },
  });
}

/** Brings back the documents of this browser tab, and those of tabs that are gone (closed or crashed). */
async function restoreAll(): Promise<void> {
  const living = await livingSessions();
  const all = await storedDocuments(partsOf(await database()));
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
  // After a crash the views can be asked to stay away from the documents.
  const away = location.hash === START_PAGE;
  if (away) history.replaceState(null, '', location.pathname + location.search);
  const front = mine.find((stored) => stored.active && stored.session === tab);
  const open = session.getState().documents.some((one) => one.id === front?.id);
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
