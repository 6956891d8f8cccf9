import { activateDocument, notify, session } from '../store/index.ts';
import { download } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { database } from './database.ts';
import { documentStores } from './document-stores.ts';
import { concerns, keptOf } from './keep.ts';
import { Keeper } from './keeper.ts';
import type { KeptDocument, RestoredDocument } from './records.ts';
import { type Lost, leftOf, reopen, tellLost } from './reopen.ts';
import { lastingStorage, restoreGuard, whenPainted } from './restore-guard.ts';
import { discardDocuments } from './store-documents.ts';
import { storedDocuments } from './stored-documents.ts';
import { alone, claimSession, livingSessions } from './tab-session.ts';
import { writePace } from './write-pace.ts';

/** Addresses that open on the start page whatever was in front before; who shows the help tidies its own. */
const AWAY = /^#(start|help)$/;

let tab = '';

const keeping = new Keeper(async () => documentStores(await database()));

function records(): readonly KeptDocument[] {
  const { documents, activeId } = session.getState();
  return documents.map((open, order) => keptOf(open, { session: tab, order, active: open.id === activeId }));
}

let writing: Promise<unknown> = Promise.resolve();
let told = false;

/** Milliseconds until a refused write is tried again when nothing changes: there may be room by then. */
const AGAIN = 10_000;
let again: number | undefined;

/** Stores at once what changed since the last time. Answers whether all is stored; if it is not, that was told. */
export const flush = (): Promise<boolean> => store(false);

/** `leaving`: the page goes, or may go without a further word. */
async function store(leaving: boolean): Promise<boolean> {
  pace.settled();
  const now = keeping.write(records, leaving).then(
    () => {
      told = false;
      return true;
    },
    (error: unknown) => {
      clearTimeout(again);
      again = window.setTimeout(pace.change, AGAIN);
      if (told) return false;
      told = true;
      const full = error instanceof DOMException && error.name === 'QuotaExceededError';
      notify({
        tone: 'error',
        text: full ? words.files.keeping.full : words.files.keeping.forbidden,
        wrong: 'fault:not-stored',
        details: [error instanceof Error ? error.message : String(error)],
      });
      return false;
    },
  );
  const before = writing;
  writing = Promise.all([before, now]);
  await before;
  return now;
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
async function restoreGuarded(restored: RestoredDocument): Promise<Lost | null> {
  const { id, fileName, original, session: owner, order, active } = restored;
  guard.begins(id);
  try {
    const reopened = await reopen(restored);
    if ('lost' in reopened) return reopened.lost;
    const open = session.getState().documents.find((one) => one.id === id);
    if (open !== undefined) keeping.adopt(keptOf(open, { session: owner, order, active }), reopened.stored);
    return null;
  } catch (error) {
    return {
      id,
      fileName,
      fault: error instanceof Error ? error.message : String(error),
      original,
      rest: null,
    };
  } finally {
    guard.isDone(id);
  }
}

/** Removes all that is stored of documents that did not come back. */
const discard = async (ids: readonly string[]): Promise<void> =>
  discardDocuments(documentStores(await database()), ids);

/** Brings a restored document to the front; it is under guard until it has been painted. */
function bringToFront(id: string): void {
  guard.begins(id);
  activateDocument(id);
  whenPainted(() => guard.isDone(id));
}

/** The page hung while it brought this document back last time: what becomes of it is the user's to say. */
function tellHeldBack(stored: RestoredDocument): void {
  notify({
    tone: 'warning',
    text: words.files.keeping.heldBack({ file: stored.fileName }),
    wrong: 'fault:not-restored',
    action: {
      label: words.files.keeping.openAnyway,
      run: async () => {
        const lost = await restoreGuarded(stored);
        if (lost === null) bringToFront(stored.id);
        else tellLost([lost], discard);
      },
    },
    otherAction: {
      label: words.files.keeping.saveCopy,
      run: async () => {
        const bytes = await leftOf({ original: stored.original, rest: stored });
        if (bytes !== null) download(stored.fileName, bytes, 'application/octet-stream');
      },
    },
  });
}

/** Brings back the documents of this browser tab, and those of tabs that are gone (closed or crashed). */
async function restoreAll(): Promise<void> {
  const living = await livingSessions();
  const all = await storedDocuments(documentStores(await database()));
  const isMine = (owner: string | null): boolean => owner === null || owner === tab || !living.has(owner);
  const damaged = all.flatMap((stored) =>
    stored.sound || !isMine(stored.damaged.session) ? [] : [{ ...stored.damaged, id: stored.id }],
  );
  const mine = all
    .flatMap((stored) => (stored.sound ? [stored.restored] : []))
    .filter((kept) => isMine(kept.session))
    .sort((a, b) => Number(a.session !== tab) - Number(b.session !== tab) || a.order - b.order);
  const unread: Lost[] = [];
  for (const stored of mine) {
    if (guard.isSuspect(stored.id)) tellHeldBack(stored);
    else unread.push(...[await restoreGuarded(stored)].filter((lost) => lost !== null));
  }
  tellLost([...damaged, ...unread], discard);
  // After a crash the views can be asked to stay away from the documents.
  const away = AWAY.exec(location.hash);
  if (away?.[1] === 'start') history.replaceState(null, '', location.pathname + location.search);
  const front = mine.find((stored) => stored.active && stored.session === tab);
  const open = session.getState().documents.some((one) => one.id === front?.id);
  if (open && away === null && front !== undefined) bringToFront(front.id);
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
    if (document.visibilityState === 'hidden') void store(true);
  });
  window.addEventListener('pagehide', () => void store(true));
}
