import { useRef, useState } from 'react';

const DIALOG = '[role="dialog"], [role="alertdialog"]';

/** Gives the keyboard to the canvas, when there is one. Returns whether there was. */
export function focusDiagram(): boolean {
  const canvas = document.querySelector<HTMLElement>('[data-canvas]');
  canvas?.focus({ preventScroll: true });
  return canvas !== null;
}

/** Where the user was before the dialogs that are open now: one may follow another. */
let origin: Element | null = null;

function rememberOrigin(): void {
  const focused = document.activeElement;
  if (focused?.closest(DIALOG) == null) origin = focused;
}

/**
 * A dialog that closes gives the focus back to where the user was when it opened, or to the canvas when that is
 * gone. `onCloseAutoFocus` goes on the dialog's content; what is given to `afterwards` runs behind that, so that
 * what it opens keeps the focus.
 */
export function useReturnFocus(): {
  readonly afterwards: (run: () => void) => void;
  readonly onCloseAutoFocus: (event: Event) => void;
} {
  // While it is drawn for the first time: an effect would find the focus in the dialog already.
  useState(rememberOrigin);
  const next = useRef<(() => void) | null>(null);
  return {
    afterwards: (run) => {
      next.current = run;
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      // Another dialog has taken its place, and the focus.
      if (document.querySelector(DIALOG) === null) {
        if (origin instanceof HTMLElement && origin.isConnected && origin !== document.body)
          origin.focus({ preventScroll: true });
        else focusDiagram();
      }
      next.current?.();
      next.current = null;
    },
  };
}
