/** Several browser tabs can have models open: each owns its own, by an id that it keeps over a reload. */

const KEY = 'trustline.session';
const LOCK = 'trustline-session-';
/** Milliseconds that a reloaded page may need to let go of its lock. */
const RELOAD = 1000;

function storedId(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Holds the lock of a session until the page goes; false when another tab keeps it. */
function hold(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(LOCK + id, { signal: AbortSignal.timeout(RELOAD) }, () => {
        resolve(true);
        return new Promise(() => undefined);
      })
      .catch(() => resolve(false));
  });
}

/** The id of this tab. A duplicated tab copies the id of the first one, finds it taken and gets its own. */
export async function claimSession(): Promise<string> {
  const stored = storedId();
  const id = stored !== null && (await hold(stored)) ? stored : crypto.randomUUID();
  if (id !== stored) await hold(id);
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Then a reload comes back as a new tab and adopts what this one left.
  }
  return id;
}

/** The ids of the tabs that are open now. */
export async function livingSessions(): Promise<ReadonlySet<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name = '' }) => name.slice(LOCK.length)));
}

/** Runs something while no other tab runs its own. */
export const alone = (run: () => Promise<void>): Promise<void> =>
  navigator.locks.request('trustline-alone', run);
