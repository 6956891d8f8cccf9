import { type FormEvent, useState } from 'react';
import { type Model, RISK_PROPERTIES, riskDatums } from '../../core/document/index.ts';
import { risksInUse, setRiskProperties } from '../../core/edit/index.ts';
import { commit, newGuid, setDialog, useActiveModel } from '../store/index.ts';
import { Button, Modal } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { risk: said } = laterWords;

/** Asks which properties of risks the threats of the model in front have. */
export function RiskDialog() {
  const open = useActiveModel();
  return open === null ? null : <Form model={open.model} />;
}

function Form({ model }: { readonly model: Model }) {
  const used = risksInUse(model);
  const [wanted, setWanted] = useState(() => new Set(riskDatums(model.template).keys()));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDialog(null);
    commit(said.step, (before) => setRiskProperties(before, wanted, newGuid));
  };
  return (
    <Modal title={said.title} description={said.about} onClose={() => setDialog(null)}>
      <form onSubmit={submit}>
        {RISK_PROPERTIES.map(({ id }) => (
          <label key={id} className="risk-option">
            <input
              type="checkbox"
              checked={wanted.has(id)}
              disabled={used.has(id)}
              onChange={({ target }) => {
                const next = new Set(wanted);
                if (target.checked) next.add(id);
                else next.delete(id);
                setWanted(next);
              }}
            />
            {said.names[id]}
            {used.has(id) && <span className="threats-quiet">{said.used}</span>}
          </label>
        ))}
        <div className="modal-actions">
          <Button onClick={() => setDialog(null)}>{said.cancel}</Button>
          <Button type="submit" tone="primary">
            {said.take}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
