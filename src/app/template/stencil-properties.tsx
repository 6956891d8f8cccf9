import { Plus, Trash2 } from 'lucide-react';
import { useId, useMemo } from 'react';
import { shownText } from '../../core/base/index.ts';
import type { ElementType, Template } from '../../core/document/index.ts';
import {
  addProperty,
  askedCountSteps,
  canBeIdentifier,
  deleteProperty,
  overrideProperty,
  propertiesOfType,
  rewriteValues,
  setIdentifier,
  setStencilProperty,
  type TypeProperty,
} from '../../core/edit/index.ts';
import { explain, newGuid } from '../store/index.ts';
import {
  Button,
  CheckedField,
  DraftArea,
  DraftField,
  Field,
  IconButton,
  sliced,
  TextField,
  useSliced,
} from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { changesOf } from './use-edit.ts';

const { properties: said, add } = laterWords.template;

interface StencilProps {
  readonly template: Template;
  readonly stencil: ElementType;
}

/** How many threat types ask for each property: the rules of a thousand are read in slices. */
const askedCounts = sliced(askedCountSteps);

/** The properties of a stencil: its own to be edited, those of what it derives from to be seen and overridden. */
export function StencilProperties({ template, stencil }: StencilProps) {
  const title = useId();
  const properties = useMemo(() => propertiesOfType(template, stencil.id), [template, stencil.id]);
  const asked = useSliced(askedCounts, template, template.manifest.id)?.value;
  const change = changesOf(stencil.name || stencil.id, `stencil ${stencil.id}`);
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>{said.title}</h3>
      {properties.length === 0 && <p className="hint">{said.none}</p>}
      {properties.map((property, index) =>
        property.of.id === stencil.id ? (
          <OwnProperty
            // biome-ignore lint/suspicious/noArrayIndexKey: the identifier is edited in the field
            key={index}
            template={template}
            stencil={stencil}
            property={property}
            asked={asked && (asked.get(property.attribute.name.toLowerCase()) ?? 0)}
          />
        ) : (
          <div key={property.attribute.name} className="template-property template-inherited">
            <p>
              <strong>{property.attribute.displayName || property.attribute.name}</strong>{' '}
              {property.attribute.values.join(', ')}
            </p>
            <p className="hint">
              {said.inherited({ parent: property.of.name })}{' '}
              <Button
                tone="quiet"
                onClick={() =>
                  change(
                    said.title,
                    (current) => overrideProperty(current, stencil.id, property.attribute.name, newGuid),
                    false,
                  )
                }
              >
                {said.override}
              </Button>
            </p>
          </div>
        ),
      )}
      <Button
        onClick={() =>
          change(
            said.title,
            (current) => addProperty(current, stencil.id, add.names.property, add.values, newGuid),
            false,
          )
        }
      >
        <Plus size={14} aria-hidden="true" />
        {said.add}
      </Button>
    </section>
  );
}

/** The values that lines of text are. An empty line is none, unless the file has an empty value. */
const valuesIn = (text: string, before: readonly string[]): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '' || before.includes(line));

interface NamesProps extends StencilProps {
  readonly property: TypeProperty;
}

/** What people and filters call a property. */
function Names({ template, stencil, property: { attribute } }: NamesProps) {
  const { name, displayName } = attribute;
  const change = changesOf(displayName || name, `property ${stencil.id} ${name}`);
  return (
    <div className="template-columns">
      <Field label={said.label}>
        {(id) => (
          <TextField
            id={id}
            value={displayName}
            onValue={(text) =>
              change(said.label, (current) =>
                setStencilProperty(current, stencil.id, name, { displayName: text }),
              )
            }
          />
        )}
      </Field>
      <CheckedField
        label={said.identifier}
        hint={said.identifierHint}
        refusal={(text) => said.identifierRefused({ text: shownText(text) })}
        onExplain={() => explain('field:value')}
      >
        {(id, { refuse, accept, ...told }) => (
          <DraftField
            id={id}
            {...told}
            value={name}
            spellCheck={false}
            onLeave={(text) => {
              if (!canBeIdentifier(template, name, text)) return refuse(text);
              accept();
              change(said.identifier, (current) => setIdentifier(current, name, text), false);
            }}
          />
        )}
      </CheckedField>
    </div>
  );
}

interface OwnPropertyProps extends NamesProps {
  /** How many threat types ask for it; undefined while that is not known. */
  readonly asked: number | undefined;
}

function OwnProperty({ template, stencil, property, asked }: OwnPropertyProps) {
  const { attribute, hides } = property;
  const { name, displayName, mode, values } = attribute;
  const label = displayName || name;
  const change = changesOf(label, `property ${stencil.id} ${name}`);
  const [hidden] = hides;
  const isFixed = mode === 'Static';
  return (
    <fieldset className="template-property">
      <legend>{label}</legend>
      <Names template={template} stencil={stencil} property={property} />
      <Field label={said.values} hint={said.valuesHint}>
        {(id) => (
          <DraftArea
            id={id}
            rows={Math.min(8, Math.max(2, values.length))}
            value={values.join('\n')}
            onLeave={(text) =>
              change(
                said.values,
                (current) => rewriteValues(current, stencil.id, name, valuesIn(text, values)),
                false,
              )
            }
          />
        )}
      </Field>
      <div className="template-row-end">
        <label className="template-check">
          <input
            type="checkbox"
            checked={isFixed}
            onChange={() =>
              change(
                said.fixed,
                (current) =>
                  setStencilProperty(current, stencil.id, name, { mode: isFixed ? 'Dynamic' : 'Static' }),
                false,
              )
            }
          />
          {said.fixed}
        </label>
        <span className="hint">
          {asked === undefined ? '' : asked === 0 ? said.notAsked : said.askedBy({ count: asked })}
        </span>
        <IconButton
          label={`${laterWords.template.actions.remove} ${label}`}
          onClick={() =>
            change(
              laterWords.template.actions.remove,
              (current) => deleteProperty(current, stencil.id, name),
              false,
            )
          }
        >
          <Trash2 />
        </IconButton>
      </div>
      {hidden !== undefined && <p className="hint">{said.overrides({ parent: hidden.name })}</p>}
    </fieldset>
  );
}
