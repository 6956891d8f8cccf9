import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import type { Diagram, Model } from '../../../core/document/index.ts';
import { closePopup, type Popup, useLive } from '../live.ts';
import { canvasPort, focusCanvas, toClient } from '../view.ts';
import { type Choice, choicesFor } from './choices.ts';
import { matchScore } from './match.ts';

interface PopupsProps {
  readonly diagram: Diagram;
  readonly model: Model | null;
}

/** The searchable list that floats over the canvas: stencils, targets, types or elements. */
export function Popups({ diagram, model }: PopupsProps) {
  const popup = useLive((state) => state.popup);
  if (popup === null || model === null) return null;
  return <List key={JSON.stringify(popup)} popup={popup} diagram={diagram} model={model} />;
}

const WIDTH = 260;
const HEIGHT = 320;

/** Where the list opens, in pixels from the canvas' corner: near what it is about, but inside. */
function placeOf(popup: Popup, diagram: Diagram): { left: number; top: number } {
  const frame = canvasPort()?.element.getBoundingClientRect();
  if (frame === undefined) return { left: 16, top: 16 };
  const anchor = anchorOf(popup, diagram);
  if (anchor === null) return { left: Math.max(8, frame.width / 2 - WIDTH / 2), top: 24 };
  const client = toClient(anchor);
  return {
    left: Math.max(8, Math.min(client.x - frame.left + 8, frame.width - WIDTH - 8)),
    top: topOf(client.y - frame.top, frame.height),
  };
}

/** Below the place, above it where that has no room, else as low as it fits. */
function topOf(at: number, height: number): number {
  if (at + 8 + HEIGHT + 8 <= height) return Math.max(8, at + 8);
  if (at - 8 - HEIGHT >= 8) return at - 8 - HEIGHT;
  return Math.max(8, height - HEIGHT - 8);
}

function anchorOf(popup: Popup, diagram: Diagram): { x: number; y: number } | null {
  switch (popup.kind) {
    case 'insert':
      return popup.at;
    case 'connect': {
      const shape = diagram.shapes.find((candidate) => candidate.id === popup.from);
      return shape === undefined ? null : { x: shape.left, y: shape.top + shape.height };
    }
    case 'type': {
      const shape = diagram.shapes.find((candidate) => popup.ids.includes(candidate.id));
      const line = diagram.lines.find((candidate) => popup.ids.includes(candidate.id));
      if (shape !== undefined) return { x: shape.left + shape.width, y: shape.top };
      return line?.handle ?? null;
    }
    case 'find':
      return null;
    default:
      return popup satisfies never;
  }
}

function List({
  popup,
  diagram,
  model,
}: {
  readonly popup: Popup;
  readonly diagram: Diagram;
  readonly model: Model;
}) {
  const [chosen, setChosen] = useState('');
  const [place] = useState(() => placeOf(popup, diagram));
  const [query, setQuery] = useState(popup.kind === 'insert' ? popup.query : '');
  const { title, hint, choices } = choicesFor(popup, diagram, model);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    // The letter that opened the list is already typed: go on behind it.
    input.current?.setSelectionRange(input.current.value.length, input.current.value.length);
  }, []);
  const byValue = (value: string): Choice | undefined => choices.find((choice) => choice.value === value);
  const run = (choice: Choice, alt: boolean) => {
    closePopup();
    focusCanvas();
    choice.run(alt);
  };
  useEffect(() => {
    choices.find((choice) => choice.value === chosen)?.aim?.();
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the list inside, which is the widget
    <div
      className="canvas-popup nopan nowheel"
      style={place}
      onKeyDownCapture={(event) => {
        // Before the list sees it: it knows Enter only.
        if (event.key !== 'Enter' || !event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        const choice = byValue(chosen);
        if (choice !== undefined) run(choice, true);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          event.preventDefault();
          closePopup();
          focusCanvas();
        } else if (event.key === 'Tab') {
          event.preventDefault();
        }
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) closePopup();
      }}
    >
      <Command
        label={title}
        value={chosen}
        onValueChange={setChosen}
        loop
        // The value is an id: only the words count.
        filter={(_value, typed, words) => matchScore(words ?? [], typed)}
      >
        <Command.Input
          ref={input}
          className="canvas-popup-input"
          placeholder={title}
          value={query}
          onValueChange={setQuery}
        />
        <Command.List className="canvas-popup-list">
          <Command.Empty className="canvas-popup-empty">Nothing found</Command.Empty>
          {choices.map((choice) => (
            <Command.Item
              key={choice.value}
              value={choice.value}
              keywords={[choice.label, choice.detail]}
              className="canvas-popup-item"
              onSelect={() => run(choice, false)}
            >
              <span>{choice.label}</span>
              <small>{choice.detail}</small>
            </Command.Item>
          ))}
        </Command.List>
        {hint !== '' && <p className="canvas-popup-hint">{hint}</p>}
      </Command>
    </div>
  );
}
