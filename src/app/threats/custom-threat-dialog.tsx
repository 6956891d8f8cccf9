import { type FormEvent, useState } from 'react';
import {
  type Diagram,
  diagramOf,
  type ElementId,
  findLine,
  type Line,
  type Model,
  middlePriority,
  priorityChoices,
  shownName,
} from '../../core/document/index.ts';
import { addCustomThreat } from '../../core/edit/index.ts';
import { author, commit, explain, newGuid, setDialog, useActiveModel, useSession } from '../store/index.ts';
import { Button, Field, Modal, WrongText } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { hasFreeEnd } from './why-none.ts';

const { adding: said } = laterWords.ownThreats;
const { columns } = words.threats;

/** Asks for a threat of the user's own on a flow. */
export function CustomThreatDialog() {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveModel();
  if (dialog?.kind !== 'custom-threat' || open === null) return null;
  return <Form model={open.model} flowId={dialog.flowId} />;
}

function Form({ model, flowId }: { readonly model: Model; readonly flowId: ElementId }) {
  const categories = model.template.threatCategories.map((category) => category.name);
  const priorities = priorityChoices(model.template);
  const [threat, setThreat] = useState({
    title: '',
    category: categories[0] ?? '',
    priority: middlePriority(model.template),
    description: '',
  });
  const [failed, setFailed] = useState(false);
  const diagram = diagramOf(model, flowId);
  const flow = diagram && findLine(diagram, flowId);
  const change = (part: Partial<typeof threat>) => setThreat((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { step } = commit(words.threats.steps.add, (current) =>
      addCustomThreat(current, flowId, threat, author(), newGuid),
    );
    // What was typed is not dropped with a threat that could not be added.
    if (step !== null) setDialog(null);
    else setFailed(true);
  };
  const name = (flow && shownName(flow)) || said.theFlow;
  return (
    <Modal title={said.title} description={said.description({ flow: name })} onClose={() => setDialog(null)}>
      <form onSubmit={submit}>
        <Field label={columns.title}>
          {(id) => (
            <input
              id={id}
              className="input"
              required
              value={threat.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <div className="threat-pair">
          <Choice
            label={columns.category}
            options={categories}
            value={threat.category}
            onValue={(category) => change({ category })}
          />
          <Choice
            label={columns.priority}
            options={priorities}
            value={threat.priority}
            onValue={(priority) => change({ priority })}
          />
        </div>
        <Field label={words.threats.detail.description}>
          {(id) => (
            <textarea
              id={id}
              className="input textarea"
              rows={4}
              value={threat.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
        {failed && (
          <WrongText className="threat-stale-note" role="alert" onExplain={() => explain('message:free-end')}>
            {whyFailed(diagram, flow)}
          </WrongText>
        )}
        <div className="modal-actions">
          <Button onClick={() => setDialog(null)}>{said.cancel}</Button>
          <Button type="submit" tone="primary" disabled={threat.title.trim() === ''}>
            {said.add}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Why a threat could not be added to the flow. */
function whyFailed(diagram: Diagram | undefined, flow: Line | undefined): string {
  if (diagram === undefined || flow === undefined) return said.flowGone;
  return hasFreeEnd(diagram, flow) ? words.threats.freeEnd : said.failed;
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Choice({ label, options, value, onValue }: ChoiceProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
    </Field>
  );
}
