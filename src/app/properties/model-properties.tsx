import type { Diagram, Model } from '../../core/document/index.ts';
import {
  type InformationField,
  renameDiagram,
  setInformation,
  setThreatGenerationEnabled,
} from '../../core/edit/index.ts';
import { commit } from '../store/index.ts';
import { Field, TextArea, TextField } from '../ui/index.ts';

const INFORMATION: readonly {
  readonly field: InformationField;
  readonly label: string;
  readonly long?: boolean;
}[] = [
  { field: 'name', label: 'Threat model name' },
  { field: 'owner', label: 'Owner' },
  { field: 'reviewer', label: 'Reviewer' },
  { field: 'contributors', label: 'Contributors' },
  { field: 'description', label: 'Description', long: true },
  { field: 'assumptions', label: 'Assumptions', long: true },
  { field: 'externalDependencies', label: 'External dependencies', long: true },
];

/** The diagram in front and the information about the model. */
export function ModelProperties({ model, diagram }: { readonly model: Model; readonly diagram: Diagram }) {
  const { manifest } = model.template;
  return (
    <>
      <h2>Diagram</h2>
      <Field label="Name">
        {(id) => (
          <TextField
            id={id}
            key={diagram.id}
            value={diagram.header}
            onValue={(value) =>
              commit('Rename diagram', (current) => renameDiagram(current, diagram.id, value), {
                mergeKey: `diagram ${diagram.id}`,
              })
            }
          />
        )}
      </Field>
      <h2>Model</h2>
      {INFORMATION.map(({ field, label, long = false }) => (
        <Field key={field} label={label}>
          {(id) => {
            const Control = long ? TextArea : TextField;
            return (
              <Control
                id={id}
                value={model.information[field]}
                onValue={(value) =>
                  commit(`Edit ${label.toLowerCase()}`, (current) => setInformation(current, field, value), {
                    mergeKey: `information ${field}`,
                  })
                }
              />
            );
          }}
        </Field>
      ))}
      <label className="properties-check">
        <input
          type="checkbox"
          checked={model.threatGenerationEnabled}
          onChange={(event) => {
            const enabled = event.target.checked;
            commit(enabled ? 'Switch threat generation on' : 'Switch threat generation off', (current) =>
              setThreatGenerationEnabled(current, enabled),
            );
          }}
        />
        Generate threats from the diagram
      </label>
      <h2>Template</h2>
      <p className="properties-fact">
        {manifest.name} {manifest.version}
        {manifest.author !== '' && <span> by {manifest.author}</span>}
      </p>
    </>
  );
}
