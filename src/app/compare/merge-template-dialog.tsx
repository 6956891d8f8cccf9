import './merge.css';
import { useMemo, useState } from 'react';
import { conflictLines, diffLines, diffTemplates, namesakes, resolve } from '../../core/compare/index.ts';
import type { Template } from '../../core/document/index.ts';
import type { Listed } from '../../core/edit/index.ts';
import { keptTwice, listedThing, mergeKeepingBoth } from '../../core/session/index.ts';
import { laterWords as coreWords } from '../../core/words/later.ts';
import {
  commitTemplate,
  explain,
  newGuid,
  notify,
  type OpenTemplate,
  setDialog,
  useActiveDocument,
  useSession,
} from '../store/index.ts';
import { Button, FoldedList, Modal } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Questions, useAnswers } from './questions.tsx';

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
  const [choices, choose] = useAnswers();
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
  const { lines, merged, twice, both, askAgain, questions, twins, choose, keep } = useMerge(props);
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
          onExplain={() => explain('choice:question')}
        />
        <KeptTwice template={other} both={both} onAsk={askAgain} />
        {!same && (
          <Questions
            conflicts={merged.conflicts}
            questions={questions}
            choose={choose}
            bothOf={(index) => {
              const twin = twins[index] ?? null;
              return twin && (() => keep([twin]));
            }}
          >
            {twins.some((one) => one !== null) && (
              <Button onClick={() => keep(eachOnce(twins))}>{said.allBoth}</Button>
            )}
          </Questions>
        )}
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

/** Several questions may be about one thing. */
const eachOnce = (things: readonly (Listed | null)[]): readonly Listed[] => [
  ...new Map(
    things.flatMap((one) => (one === null ? [] : [[`${one.list} ${one.id}`, one] as const])),
  ).values(),
];
