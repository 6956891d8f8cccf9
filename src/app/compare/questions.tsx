import './merge.css';
import { type ReactNode, useId, useState } from 'react';
import type { Choices, Conflict, ConflictSaid, Side } from '../../core/compare/index.ts';
import { explain } from '../store/index.ts';
import { Button, ExplainButton } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';

const { merge: said } = laterWords;

type Choose = (ids: readonly string[], side: Side) => void;

/** The sides chosen for conflicts, by their ids, and what chooses. */
export function useAnswers(): readonly [Choices, Choose] {
  const [choices, setChoices] = useState<Choices>({});
  const choose: Choose = (ids, side) =>
    setChoices((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, side] as const)) }));
  return [choices, choose];
}

interface QuestionsProps {
  readonly conflicts: readonly Conflict[];
  /** The conflicts in words, in their order. */
  readonly questions: readonly ConflictSaid[];
  readonly choose: Choose;
  /** What keeps both sides of a conflict, by its place; null where only one can be kept. */
  readonly bothOf?: (index: number) => (() => void) | null;
  /** Another way to answer all of them. */
  readonly children?: ReactNode;
}

/** What the merge has to be told, one after the other or all at once. */
export function Questions({ conflicts, questions, choose, bothOf, children }: QuestionsProps) {
  const title = useId();
  if (conflicts.length === 0) return <p>{said.noConflicts}</p>;
  const heading = said.conflicts({ count: conflicts.length });
  const all = (side: Side) =>
    choose(
      conflicts.map(({ id }) => id),
      side,
    );
  return (
    <section aria-label={heading}>
      <div className="explained">
        <h3 id={title}>{heading}</h3>
        <ExplainButton about={title} onClick={() => explain('choice:question')} />
      </div>
      <p className="merge-all">
        <Button onClick={() => all('ours')}>{said.allOurs}</Button>
        <Button onClick={() => all('theirs')}>{said.allTheirs}</Button>
        {children}
      </p>
      {conflicts.slice(0, MOST).map(({ id, taken }, index) => {
        const one = questions[index];
        return (
          one && (
            <Question
              key={id}
              question={one}
              taken={taken}
              onChoose={(side) => choose([id], side)}
              onBoth={bothOf?.(index) ?? null}
            />
          )
        );
      })}
      {conflicts.length > MOST && <p>{words.ui.more({ count: conflicts.length - MOST })}</p>}
    </section>
  );
}

/** As many questions are shown. */
const MOST = 100;

interface QuestionProps {
  readonly question: ConflictSaid;
  readonly taken: Side;
  readonly onChoose: (side: Side) => void;
  /** Null where not both can be kept. */
  readonly onBoth: (() => void) | null;
}

function Question({ question: { what, ours, theirs }, taken, onChoose, onBoth }: QuestionProps) {
  const group = useId();
  const sides = [
    ['ours', ours],
    ['theirs', theirs],
  ] as const;
  return (
    <fieldset className="merge-question">
      <legend>{what}</legend>
      {sides.map(([side, value]) => (
        <label key={side}>
          <input type="radio" name={group} checked={taken === side} onChange={() => onChoose(side)} />
          <span className="merge-side">{said.sides[side]}</span> {value}
        </label>
      ))}
      {onBoth !== null && (
        <label>
          <input type="radio" name={group} checked={false} onChange={onBoth} />
          <span className="merge-side">{said.both}</span>
        </label>
      )}
    </fieldset>
  );
}
