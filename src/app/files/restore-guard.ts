/** Which models are being brought back: what freezes the page while it opens must not be opened again by itself. */
export interface RestoreGuard {
  /** Whether the last start set out to bring this model back and never got it on the screen. */
  readonly isSuspect: (id: string) => boolean;
  readonly begins: (id: string) => void;
  readonly isDone: (id: string) => void;
}

const KEY = 'trustline.restoring.';

/** `storage` outlives the page. Undefined where the browser forbids it: then every model comes back. */
export function restoreGuard(storage: Storage | undefined): RestoreGuard {
  const quietly = <T>(run: (storage: Storage) => T, otherwise: T): T => {
    try {
      return storage === undefined ? otherwise : run(storage);
    } catch {
      return otherwise;
    }
  };
  return {
    isSuspect: (id) => quietly((kept) => kept.getItem(KEY + id) !== null, false),
    begins: (id) => quietly((kept) => kept.setItem(KEY + id, '1'), undefined),
    isDone: (id) => quietly((kept) => kept.removeItem(KEY + id), undefined),
  };
}

/** Naming the storage throws where the user forbids it. */
export function lastingStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/**
 * Runs something once the diagram has been painted, or when the page is left before: a page that hangs does neither.
 */
export function whenPainted(run: () => void): void {
  const frames = { drawn: 0 };
  const look = (): void => {
    if (document.querySelector('[data-canvas], .canvas-none') !== null) frames.drawn++;
    // The first frame with the canvas is being made when it is seen; the next but one shows it.
    if (frames.drawn > 2) done();
    else requestAnimationFrame(look);
  };
  const done = (): void => {
    removeEventListener('pagehide', done);
    frames.drawn = Number.NEGATIVE_INFINITY;
    run();
  };
  addEventListener('pagehide', done);
  requestAnimationFrame(look);
}
