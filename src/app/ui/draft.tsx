import {
  type InputHTMLAttributes,
  type KeyboardEvent,
  type TextareaHTMLAttributes,
  useEffect,
  useState,
} from 'react';
import { useKeptText } from './kept-text.ts';

interface DraftProps {
  readonly value: string;
  /** Called with what was written when the field is left, or by Enter on one line; not where nothing changed. */
  readonly onLeave: (value: string) => void;
}

/**
 * A text that counts when it is whole, as a name that others go by: what it is on the way there would be taken for
 * another one. Escape gives the old one back.
 */
function useDraft({ value, onLeave }: DraftProps) {
  const [draft, setDraft] = useState<string | null>(null);
  // What an undo puts back must be seen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever the value is now, it is another one
  useEffect(() => setDraft(null), [value]);
  const leave = () => {
    if (draft === null) return;
    setDraft(null);
    if (draft !== value) onLeave(draft);
  };
  useKeptText(draft === null ? null : leave);
  return {
    value: draft ?? value,
    onChange: ({ target }: { target: { value: string } }) => setDraft(target.value),
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Enter' && event.currentTarget instanceof HTMLInputElement) leave();
      else if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation();
        setDraft(null);
      }
    },
  };
}

type Own = 'value' | 'onChange' | 'onBlur' | 'onKeyDown';

/** One line of text that counts when it is left. */
export function DraftField({
  value,
  onLeave,
  ...rest
}: DraftProps & Omit<InputHTMLAttributes<HTMLInputElement>, Own>) {
  return <input type="text" className="input" {...rest} {...useDraft({ value, onLeave })} />;
}

/** Several lines of text that count when they are left. */
export function DraftArea({
  value,
  onLeave,
  ...rest
}: DraftProps & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>) {
  return <textarea className="input textarea" rows={3} {...rest} {...useDraft({ value, onLeave })} />;
}
