import { useEffect } from 'react';

let keep: (() => void) | null = null;

/** For a field whose text is kept when it is left: `run` keeps it; null while there is nothing to keep. */
export function useKeptText(run: (() => void) | null): void {
  useEffect(() => {
    if (run === null) return;
    keep = run;
    return () => {
      if (keep === run) keep = null;
    };
  }, [run]);
}

/** Keeps what is being written now, before what would go past it: a save by keys, or the page that goes. */
export const keepText = (): void => keep?.();
