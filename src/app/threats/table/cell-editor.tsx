import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useKeptText } from '../../ui/index.ts';

/** What follows when a cell has been written: the list again, or the next cell that is typed in, or the one before. */
export type Then = 'list' | 'next' | 'before' | 'nothing';

interface CellEditorProps {
  readonly label: string;
  readonly value: string;
  /** The text as it was written; null when it was given up. */
  readonly onDone: (text: string | null, then: Then) => void;
}

/** A field over a cell: Enter keeps what was typed, Tab keeps it and goes on, Escape gives it up. */
export function CellEditor({ label, value, onDone }: CellEditorProps) {
  const [text, setText] = useState(value);
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  const finish = (kept: string | null, then: Then): void => {
    if (done.current) return;
    done.current = true;
    onDone(kept, then);
  };
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  useKeptText(text === value ? null : () => finish(text, 'list'));
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    // What is being composed has the keys.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish(null, 'list');
    else if (event.key === 'Tab') finish(text, event.shiftKey ? 'before' : 'next');
    else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) finish(text, 'list');
    else return;
    event.preventDefault();
  };
  return (
    <textarea
      ref={field}
      className="input textarea table-editor"
      rows={1}
      aria-label={label}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(text, 'nothing')}
    />
  );
}
