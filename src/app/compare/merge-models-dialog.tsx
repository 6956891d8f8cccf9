import './merge.css';
import { useMemo, useRef, useState } from 'react';
import { conflictLines, diffLines, diffModels, resolve } from '../../core/compare/index.ts';
import type { Model } from '../../core/document/index.ts';
import { brokenBy, mergeWhole, misfitOf } from '../../core/session/index.ts';
import { brokenWords } from '../../core/words/later.ts';
import {
  commit,
  explain,
  notify,
  type OpenModel,
  type OtherModel,
  type ReadModel,
  setDialog,
  useSession,
} from '../store/index.ts';
import { Button, Field, FoldedList, lastBegun, Modal, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { othersOf } from './others.ts';
import { Questions, useAnswers } from './questions.tsx';

const { mergeModels: said } = laterWords;

type Threats = 'follow' | 'keep';
const THREATS: readonly Threats[] = ['follow', 'keep'];

interface MergeModelsProps {
  readonly open: OpenModel;
  readonly readModel: ReadModel;
}

/** Merges another version of the model in front into it, as one step. */
export function MergeModelsDialog({ open, readModel }: MergeModelsProps) {
  const [theirs, setTheirs] = useState<OtherModel | null>(null);
  const [base, setBase] = useState<OtherModel | null>(null);
  const [threats, setThreats] = useState<Threats>('follow');
  // Answers are about the versions that they were given for: with another one the questions begin anew.
  const [round, setRound] = useState(0);
  const choosing = (set: (other: OtherModel) => void) => (other: OtherModel) => {
    set(other);
    setRound((before) => before + 1);
  };
  const close = () => setDialog(null);
  const chosen = { open, readModel };
  return (
    <Modal title={said.title({ file: open.fileName })} description={said.text} wide onClose={close}>
      <div className="dialog-parts">
        <ModelChoice {...chosen} label={said.theirs} value={theirs} onChoose={choosing(setTheirs)} />
        <ModelChoice {...chosen} label={said.base} value={base} onChoose={choosing(setBase)} />
        <Field label={said.threats}>
          {(id) => (
            <select
              id={id}
              className="input"
              value={threats}
              onChange={({ target }) => setThreats(THREATS.find((one) => one === target.value) ?? 'follow')}
            >
              {THREATS.map((one) => (
                <option key={one} value={one}>
                  {said.threatsAre[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {theirs !== null && base !== null ? (
        <Merge key={round} open={open} theirs={theirs} base={base} threats={threats} onClose={close} />
      ) : (
        <div className="modal-actions">
          <Button onClick={close}>{said.cancel}</Button>
        </div>
      )}
    </Modal>
  );
}

interface ModelChoiceProps extends MergeModelsProps {
  readonly label: string;
  readonly value: OtherModel | null;
  readonly onChoose: (other: OtherModel) => void;
}

/** One of the other versions: what is at hand, or a file. */
function ModelChoice({ open, readModel, label, value, onChoose }: ModelChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const documents = useSession((state) => state.documents);
  const known = othersOf(
    open,
    documents.filter((one) => one.kind === 'model'),
  );
  const at = known.findIndex(({ other }) => other.model === value?.model);
  const [begin] = useState(lastBegun);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const isLast = begin();
    const other = await readModel(file);
    if (other !== null && isLast()) onChoose(other);
  };
  return (
    <Field label={label}>
      {(id) => (
        <div className="merge-choice">
          <select
            id={id}
            className="input"
            value={value === null ? '' : at < 0 ? 'file' : String(at)}
            onChange={({ target }) => {
              const one = known[Number(target.value)];
              if (one === undefined) return;
              begin();
              onChoose(one.other);
            }}
          >
            {value === null && <option value="">{said.choose}</option>}
            {known.map(({ label: name }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and none moves
              <option key={index} value={index}>
                {name}
              </option>
            ))}
            {value !== null && at < 0 && <option value="file">{value.name}</option>}
          </select>
          <Button aria-label={said.fileOf({ what: label })} onClick={() => input.current?.click()}>
            {said.file}
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".tm7"
            aria-label={label}
            onChange={(event) => {
              void read(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      )}
    </Field>
  );
}

interface MergeProps {
  readonly open: OpenModel;
  readonly theirs: OtherModel;
  readonly base: OtherModel;
  readonly threats: Threats;
  readonly onClose: () => void;
}

/** The three versions merged, with the choices so far. */
function useMerge({ open, theirs, base, threats }: MergeProps) {
  const [choices, choose] = useAnswers();
  const three = useMemo(
    () => ({ base: base.model, ours: open.model, theirs: theirs.model }),
    [base.model, open.model, theirs.model],
  );
  const misfit = useMemo(() => misfitOf(three), [three]);
  const first = useMemo(
    () => (misfit === null ? mergeWhole(three, { threats }) : null),
    [three, threats, misfit],
  );
  const merged = useMemo(() => first && resolve(first, choices), [first, choices]);
  const questions = useMemo(
    () => (merged === null ? [] : conflictLines('model', merged.conflicts, [three.ours, three.theirs])),
    [merged, three],
  );
  return { three, misfit, merged, questions, choose };
}

const linesBetween = (before: Model, after: Model): readonly string[] =>
  diffLines(diffModels(before, after), before, after);

function Merge(props: MergeProps) {
  const { open, theirs, threats, onClose } = props;
  const { three, misfit, merged, questions, choose } = useMerge(props);
  const here = useMemo(() => linesBetween(three.base, three.ours), [three]);
  const there = useMemo(() => linesBetween(three.base, three.theirs), [three]);
  const apply = () => {
    if (merged === null) return;
    const broken = brokenBy(merged.document, three);
    if (broken.length > 0) {
      notify({
        tone: 'error',
        text: said.broken,
        details: broken.map(brokenWords),
        wrong: 'choice:merge',
      });
      return;
    }
    onClose();
    const { step } = commit(said.step, (model) => (model === three.ours ? merged.document : model), {
      model: open.id,
      threats,
    });
    const text = said.done({ file: open.fileName, other: theirs.name });
    notify({ tone: 'success', text, ...(step === null ? {} : { undoes: step }) });
  };
  const nothing = there.length === 0;
  return (
    <>
      <div className="dialog-parts">
        {misfit !== null && (
          <WrongText role="alert" onExplain={() => explain('choice:misfit')}>
            {said.misfits[misfit]}
          </WrongText>
        )}
        {misfit === null && nothing && <p role="status">{said.nothing}</p>}
        {merged !== null && !nothing && (
          <>
            <FoldedList text={said.differences({ file: open.fileName, count: here.length })} lines={here} />
            <FoldedList text={said.differences({ file: theirs.name, count: there.length })} lines={there} />
            <Questions conflicts={merged.conflicts} questions={questions} choose={choose} />
          </>
        )}
      </div>
      <div className="modal-actions">
        <Button onClick={onClose}>{said.cancel}</Button>
        {merged !== null && !nothing && (
          <Button tone="primary" onClick={apply}>
            {said.merge}
          </Button>
        )}
      </div>
    </>
  );
}
