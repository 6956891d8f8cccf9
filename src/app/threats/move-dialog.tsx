import { type FormEvent, useState } from 'react';
import {
  type Diagram,
  describeElement,
  type ElementId,
  inWords,
  type Line,
  type Model,
  type ThreatKey,
} from '../../core/document/index.ts';
import { takesOwnThreats } from '../../core/edit/index.ts';
import { setDialog, useActiveModel, useSession } from '../store/index.ts';
import { Button, Field, Modal } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { moveThreats } from './own-actions.ts';

const { ownThreats: said } = laterWords;

/** Asks for the flow that threats of one's own are about. */
export function MoveThreatsDialog() {
  const dialog = useSession((state) => state.dialog);
  const open = useActiveModel();
  if (dialog?.kind !== 'move-threats' || open === null) return null;
  return <Form model={open.model} keys={dialog.keys} />;
}

interface FormProps {
  readonly model: Model;
  readonly keys: readonly ThreatKey[];
}

function Form({ model, keys }: FormProps) {
  const [only, more] = new Set(
    model.threats.filter(({ key }) => keys.includes(key)).map((one) => one.flowId),
  );
  const now = more === undefined ? only : undefined;
  const places = model.diagrams.map((diagram) => ({ diagram, flows: flowsOf(model, diagram) }));
  const [chosen, setChosen] = useState<ElementId | undefined>(now);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDialog(null);
    if (chosen !== undefined) moveThreats(keys, chosen);
  };
  return (
    <Modal
      title={said.title({ threats: keys.length })}
      description={said.about}
      onClose={() => setDialog(null)}
    >
      <form onSubmit={submit}>
        <Field label={said.flow}>
          {(id) => (
            <select
              id={id}
              className="input"
              value={chosen ?? ''}
              onChange={({ target }) =>
                setChosen(places.flatMap(({ flows }) => flows).find((flow) => flow.id === target.value)?.id)
              }
            >
              {now === undefined && <option value="">{said.choose}</option>}
              {places.map(({ diagram, flows }) => (
                <optgroup key={diagram.id} label={diagram.header}>
                  {flows.map((flow) => (
                    <option key={flow.id} value={flow.id}>
                      {inWords(describeElement(diagram, flow, model.template))}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <div className="modal-actions">
          <Button onClick={() => setDialog(null)}>{said.cancel}</Button>
          <Button type="submit" tone="primary" disabled={chosen === undefined || chosen === now}>
            {said.move}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The flows of a diagram that threats can stand on. */
const flowsOf = (model: Model, { lines }: Diagram): readonly Line[] =>
  lines.filter(({ id }) => takesOwnThreats(model, id));
