import { useRef } from 'react';

/**
 * A menu gives the focus back when it has closed: what is chosen in it runs behind that, so that an editor, a list
 * or a dialog that it opens keeps the focus. `onCloseAutoFocus` goes on the menu's content.
 */
export function useAfterClose(): {
  readonly choose: (run: () => void) => void;
  readonly onCloseAutoFocus: (event: Event) => void;
} {
  const chosen = useRef<(() => void) | null>(null);
  return {
    choose: (run) => {
      chosen.current = run;
    },
    onCloseAutoFocus: (event) => {
      const run = chosen.current;
      if (run === null) return;
      chosen.current = null;
      event.preventDefault();
      run();
    },
  };
}
