import { useEffect } from 'react';

let keep: (() => void) | null = null;

/** For a field whose text is kept when it is left: `run` keeps it, leaves the field and places the focus. */
export function useKeptText(run: () => void): void {
  useEffect(() => {
    keep = run;
    return () => {
      if (keep === run) keep = null;
    };
  }, [run]);
}

/** Keeps what is being written now, before what would go past it: a save by keys, or the page that goes. */
export const keepText = (): void => keep?.();
