import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { words } from '../../words/index.ts';
import type { Choice } from './choices.ts';
import type { Asked } from './use-choices.ts';

interface ChoiceListProps {
  readonly asked: Asked;
  readonly onChoose: (choice: Choice) => void;
  /** It has the focus. */
  readonly onOpened: () => void;
}

/** The field to ask in, the answers below it, and what to know about them. Takes the focus when it comes. */
export function ChoiceList({ asked, onChoose, onOpened }: ChoiceListProps) {
  const { title, query, ask, shown, count, chosen, moveTo, hint } = asked;
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    // The letter that opened the list is already typed: go on behind it.
    input.current?.setSelectionRange(input.current.value.length, input.current.value.length);
    onOpened();
  }, []);
  return (
    <Command label={title} value={chosen?.value ?? ''} onValueChange={moveTo} loop shouldFilter={false}>
      <Command.Input
        ref={input}
        className="canvas-popup-input"
        placeholder={title}
        value={query}
        onValueChange={ask}
      />
      <Command.List className="canvas-popup-list" label={title}>
        {shown.map((choice) => (
          <Command.Item
            key={choice.value}
            value={choice.value}
            className="canvas-popup-item"
            onSelect={() => onChoose(choice)}
          >
            <span>{choice.label}</span>
            <small>{choice.detail}</small>
          </Command.Item>
        ))}
      </Command.List>
      {/* Beside the list: there may be nothing but options in it. */}
      {count === 0 && (
        <p className="canvas-popup-empty" role="status">
          {words.canvas.lists.nothing}
        </p>
      )}
      {count > shown.length && (
        <p className="canvas-popup-hint">
          {words.canvas.lists.narrow({ shown: shown.length, found: count })}
        </p>
      )}
      {hint !== '' && <p className="canvas-popup-hint">{hint}</p>}
    </Command>
  );
}
