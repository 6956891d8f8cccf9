import type { Template, ThreatDatum } from '../../core/document/index.ts';
import {
  isFixedThreatProperty,
  setThreatPropertyFields,
  type ThreatPropertyFields,
} from '../../core/edit/index.ts';
import { Field, TextArea, TextField } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Choice } from './choice.tsx';
import { changesOf } from './use-edit.ts';

const { threatProperty: said } = laterWords.template;

interface ThreatPropertyProps {
  readonly template: Template;
  readonly datum: ThreatDatum;
}

/** A property that every threat of the template has. */
export function ThreatPropertyEditor({ template, datum }: ThreatPropertyProps) {
  const { name, label, hideFromUi, values, description, attributeType = 0 } = datum;
  const change = changesOf(label || name, `threat-property ${name}`);
  const set = (field: string, fields: ThreatPropertyFields, typing = true) =>
    change(field, (current) => setThreatPropertyFields(current, name, fields), typing);
  const fixed = isFixedThreatProperty(name);
  const isList = attributeType === 1;
  return (
    <div className="template-fields">
      {fixed && <p className="hint">{said.fixed}</p>}
      <Field label={said.label}>
        {(id) => <TextField id={id} value={label} onValue={(text) => set(said.label, { label: text })} />}
      </Field>
      <p className="hint">
        {said.name}: {name}
      </p>
      <Field label={said.kind}>
        {(id) => (
          <Choice
            id={id}
            disabled={fixed || template.generation === 'G6'}
            value={String(attributeType)}
            options={said.kinds.map((kind, index) => ({ value: String(index), label: kind }))}
            onValue={(value) => set(said.kind, { attributeType: Number(value) }, false)}
          />
        )}
      </Field>
      {isList && (
        <Field label={said.values} hint={said.valuesHint}>
          {(id) => (
            <TextArea
              id={id}
              rows={Math.min(10, Math.max(3, values?.length ?? 0))}
              value={(values ?? []).map((value) => value ?? '').join('\n')}
              onValue={(text) =>
                set(said.values, { values: text.split('\n').filter((line) => line.trim() !== '') })
              }
            />
          )}
        </Field>
      )}
      <Field label={said.description}>
        {(id) => (
          <TextField
            id={id}
            value={description ?? ''}
            onValue={(text) => set(said.description, { description: text })}
          />
        )}
      </Field>
      <label className="template-check">
        <input
          type="checkbox"
          checked={hideFromUi}
          onChange={(event) => set(said.hidden, { hideFromUi: event.target.checked }, false)}
        />
        {said.hidden}
      </label>
    </div>
  );
}
