import { useMemo, useState } from 'react';
import type { Diagram, Model } from '../../../core/document/index.ts';
import type { Popup } from '../base/live.ts';
import { useCanvas } from '../base/use-canvas.ts';
import { type Choice, choicesFor } from './choices.ts';
import { bestMatches } from './match.ts';

/** Choices shown at once. A list of a thousand elements is searched, not read: more only slow the typing down. */
const SHOWN = 60;

/** What is asked in a list, what it finds, and which answer is chosen: the best one until the user moves. */
export interface Asked {
  readonly title: string;
  readonly query: string;
  readonly ask: (text: string) => void;
  /** The answers that are shown, the best first. */
  readonly shown: readonly Choice[];
  /** How many answers there are. */
  readonly count: number;
  readonly chosen: Choice | undefined;
  /** Moves to the answer of that value. */
  readonly moveTo: (value: string) => void;
  /** What to know about the chosen answer, or about the list. */
  readonly hint: string;
}

export function useChoices(popup: Popup, diagram: Diagram, model: Model): Asked {
  const canvas = useCanvas();
  const [moved, moveTo] = useState('');
  const [query, setQuery] = useState(popup.kind === 'insert' ? popup.query : '');
  const { title, hint, choices } = useMemo(
    () => choicesFor(canvas, popup, diagram, model),
    [canvas, popup, diagram, model],
  );
  const found = useMemo(() => bestMatches(choices, query), [choices, query]);
  const shown = found.slice(0, SHOWN);
  const chosen = shown.find((choice) => choice.value === moved) ?? shown[0];
  const ask = (text: string) => {
    setQuery(text);
    moveTo('');
  };
  return { title, query, ask, shown, count: found.length, chosen, moveTo, hint: chosen?.hint ?? hint };
}
