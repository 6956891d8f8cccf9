import { useEffect, useRef } from 'react';

/** A key pressed while it is held back: what it was, not the event, which is over. */
const again = (event: KeyboardEvent): KeyboardEvent =>
  new KeyboardEvent('keydown', {
    key: event.key,
    code: event.code,
    shiftKey: event.shiftKey,
    bubbles: true,
    cancelable: true,
  });

const TAKES_TEXT = 'input, textarea, [contenteditable]';

/** Presses a key where the focus is now, with what the browser would do: a letter goes into a field. */
function press(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const free = target.dispatchEvent(again(event));
  // The only way to type as a person does, with the undo and the events of the field.
  if (free && [...event.key].length === 1 && target.matches(TAKES_TEXT))
    document.execCommand('insertText', false, event.key);
}

/** Keys that are held back for something that is on its way. */
interface HeldKeys {
  /** What the keys are for has the focus: they are pressed there, one after the other. */
  readonly release: () => void;
  /** Nobody waits for them any more. */
  readonly drop: () => void;
}

/**
 * Holds back the keys from now on: what they are for has been asked for and is still being fetched. Escape takes
 * the question back. Keys with Ctrl, Alt or Command are commands, and pass.
 */
function holdKeys(onEscape: () => void): HeldKeys {
  const held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') {
      drop();
      onEscape();
    } else held.push(event);
  };
  const drop = () => window.removeEventListener('keydown', hold, true);
  const release = async () => {
    for (let event = held.shift(); event !== undefined; event = held.shift()) {
      drop();
      press(event);
      // A menu moves its focus only when the event is over, and what is pressed meanwhile comes after these.
      window.addEventListener('keydown', hold, true);
      await new Promise((resolve) => setTimeout(resolve));
    }
    drop();
  };
  window.addEventListener('keydown', hold, true);
  return { release: () => void release(), drop };
}

/** Something that opens when it is asked for, and may have to be fetched first. */
interface Opening {
  readonly asked: boolean;
  readonly here: boolean;
  /** Takes the question back. Stays the same. */
  readonly onClose: () => void;
}

/** Holds the keys back for something that was asked for and is not there. Returns what it calls when it has the focus. */
export function useHeldKeys({ asked, here, onClose }: Opening): () => void {
  const held = useRef<HeldKeys | null>(null);
  const waits = asked && !here;
  useEffect(() => {
    if (waits) held.current = holdKeys(onClose);
  }, [waits, onClose]);
  useEffect(() => {
    if (!asked) held.current?.drop();
  }, [asked]);
  useEffect(() => () => held.current?.drop(), []);
  return () => held.current?.release();
}
