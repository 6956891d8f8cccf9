import type { Diagram, Model } from '../../core/document/index.ts';
import {
  type InformationField,
  renameDiagram,
  setInformation,
  setThreatGenerationEnabled,
} from '../../core/edit/index.ts';
import { commit } from '../store/index.ts';
import { Field, TextArea, TextField } from '../ui/index.ts';
import { words } from '../words/index.ts';

const INFORMATION: readonly {
  readonly field: InformationField;
  readonly long?: boolean;
}[] = [
  { field: 'name' },
  { field: 'owner' },
  { field: 'reviewer' },
  { field: 'contributors' },
  { field: 'description', long: true },
  { field: 'assumptions', long: true },
  { field: 'externalDependencies', long: true },
];

/** The diagram in front and the information about the model. */
export function ModelProperties({ model, diagram }: { readonly model: Model; readonly diagram: Diagram }) {
  const { manifest } = model.template;
  return (
    <>
      <h2>{words.properties.diagram}</h2>
      <Field label={words.properties.name}>
        {(id) => (
          <TextField
            id={id}
            key={diagram.id}
            value={diagram.header}
            onValue={(value) =>
              commit(
                words.properties.steps.renameDiagram,
                (current) => renameDiagram(current, diagram.id, value),
                {
                  mergeKey: `diagram ${diagram.id}`,
                },
              )
            }
          />
        )}
      </Field>
      <h2>{words.properties.model}</h2>
      {INFORMATION.map(({ field, long = false }) => (
        <Field key={field} label={words.properties.information[field]}>
          {(id) => {
            const Control = long ? TextArea : TextField;
            return (
              <Control
                id={id}
                value={model.information[field]}
                onValue={(value) =>
                  commit(
                    words.properties.steps.edit({ field: words.properties.information[field] }),
                    (current) => setInformation(current, field, value),
                    {
                      mergeKey: `information ${field}`,
                    },
                  )
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
            commit(
              enabled ? words.properties.steps.generationOn : words.properties.steps.generationOff,
              (current) => setThreatGenerationEnabled(current, enabled),
            );
          }}
        />
        {words.properties.generate}
      </label>
      <h2>{words.properties.template}</h2>
      <p className="properties-fact">
        {manifest.name} {manifest.version}
        {manifest.author !== '' && <span>{words.properties.by({ author: manifest.author })}</span>}
      </p>
    </>
  );
}
