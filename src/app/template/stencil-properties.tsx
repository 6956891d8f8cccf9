import { Plus, Trash2 } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { ElementType, Template } from '../../core/document/index.ts';
import {
  addProperty,
  canBeIdentifier,
  deleteProperty,
  overrideProperty,
  propertiesOfType,
  renameValue,
  setIdentifier,
  setStencilProperty,
  setValues,
  type TypeProperty,
  typesAskingFor,
} from '../../core/edit/index.ts';
import { newGuid } from '../store/index.ts';
import { Button, Field, IconButton, TextArea, TextField } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { changesOf } from './use-edit.ts';

const { properties: said, add } = laterWords.template;

interface StencilProps {
  readonly template: Template;
  readonly stencil: ElementType;
}

/** The properties of a stencil: its own to be edited, those of what it derives from to be seen and overridden. */
export function StencilProperties({ template, stencil }: StencilProps) {
  const title = useId();
  const properties = useMemo(() => propertiesOfType(template, stencil.id), [template, stencil.id]);
  const change = changesOf(stencil.name || stencil.id, `stencil ${stencil.id}`);
  return (
    <section aria-labelledby={title}>
      <h3 id={title}>{said.title}</h3>
      {properties.length === 0 && <p className="hint">{said.none}</p>}
      {properties.map((property, index) =>
        property.of.id === stencil.id ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the identifier is edited in the field
          <OwnProperty key={index} template={template} stencil={stencil} property={property} />
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

/** Lines typed into the list of values; what is renamed in its place is followed by the filters. */
function typedValues(
  template: Template,
  stencil: ElementType,
  name: string,
  before: readonly string[],
  text: string,
): Template {
  // An empty line is being begun, unless the file has an empty value.
  const after = text.split('\n').filter((line) => line.trim() !== '' || before.includes(line));
  const changed = after.flatMap((value, index) => (value === before[index] ? [] : [index]));
  const [index, ...more] = changed;
  const [from, to] = index === undefined ? [undefined, undefined] : [before[index], after[index]];
  const inPlace = after.length === before.length && more.length === 0;
  return inPlace && from !== undefined && to !== undefined && !before.includes(to)
    ? renameValue(template, stencil.id, name, from, to)
    : setValues(template, stencil.id, name, after);
}

interface OwnPropertyProps extends StencilProps {
  readonly property: TypeProperty;
}

/** What people and filters call a property. */
function Names({ template, stencil, property: { attribute } }: OwnPropertyProps) {
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
      <Field label={said.identifier} hint={said.identifierHint}>
        {(id) => (
          <TextField
            id={id}
            value={name}
            spellCheck={false}
            onValue={(text) => {
              if (canBeIdentifier(template, stencil.id, text))
                change(said.identifier, (current) => setIdentifier(current, name, text));
            }}
          />
        )}
      </Field>
    </div>
  );
}

function OwnProperty({ template, stencil, property }: OwnPropertyProps) {
  const { attribute, hides } = property;
  const { name, displayName, mode, values } = attribute;
  const label = displayName || name;
  const change = changesOf(label, `property ${stencil.id} ${name}`);
  const asked = useMemo(() => typesAskingFor(template, name).length, [template, name]);
  const [hidden] = hides;
  const isFixed = mode === 'Static';
  return (
    <fieldset className="template-property">
      <legend>{label}</legend>
      <Names template={template} stencil={stencil} property={property} />
      <Field label={said.values} hint={said.valuesHint}>
        {(id) => (
          <TextArea
            id={id}
            rows={Math.min(8, Math.max(2, values.length))}
            value={values.join('\n')}
            onValue={(text) =>
              change(said.values, (current) => typedValues(current, stencil, name, values, text))
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
        <span className="hint">{asked === 0 ? said.notAsked : said.askedBy({ count: asked })}</span>
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
