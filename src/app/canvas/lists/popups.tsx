import { Command } from 'cmdk';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Diagram, Model } from '../../../core/document/index.ts';
import { type ModelPoint, modelPoint } from '../../../core/geometry/index.ts';
import { useActiveDescendant } from '../../ui/index.ts';
import type { Canvas } from '../base/canvas.ts';
import type { Popup } from '../base/live.ts';
import { closePopup } from '../base/showing.ts';
import { useCanvas, useLive } from '../base/use-canvas.ts';
import { focusCanvas, toClient } from '../base/view.ts';
import { type Choice, choicesFor } from './choices.ts';
import { bestMatches } from './match.ts';

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

/** Choices shown at once. */
const SHOWN = 60;
const WIDTH = 260;
const HEIGHT = 320;

/** Where the list opens, in pixels from the canvas' corner: near what it is about, but inside. */
function placeOf(canvas: Canvas, popup: Popup, diagram: Diagram): { left: number; top: number } {
  const frame = canvas.port?.frame();
  if (frame === undefined) return { left: 16, top: 16 };
  const anchor = anchorOf(popup, diagram);
  if (anchor === null) return { left: Math.max(8, frame.width / 2 - WIDTH / 2), top: 24 };
  const client = toClient(canvas, anchor);
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

function anchorOf(popup: Popup, diagram: Diagram): ModelPoint | null {
  switch (popup.kind) {
    case 'insert':
      return popup.at;
    case 'connect': {
      const shape = diagram.shapes.find((candidate) => candidate.id === popup.from);
      return shape === undefined ? null : modelPoint(shape.left, shape.top + shape.height);
    }
    case 'reattach': {
      const end = diagram.lines.find((candidate) => candidate.id === popup.flow)?.[popup.end];
      return end === undefined ? null : modelPoint(end.x, end.y);
    }
    case 'type': {
      const shape = diagram.shapes.find((candidate) => popup.ids.includes(candidate.id));
      const line = diagram.lines.find((candidate) => popup.ids.includes(candidate.id));
      if (shape !== undefined) return modelPoint(shape.left + shape.width, shape.top);
      return line === undefined ? null : modelPoint(line.handle.x, line.handle.y);
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
  const canvas = useCanvas();
  const [moved, setMoved] = useState('');
  const [place] = useState(() => placeOf(canvas, popup, diagram));
  const [query, setQuery] = useState(popup.kind === 'insert' ? popup.query : '');
  const { title, hint, choices } = useMemo(
    () => choicesFor(canvas, popup, diagram, model),
    [canvas, popup, diagram, model],
  );
  const found = useMemo(() => bestMatches(choices, query), [choices, query]);
  // A list of a thousand elements is searched, not read: more than this only slows the typing down.
  const shown = found.slice(0, SHOWN);
  const byValue = (value: string): Choice | undefined => shown.find((choice) => choice.value === value);
  // The best answer is chosen until the user moves.
  const chosen = byValue(moved) ?? shown[0];
  const root = useRef<HTMLDivElement>(null);
  useActiveDescendant(root);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    // The letter that opened the list is already typed: go on behind it.
    input.current?.setSelectionRange(input.current.value.length, input.current.value.length);
  }, []);
  const help = chosen?.hint ?? hint;
  const run = (choice: Choice, alt: boolean) => {
    closePopup(canvas);
    focusCanvas(canvas);
    choice.run(alt);
  };
  useEffect(() => {
    chosen?.aim?.();
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the list inside, which is the widget
    <div
      ref={root}
      className="canvas-popup nopan nowheel"
      // A canvas lower than the list shortens it.
      style={{ ...place, maxHeight: `calc(100% - ${place.top + 8}px)` }}
      onKeyDownCapture={(event) => {
        // Before the list sees it: it knows Enter only.
        if (event.key !== 'Enter' || !event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        if (chosen !== undefined) run(chosen, true);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          closePopup(canvas);
          focusCanvas(canvas);
        } else if (event.key === 'Tab') {
          event.preventDefault();
        }
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) closePopup(canvas);
      }}
    >
      <Command label={title} value={chosen?.value ?? ''} onValueChange={setMoved} loop shouldFilter={false}>
        <Command.Input
          ref={input}
          className="canvas-popup-input"
          placeholder={title}
          value={query}
          onValueChange={(text) => {
            setQuery(text);
            setMoved('');
          }}
        />
        <Command.List className="canvas-popup-list" label={title}>
          {shown.map((choice) => (
            <Command.Item
              key={choice.value}
              value={choice.value}
              className="canvas-popup-item"
              onSelect={() => run(choice, false)}
            >
              <span>{choice.label}</span>
              <small>{choice.detail}</small>
            </Command.Item>
          ))}
        </Command.List>
        {/* Beside the list: there may be nothing but options in it. */}
        {found.length === 0 && (
          <p className="canvas-popup-empty" role="status">
            Nothing found
          </p>
        )}
        {found.length > shown.length && (
          <p className="canvas-popup-hint">
            {shown.length} of {found.length}. Type to narrow down.
          </p>
        )}
        {help !== '' && <p className="canvas-popup-hint">{help}</p>}
      </Command>
    </div>
  );
}
