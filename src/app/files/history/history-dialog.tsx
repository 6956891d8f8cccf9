import './history.css';
import { useState } from 'react';
import {
  announce,
  explain,
  modelIn,
  type OpenModel,
  session,
  setDialog,
  useSession,
} from '../../store/index.ts';
import { Button, DraftField, download, Field, Modal, WrongText } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import { ask } from '../ask.ts';
import type { StoredRevision } from '../records.ts';
import { type Deleted, deleteState, deleteStates, nameState, putBack } from './change.ts';
import { LimitFields } from './limit-fields.tsx';
import { fileOf, readRevision } from './read-revision.ts';
import { restore } from './restore.ts';
import { LONGEST_NAME } from './revisions.ts';
import { nameOf } from './said.ts';
import { StateList } from './state-list.tsx';
import { type Found, useHistory } from './use-history.ts';

const { history: said } = laterWords;

/** The states that are kept of the model in front; nothing while they are not asked for. */
export function HistoryDialog() {
  const open = useSession((state) =>
    state.dialog?.kind === 'history' ? modelIn(state.dialog.model, state) : null,
  );
  return open === null ? null : <History key={open.id} open={open} />;
}

function History({ open }: { readonly open: OpenModel }) {
  const found = useHistory(open);
  return (
    <Modal
      title={said.title({ file: open.fileName })}
      description={said.text}
      wide
      onClose={() => setDialog(null)}
    >
      {found.kind === 'here' ? <States open={open} found={found} /> : <Missing found={found} />}
      <div className="modal-actions">
        <Button onClick={() => setDialog(null)}>{said.close}</Button>
      </div>
    </Modal>
  );
}

function Missing({ found }: { readonly found: Exclude<Found, { kind: 'here' }> }) {
  if (found.kind === 'coming') return <p className="empty">{said.reading}</p>;
  return (
    <WrongText role="alert" className="empty" onExplain={() => explain('fault:history')}>
      {said.unknown(found)}
    </WrongText>
  );
}

/** Whether this is still looked at: a state may take long to read. */
const isAsked = ({ id }: OpenModel): boolean => {
  const { dialog } = session.getState();
  return dialog?.kind === 'history' && dialog.model === id;
};

async function compare(open: OpenModel, state: StoredRevision): Promise<void> {
  const other = await readRevision(state);
  if (other !== null && isAsked(open)) setDialog({ kind: 'compare', model: open.id, other });
}

async function restoreAndClose(open: OpenModel, state: StoredRevision): Promise<void> {
  if (await restore(open.id, state, () => isAsked(open))) setDialog(null);
}

async function saveAsFile(state: StoredRevision): Promise<void> {
  const file = await fileOf(state);
  if (file !== null) download(state.fileName, file, 'application/octet-stream');
}

/** Deletes, asked twice, what is kept of models that are not open: no file may lead to some of them any more. */
async function deleteElsewhere({ id }: OpenModel, states: readonly StoredRevision[]): Promise<void> {
  const { title, text, remove: confirmLabel } = said.others;
  const answer = await ask({ title, text: text({ count: states.length }), confirmLabel, danger: true });
  if (answer === 'confirm') await deleteStates(states);
  if (session.getState().dialog === null && modelIn(id) !== null) setDialog({ kind: 'history', model: id });
}

interface StatesProps {
  readonly open: OpenModel;
  readonly found: Extract<Found, { kind: 'here' }>;
}

function States({ open, found: { states, known, elsewhere } }: StatesProps) {
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const index = Math.max(0, Math.min(at, states.length - 1));
  const state = states[index];
  /** One thing at a time: what is read goes on until it is there. */
  const once = (run: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    void run().finally(() => setBusy(false));
  };
  const remove = () =>
    state !== undefined && once(async () => setDeleted((await deleteState(state)) ?? null));
  const onCompare = () => state !== undefined && once(() => compare(open, state));
  const undo = (gone: Deleted) =>
    once(async () => {
      if (!(await putBack(gone))) return;
      setDeleted(null);
      announce(said.undone);
    });
  return (
    <>
      {state === undefined ? (
        <p className="empty">{said.empty}</p>
      ) : (
        <>
          <StateList states={states} at={index} onGo={setAt} onCompare={onCompare} onDelete={remove} />
          <div className="history-actions" aria-busy={busy}>
            <Name key={`${state.id} ${state.number}`} state={state} />
            <Button tone="primary" onClick={onCompare}>
              {said.compare}
            </Button>
            <Button onClick={() => once(() => restoreAndClose(open, state))}>{said.restore}</Button>
            <Button onClick={() => once(() => saveAsFile(state))}>{said.saveAs}</Button>
            <Button tone="danger" onClick={remove}>
              {said.remove}
            </Button>
          </div>
        </>
      )}
      <p className="history-deleted" role="status">
        {deleted !== null && (
          <>
            {said.removed({ name: nameOf(deleted.revision) })}{' '}
            <Button tone="quiet" onClick={() => undo(deleted)}>
              {said.undo}
            </Button>
          </>
        )}
      </p>
      <LimitFields
        states={states}
        all={known.revisions}
        elsewhere={elsewhere}
        onDeleteElsewhere={() => void deleteElsewhere(open, elsewhere)}
      />
    </>
  );
}

function Name({ state }: { readonly state: StoredRevision }) {
  return (
    <Field label={said.name} hint={said.nameHint}>
      {(id) => (
        <DraftField
          id={id}
          maxLength={LONGEST_NAME}
          value={state.name}
          onLeave={(name) => void nameState(state, name)}
        />
      )}
    </Field>
  );
}
