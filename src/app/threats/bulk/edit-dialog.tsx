import './bulk.css';
import { type FormEvent, useState } from 'react';
import {
  type Model,
  priorityChoices,
  riskId,
  rowDatums,
  THREAT_TEXT,
  type ThreatKey,
} from '../../../core/document/index.ts';
import { changeThreats, type ThreatChanges } from '../../../core/edit/index.ts';
import { author, commit, setDialog } from '../../store/index.ts';
import { Button, Modal } from '../../ui/index.ts';
import { words } from '../../words/index.ts';
import { laterWords } from '../../words/later.ts';
import { selectedThreatKeys } from '../actions.ts';
import { DayField } from '../day-field.tsx';
import { STATES } from '../words.ts';

const { edit: said } = laterWords.threatBulk;

/** A field that many threats can get. */
interface BulkField {
  readonly id: string;
  readonly label: string;
  /** Null: one types. */
  readonly choices: readonly { readonly value: string; readonly label: string }[] | null;
  /** What one types is a day. */
  readonly day?: boolean;
}

const STATE = 'state';
const PRIORITY = 'priority';

const plain = (values: readonly string[]) =>
  values.map((value) => ({ value, label: value || laterWords.threatDetail.noValue }));

/** State, priority and every text that a person may write to a threat, those of the template among them. */
function fieldsOf({ template }: Model): readonly BulkField[] {
  const texts = rowDatums(template).map((datum): BulkField => {
    const values = datum.attributeType === 1 ? (datum.values ?? []).filter((value) => value !== null) : [];
    return {
      id: datum.name,
      label: datum.label || datum.name,
      choices: values.length > 0 ? plain(values) : null,
      day: riskId(datum.name) === 'due',
    };
  });
  return [
    {
      id: STATE,
      label: words.threats.columns.state,
      choices: STATES.map(({ state, label }) => ({ value: state, label })),
    },
    { id: PRIORITY, label: words.threats.columns.priority, choices: plain(priorityChoices(template)) },
    { id: THREAT_TEXT.title, label: laterWords.threatDetail.title, choices: null },
    { id: THREAT_TEXT.description, label: words.threats.detail.description, choices: null },
    { id: THREAT_TEXT.justification, label: words.threats.detail.justification, choices: null },
    ...texts,
  ];
}

/** The changes out of the fields that are ticked. */
function changesOf(values: ReadonlyMap<string, string>): ThreatChanges {
  const state = STATES.find((one) => one.state === values.get(STATE))?.state;
  const priority = values.get(PRIORITY);
  const texts = Object.fromEntries([...values].filter(([id]) => id !== STATE && id !== PRIORITY));
  return {
    ...(state === undefined ? {} : { state }),
    ...(priority === undefined ? {} : { priority }),
    texts,
  };
}

/** Sets several fields of the selected threats, as one step. */
export function EditThreatsDialog({ model }: { readonly model: Model }) {
  const [keys] = useState<readonly ThreatKey[]>(selectedThreatKeys);
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const close = () => setDialog(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    commit(said.step({ threats: keys.length }), (before) =>
      changeThreats(before, keys, changesOf(values), author()),
    );
  };
  const put = (id: string, value: string | null) => {
    const next = new Map(values);
    if (value === null) next.delete(id);
    else next.set(id, value);
    setValues(next);
  };
  return (
    <Modal
      title={said.title({ threats: keys.length })}
      description={keys.length === 0 ? said.nothing : said.about}
      onClose={close}
    >
      <form onSubmit={submit}>
        {fieldsOf(model).map((field) => (
          <Row
            key={field.id}
            field={field}
            value={values.get(field.id) ?? null}
            onValue={(value) => put(field.id, value)}
          />
        ))}
        <div className="modal-actions">
          <Button onClick={close}>{said.cancel}</Button>
          <Button type="submit" tone="primary" disabled={values.size === 0 || keys.length === 0}>
            {said.change({ threats: keys.length })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface RowProps {
  readonly field: BulkField;
  /** Null: it stays. */
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

function Row({ field: { label, choices, day = false }, value, onValue }: RowProps) {
  const first = choices?.[0]?.value ?? '';
  return (
    <div className="bulk-row">
      <input
        type="checkbox"
        aria-label={said.set({ field: label })}
        checked={value !== null}
        onChange={({ target }) => onValue(target.checked ? first : null)}
      />
      <span aria-hidden="true">{label}</span>
      {day ? (
        <DayField label={label} value={value ?? ''} onValue={onValue} />
      ) : choices === null ? (
        <textarea
          className="input textarea"
          rows={1}
          aria-label={label}
          value={value ?? ''}
          onChange={({ target }) => onValue(target.value)}
        />
      ) : (
        <select
          className="input"
          aria-label={label}
          value={value ?? '\0'}
          onChange={({ target }) => onValue(target.value === '\0' ? null : target.value)}
        >
          <option value={'\0'} />
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
