import './merge.css';
import { useId, useMemo, useState } from 'react';
import {
  type Choices,
  type Conflict,
  type ConflictSaid,
  conflictLines,
  diffLines,
  diffTemplates,
  namesakes,
  resolve,
  type Side,
} from '../../core/compare/index.ts';
import type { Template } from '../../core/document/index.ts';
import type { Listed } from '../../core/edit/index.ts';
import { keptTwice, listedThing, mergeKeepingBoth } from '../../core/session/index.ts';
import { laterWords as coreWords } from '../../core/words/later.ts';
import {
  commitTemplate,
  newGuid,
  notify,
  type OpenTemplate,
  setDialog,
  useActiveDocument,
  useSession,
} from '../store/index.ts';
import { Button, FoldedList, Modal } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';

const { merge: said } = laterWords;

/** Compares the template in front with another one, and takes that into it. */
export function MergeDialog() {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveDocument();
  if (dialog?.kind !== 'merge-template' || open?.kind !== 'template' || open.id !== dialog.into) return null;
  return <Merge open={open} other={dialog.template} base={dialog.base} />;
}

interface MergeProps {
  readonly open: OpenTemplate;
  readonly other: Template;
  /** A version that both come from, when one is known. */
  readonly base: Template | null;
}

const nameOf = ({ manifest: { name, version } }: Template): string => `${name} ${version}`;

/** What is different, what would become of it, and the choices so far. */
function useMerge({ open: { template: own }, other, base }: MergeProps) {
  const [choices, setChoices] = useState<Choices>({});
  const [both, setBoth] = useState<readonly Listed[]>([]);
  const lines = useMemo(() => diffLines(diffTemplates(own, other), own, other), [own, other]);
  const first = useMemo(
    () => mergeKeepingBoth({ base, ours: own, theirs: other }, both, newGuid),
    [base, own, other, both],
  );
  const merged = useMemo(() => resolve(first, choices), [first, choices]);
  const questions = useMemo(
    () => conflictLines('template', merged.conflicts, [own, other]),
    [merged, own, other],
  );
  const twice = useMemo(() => namesakes(own, other), [own, other]);
  const choose = (ids: readonly string[], side: Side) =>
    setChoices((before) => ({ ...before, ...Object.fromEntries(ids.map((id) => [id, side] as const)) }));
  const twins = useMemo(
    () => merged.conflicts.map((conflict) => keptTwice(conflict, { ours: own, theirs: other })),
    [merged, own, other],
  );
  const keep = (more: readonly Listed[]) => setBoth((before) => [...before, ...more]);
  const askAgain = (one: Listed) => setBoth((before) => before.filter((kept) => kept !== one));
  return { lines, merged, questions, twins, twice, choose, both, keep, askAgain };
}

function Merge(props: MergeProps) {
  const { open, other, base } = props;
  const { lines, merged, twice, both, askAgain, ...asked } = useMerge(props);
  const close = () => setDialog(null);
  const apply = () => {
    close();
    if (commitTemplate(said.step, () => merged.document))
      notify({ tone: 'success', text: said.done({ file: open.fileName, template: nameOf(other) }) });
  };
  const same = lines.length === 0;
  return (
    <Modal
      title={said.title({ file: open.fileName })}
      description={said.line({ from: nameOf(open.template), to: nameOf(other) })}
      wide
      onClose={close}
    >
      <div className="dialog-parts">
        {same && <p>{said.same({ to: nameOf(other) })}</p>}
        {base !== null && <p>{said.base({ base: nameOf(base) })}</p>}
        <FoldedList text={said.differences({ count: lines.length })} lines={lines} />
        <FoldedList
          text={said.namesakes({ count: twice.length })}
          lines={twice.map(({ of, ...names }) =>
            said.namesake({ kind: coreWords.changes.kinds[of], ...names }),
          )}
        />
        <KeptTwice template={other} both={both} onAsk={askAgain} />
        {!same && <Questions conflicts={merged.conflicts} {...asked} />}
      </div>
      <div className="modal-actions">
        <Button onClick={close}>{same ? said.close : said.cancel}</Button>
        {!same && (
          <Button tone="primary" autoFocus onClick={apply}>
            {said.merge}
          </Button>
        )}
      </div>
    </Modal>
  );
}

interface KeptTwiceProps {
  readonly template: Template;
  readonly both: readonly Listed[];
  readonly onAsk: (one: Listed) => void;
}

/** What both sides have under one id and is kept of both; each can be asked about again. */
function KeptTwice({ template, both, onAsk }: KeptTwiceProps) {
  if (both.length === 0) return null;
  return (
    <ul className="merge-kept" aria-label={said.keptTwice}>
      {both.map((one) => {
        const { kind, name } = listedThing(template, one);
        const what = said.kept({ kind: coreWords.changes.kinds[kind], name: name || one.id });
        return (
          <li key={`${one.list} ${one.id}`}>
            {what}{' '}
            <Button
              tone="quiet"
              aria-label={`${said.askAgain}: ${name || one.id}`}
              onClick={() => onAsk(one)}
            >
              {said.askAgain}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

interface QuestionsProps {
  readonly conflicts: readonly Conflict[];
  readonly questions: readonly ConflictSaid[];
  /** The thing that each is about, where both can be kept. */
  readonly twins: readonly (Listed | null)[];
  readonly choose: (ids: readonly string[], side: Side) => void;
  readonly keep: (both: readonly Listed[]) => void;
}

/** What the merge has to be told, one after the other or all at once. */
function Questions({ conflicts, questions, twins, choose, keep }: QuestionsProps) {
  if (conflicts.length === 0) return <p>{said.noConflicts}</p>;
  const heading = said.conflicts({ count: conflicts.length });
  const all = (side: Side) =>
    choose(
      conflicts.map(({ id }) => id),
      side,
    );
  return (
    <section aria-label={heading}>
      <h3>{heading}</h3>
      <p className="merge-all">
        <Button onClick={() => all('ours')}>{said.allOurs}</Button>
        <Button onClick={() => all('theirs')}>{said.allTheirs}</Button>
        {twins.some((one) => one !== null) && (
          <Button onClick={() => keep(eachOnce(twins))}>{said.allBoth}</Button>
        )}
      </p>
      {conflicts.slice(0, MOST).map(({ id, taken }, index) => {
        const one = questions[index];
        const twin = twins[index] ?? null;
        return (
          one && (
            <Question
              key={id}
              question={one}
              taken={taken}
              onChoose={(side) => choose([id], side)}
              onBoth={twin && (() => keep([twin]))}
            />
          )
        );
      })}
      {conflicts.length > MOST && <p>{words.ui.more({ count: conflicts.length - MOST })}</p>}
    </section>
  );
}

/** Several questions may be about one thing. */
const eachOnce = (things: readonly (Listed | null)[]): readonly Listed[] => [
  ...new Map(
    things.flatMap((one) => (one === null ? [] : [[`${one.list} ${one.id}`, one] as const])),
  ).values(),
];

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
