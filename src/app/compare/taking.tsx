import { useState } from 'react';
import type { Difference } from '../../core/compare/index.ts';
import { findElementType, type TypeId } from '../../core/document/index.ts';
import { type TakenOver, takeOver, turnedRound } from '../../core/session/index.ts';
import {
  announce,
  commit,
  explain,
  isLastStep,
  type OpenModel,
  type OtherModel,
  type StepOf,
  setDialog,
  undoStep,
  useSession,
} from '../store/index.ts';
import { Button, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { type CompareRow, filtered } from './rows.ts';
import type { Comparison } from './use-comparison.ts';

const { compare: said } = laterWords;

/** What was taken over last; the step is null where nothing was, which the text says. */
interface Last {
  readonly text: string;
  readonly step: StepOf | null;
}

interface Taking {
  readonly open: OpenModel;
  readonly other: OtherModel;
  /** Whether the open model is the one before. */
  readonly swapped: boolean;
  readonly comparison: Comparison;
}

/** Of some differences those that can be taken over: a template goes as a whole, and what only follows comes along. */
const takeable = (differences: readonly Difference[]): readonly Difference[] =>
  differences.filter(({ group, changes }) => group !== 'template' && changes.length > 0);

const differencesIn = (row: CompareRow): readonly Difference[] =>
  row.kind === 'group' ? row.differences : [row.difference];

/** Takes differences over into the open model as one step. */
function take({ open, other, swapped, comparison }: Taking, wanted: readonly Difference[]): Last {
  const own = comparison.differences.filter(({ group }) => group !== 'template');
  const all = swapped ? own : turnedRound(own);
  const ids = new Set(wanted.map(({ id }) => id));
  const taken = takeOver(open.model, all, ids);
  if (taken.lacking.length > 0) return { text: said.lacking({ types: typeNames(taken, other) }), step: null };
  const { step } = commit(said.step, (model) => (model === open.model ? taken.model : model), {
    model: open.id,
  });
  const text = said.taken({ count: wanted.length, along: taken.along.length });
  announce(text);
  return { text, step };
}

const typeNames = ({ lacking }: TakenOver, { model }: OtherModel): string =>
  lacking.map((id: TypeId) => findElementType(model.template, id)?.name ?? id).join(', ');

/** The row that the cursor goes to when some differences are no longer there. */
function rowBehind({ rows, current }: Comparison, gone: ReadonlySet<string>): CompareRow | undefined {
  const at = current === undefined ? 0 : rows.indexOf(current);
  const stays = (row: CompareRow) => row.kind === 'difference' && !gone.has(row.key);
  return rows.slice(at + 1).find(stays) ?? rows.slice(0, at).findLast(stays);
}

/** What taking a difference over does to the open model. */
function doneHere({ type }: Difference, { swapped }: Taking): keyof typeof said.take {
  if (type !== 'added' && type !== 'removed') return 'changes';
  return (type === 'added') === swapped ? 'adds' : 'removes';
}

/** What can be done with the row that has the cursor. */
export function TakeButtons(taking: Taking) {
  const { open, other, comparison } = taking;
  const [last, setLast] = useState<Last | null>(null);
  const row = comparison.current;
  if (row === undefined) return <LastTaken last={last} />;
  const wanted = takeable(differencesIn(row));
  const listed = takeable(filtered(comparison.differences, comparison.filter));
  const onTake = (some: readonly Difference[]) => {
    const next = rowBehind(comparison, new Set(some.map(({ id }) => id)));
    const done = take(taking, some);
    setLast(done);
    if (done.step !== null && next !== undefined) comparison.goTo(next);
  };
  const group = row.kind === 'group' ? row.group : row.difference.group;
  const { template } = other.model;
  return (
    <>
      <div className="compare-take">
        {wanted.length > 0 && (
          <Button onClick={() => onTake(wanted)}>
            {row.kind === 'group'
              ? said.takeGroup({ name: other.name, count: wanted.length })
              : said.take[doneHere(row.difference, taking)]({ name: other.name })}
          </Button>
        )}
        {listed.length > wanted.length && (
          <Button tone="quiet" onClick={() => onTake(listed)}>
            {said.takeListed({ count: listed.length })}
          </Button>
        )}
        {wanted.length === 0 && group === 'template' && (
          <>
            <p className="hint">{said.ofTemplate}</p>
            <Button onClick={() => setDialog({ kind: 'change-template', model: open.id, template })}>
              {said.changeTemplate}
            </Button>
          </>
        )}
        {wanted.length === 0 && group !== 'template' && <p className="hint">{said.follows}</p>}
      </div>
      <LastTaken last={last} />
    </>
  );
}

function LastTaken({ last }: { readonly last: Last | null }) {
  const step = last?.step ?? null;
  const isLast = useSession((state) => step !== null && isLastStep(step, state));
  if (last === null || (step !== null && !isLast)) return null;
  if (step === null)
    return (
      <WrongText role="alert" className="compare-taken" onExplain={() => explain('choice:misfit')}>
        {last.text}
      </WrongText>
    );
  return (
    <p className="compare-taken">
      {last.text}{' '}
      <Button tone="quiet" onClick={() => undoStep(step)}>
        {said.undo}
      </Button>
    </p>
  );
}
