import { browserStorage } from './kept.ts';

type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Something that comes once in a browser. */
export interface Once {
  readonly came: () => boolean;
  /** It comes now: never again, where the browser keeps that, else not again in this session of the tab. */
  readonly comes: () => void;
}

/** Undefined where the tab has none, as in Node, or the user forbids it. */
function tabStorage(): Store | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/**
 * Remembers by a name of the storage that something came. Private windows and full disks refuse to write: the storage
 * of the tab has it then, and this page itself where that refuses, too.
 */
export function once(
  name: string,
  lasting: () => Store | undefined = browserStorage,
  passing: () => Store | undefined = tabStorage,
): Once {
  let came = false;
  const isIn = (store: Store | undefined): boolean => {
    try {
      return store !== undefined && store.getItem(name) !== null;
    } catch {
      return false;
    }
  };
  const put = (store: Store | undefined): boolean => {
    try {
      store?.setItem(name, '1');
    } catch {
      return false;
    }
    return isIn(store);
  };
  return {
    came: () => came || isIn(lasting()) || isIn(passing()),
    comes: () => {
      came = true;
      if (!put(lasting())) put(passing());
    },
  };
}
