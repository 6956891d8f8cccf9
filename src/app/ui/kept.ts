/** Undefined where there is none (Node), or where the user forbids it: naming it throws then. */
export function browserStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

type Store = Pick<Storage, 'getItem' | 'setItem'>;

const VERSION = 1;

/** What was kept under a name; undefined when there is nothing, or what another version has kept. */
export function readKept(name: string, storage: Store | undefined = browserStorage()): unknown {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(name) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('version' in stored) || !('kept' in stored))
      return undefined;
    return stored.version === VERSION ? stored.kept : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something on this machine, and tells whether it is kept: a full or forbidden storage is not worth a message. */
export function writeKept(
  name: string,
  kept: unknown,
  storage: Store | undefined = browserStorage(),
): boolean {
  try {
    storage?.setItem(name, JSON.stringify({ version: VERSION, kept }));
    return storage !== undefined;
  } catch {
    // Private windows refuse storage: the choice then lasts for this tab.
    return false;
  }
}
