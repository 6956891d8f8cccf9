import './import-dialog.css';
import { useMemo, useState } from 'react';
import { type Model, stateLabel } from '../../core/document/index.ts';
import {
  addOwnThreats,
  applyList,
  compareList,
  type ListChange,
  type ListComparison,
  type ListFault,
  type ListProblem,
  readThreatList,
  type ThreatList,
} from '../../core/lists/index.ts';
import {
  author,
  commit,
  explain,
  newGuid,
  notify,
  setDialog,
  useActiveModel,
  useSession,
} from '../store/index.ts';
import { Button, Field, FoldedList, Modal, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { listImport: said } = laterWords;

/** Asks for a list of the threats of the model in front, and shows what it would change before it does. */
export function ImportDialog() {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveModel();
  if (dialog?.kind !== 'import-list' || open === null) return null;
  return <Import model={open.model} fileName={open.fileName} />;
}

interface ImportProps {
  readonly model: Model;
  readonly fileName: string;
}

type Chosen =
  | { readonly kind: 'none' | 'reading' }
  | { readonly kind: 'fault'; readonly text: string }
  | { readonly kind: 'list'; readonly list: ThreatList };

function faultInWords(fault: ListFault): string {
  return 'most' in fault ? said.faults[fault.cause]({ most: fault.most }) : said.faults[fault.cause];
}

async function chosenList(file: File): Promise<Chosen> {
  try {
    const read = await readThreatList(new Uint8Array(await file.arrayBuffer()));
    if (read.ok) return { kind: 'list', list: read.value };
    return { kind: 'fault', text: faultInWords(read.error) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { kind: 'fault', text: said.faults.unreadable({ cause }) };
  }
}

function Import({ model, fileName }: ImportProps) {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'none' });
  return (
    <Modal
      title={said.title({ file: fileName })}
      description={said.about}
      wide
      onClose={() => setDialog(null)}
    >
      <Field label={said.choose}>
        {(id) => (
          <input
            id={id}
            type="file"
            className="input"
            accept=".csv,.tsv,.txt,.xlsx,text/csv"
            onChange={async ({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file === undefined) return;
              setChosen({ kind: 'reading' });
              setChosen(await chosenList(file));
            }}
          />
        )}
      </Field>
      {chosen.kind === 'reading' && <p role="status">{said.reading}</p>}
      {chosen.kind === 'fault' && (
        <WrongText role="alert" onExplain={() => explain('choice:refused')}>
          {chosen.text}
        </WrongText>
      )}
      {chosen.kind === 'list' ? (
        <Preview model={model} list={chosen.list} />
      ) : (
        <div className="modal-actions">
          <Button onClick={() => setDialog(null)}>{said.cancel}</Button>
        </div>
      )}
    </Modal>
  );
}

const explained = () => explain('choice:list');

function Preview({ model, list }: { readonly model: Model; readonly list: ThreatList }) {
  const [taking, setTaking] = useState({ texts: false, clearing: false, conflicts: false, own: false });
  const { texts, clearing } = taking;
  const found = useMemo(() => compareList(model, list, { texts, clearing }), [model, list, texts, clearing]);
  const conflicts = found.changes.filter(({ conflict }) => conflict);
  const changes = taking.conflicts ? found.changes : found.changes.filter(({ conflict }) => !conflict);
  const addable = found.lost.flatMap(({ own }) => own ?? []);
  const own = taking.own ? addable : [];
  const nothing = changes.length + own.length === 0;
  const take = () => {
    setDialog(null);
    commit(said.step, (before) =>
      addOwnThreats(applyList(before, changes, author()), own, author(), newGuid),
    );
    notify({ tone: 'success', text: said.done({ changes: changes.length, added: own.length }) });
  };
  const option = (name: keyof typeof taking, label: string) => (
    <label className="import-option">
      <input
        type="checkbox"
        checked={taking[name]}
        onChange={({ target }) => setTaking({ ...taking, [name]: target.checked })}
      />
      {label}
    </label>
  );
  return (
    <>
      <p role="status">
        {found.matched === 0 ? said.noMatch : said.found({ matched: found.matched, changes: changes.length })}
        {list.guessed && ` ${said.guessed}`}
      </p>
      <Changes changes={changes} />
      <FoldedList
        text={said.conflicts({ count: conflicts.length })}
        lines={conflicts.map((change) => changeInWords(change))}
        onExplain={explained}
      />
      {conflicts.length > 0 && option('conflicts', said.takeConflicts)}
      {option('texts', said.texts)}
      {option('clearing', said.clearing)}
      {addable.length > 0 && option('own', said.add({ count: addable.length }))}
      <Rest found={found} />
      <div className="modal-actions">
        <Button onClick={() => setDialog(null)}>{said.cancel}</Button>
        <Button tone="primary" disabled={nothing} onClick={take}>
          {said.take}
        </Button>
      </div>
    </>
  );
}

/** What the list has beside that. */
function Rest({ found: { problems, lost, unknownColumns } }: { readonly found: ListComparison }) {
  return (
    <>
      <FoldedList
        text={said.problems({ count: problems.length })}
        lines={problems.map((problem) => problemInWords(problem))}
        onExplain={explained}
      />
      <FoldedList
        text={said.lost({ count: lost.length })}
        lines={lost.map(({ line, title }) => said.lostLine({ line, title }))}
        onExplain={explained}
      />
      <FoldedList
        text={said.unknownColumns({ count: unknownColumns.length })}
        lines={unknownColumns}
        onExplain={explained}
      />
    </>
  );
}

/** As many changes are listed. */
const MOST = 200;

const shownValue = ({ field }: ListChange, value: string): string =>
  field.kind === 'state' ? stateLabel(value) : value;

function changeInWords(change: ListChange): string {
  const { id, title, column, before, after } = change;
  return `#${id} ${title}, ${column}: ${shownValue(change, before)} → ${shownValue(change, after)}`;
}

function problemInWords(problem: ListProblem): string {
  return problem.kind === 'twice' ? said.problem.twice(problem) : said.problem[problem.kind](problem);
}

function Changes({ changes }: { readonly changes: readonly ListChange[] }) {
  if (changes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="import-changes" tabIndex={0} aria-label={said.changesOf}>
      <table>
        <thead>
          <tr>
            {Object.entries(said.columns).map(([name, label]) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, MOST).map((change) => (
            <tr key={`${change.line} ${change.column}`}>
              <td>
                #{change.id} {change.title}
              </td>
              <td>{change.column}</td>
              <td>{shownValue(change, change.before)}</td>
              <td>{shownValue(change, change.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > MOST && <p className="hint">{said.more({ count: changes.length - MOST })}</p>}
    </section>
  );
}
