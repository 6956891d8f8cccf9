import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';

/** Something that can be written at a place of a text instead of what stands there from `start` to `end`. */
export interface Completion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
  /** Said beside the label; the text when absent. */
  readonly hint?: string;
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface Asked {
  readonly text: string;
  /** What can follow at a place of a text, best first. */
  readonly completionsAt: (text: string, caret: number) => readonly Completion[];
  readonly onText: (text: string) => void;
  /** Whether the first is chosen as soon as it is offered: then Enter takes it. */
  readonly eager?: boolean;
}

/** What can follow at the caret of a field: by the arrows and Enter, or by a click. Ctrl+Space asks for it. */
export function useCompletions<E extends TextElement>({ text, completionsAt, onText, eager = true }: Asked) {
  const field = useRef<E>(null);
  const listId = useId();
  const [offered, setOffered] = useState<readonly Completion[]>([]);
  const [active, setActive] = useState(-1);
  const close = () => setOffered([]);
  const offer = (value: string, caret: number) => {
    setOffered(completionsAt(value, caret));
    setActive(eager ? 0 : -1);
  };
  const take = (completion: Completion) => {
    const next = text.slice(0, completion.start) + completion.text + text.slice(completion.end);
    const caret = completion.start + completion.text.length;
    onText(next);
    close();
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret, caret);
    });
  };
  /** Whether the key was one of the list's. */
  const onKeyDown = (event: KeyboardEvent<E>): boolean => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      offer(text, event.currentTarget.selectionStart ?? text.length);
      return true;
    }
    if (offered.length === 0) return false;
    const chosen = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      setActive(active < 0 && by < 0 ? offered.length - 1 : (active + by + offered.length) % offered.length);
      return true;
    }
    if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) {
      event.preventDefault();
      take(chosen);
      return true;
    }
    if (event.key !== 'Escape') return false;
    event.preventDefault();
    event.stopPropagation();
    close();
    return true;
  };
  /** What the field says of the list to those who do not see it. */
  const said = {
    'aria-autocomplete': 'list',
    'aria-controls': listId,
    'aria-activedescendant': offered.length > 0 && active >= 0 ? `${listId}-${active}` : undefined,
  } as const;
  const list: CompletionListProps = { id: listId, offered, active, onTake: take };
  return { field: field as RefObject<E | null>, said, list, offer, close, onKeyDown };
}

export interface CompletionListProps {
  readonly id: string;
  readonly offered: readonly Completion[];
  readonly active: number;
  readonly onTake: (completion: Completion) => void;
}

/** The list below the field. */
export function CompletionList({
  id,
  label,
  offered,
  active,
  onTake,
}: CompletionListProps & { readonly label: string }) {
  return (
    <div id={id} role="listbox" aria-label={label} className="completions" hidden={offered.length === 0}>
      {offered.map((completion, index) => (
        <div
          key={completion.text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(completion)}
          onKeyDown={undefined}
        >
          <span>{completion.label}</span>
          <span className="hint">{completion.hint ?? completion.text}</span>
        </div>
      ))}
    </div>
  );
}
