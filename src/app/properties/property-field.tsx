import { Zap } from 'lucide-react';
import { useState } from 'react';
import {
  type Element,
  findProperty,
  isOutOfScope,
  type Model,
  OUT_OF_SCOPE,
  type Property,
  propertyText,
  REASON_OUT_OF_SCOPE,
  threatProperty,
} from '../../core/document/index.ts';
import { setProperty } from '../../core/edit/index.ts';
import { filtersUsing, threatTexts, whatIf } from '../../core/engine/index.ts';
import { commit } from '../store/index.ts';
import { Field, IconButton, TextArea, TextField } from '../ui/index.ts';

interface PropertyFieldProps {
  readonly model: Model;
  readonly elements: readonly Element[];
  readonly property: Exclude<Property, { kind: 'header' }>;
}

/** The value that all elements share, or null when they differ. */
function shared(elements: readonly Element[], name: string): string | null {
  const texts = elements.map((element) => {
    const property = findProperty(element, name);
    return property === undefined ? '' : (propertyText(property) ?? '');
  });
  return texts.every((text) => text === texts[0]) ? (texts[0] ?? '') : null;
}

/** One property of one or several elements. */
export function PropertyField({ model, elements, property }: PropertyFieldProps) {
  const ids = elements.map((element) => element.id);
  const { name, displayName: label } = property;
  const value = shared(elements, name);
  const change = (next: string | number | boolean, typing = false) =>
    commit(`Set ${label}`, (current) => setProperty(current, ids, name, next), {
      ...(typing ? { mergeKey: `property ${name} ${ids.join(' ')}` } : {}),
    });

  switch (property.kind) {
    case 'boolean':
      return (
        <label className="properties-check">
          <input
            type="checkbox"
            checked={value === 'true'}
            ref={(box) => {
              if (box !== null) box.indeterminate = value === null;
            }}
            onChange={(event) => change(event.target.checked)}
          />
          {label}
        </label>
      );
    case 'string':
    case 'customString': {
      // A reason without its flag is asked for only when there is one.
      const idle = name === REASON_OUT_OF_SCOPE && value === '' && !elements.some(isOutOfScope);
      if (idle && elements.every((element) => findProperty(element, OUT_OF_SCOPE) !== undefined)) return null;
      const Control = name === REASON_OUT_OF_SCOPE || property.kind === 'customString' ? TextArea : TextField;
      return (
        <Field label={label}>
          {(id) => (
            <Control
              id={id}
              value={value ?? ''}
              placeholder={value === null ? 'Mixed' : undefined}
              onValue={(text) => change(text, true)}
            />
          )}
        </Field>
      );
    }
    case 'list':
      return (
        <ListField
          model={model}
          elements={elements}
          property={property}
          value={value}
          onIndex={(index) => change(index)}
        />
      );
    case 'staticList':
      return (
        <p className="properties-fact">
          <span>{label}</span> {value ?? 'Mixed'}
        </p>
      );
    case 'unknown':
      return (
        <p className="properties-fact">
          <span>{label || 'Property'}</span> kept as the file has it
        </p>
      );
  }
}

interface ListFieldProps {
  readonly model: Model;
  readonly elements: readonly Element[];
  readonly property: Extract<Property, { values: readonly string[] }>;
  readonly value: string | null;
  readonly onIndex: (index: number) => void;
}

function ListField({ model, elements, property, value, onIndex }: ListFieldProps) {
  const [open, setOpen] = useState(false);
  const known = property.values.indexOf(value ?? '');
  return (
    <div className="properties-list">
      <Field label={property.displayName}>
        {(id) => (
          <select
            id={id}
            className="input"
            value={value === null ? '' : String(known)}
            onChange={(event) => onIndex(Number(event.target.value))}
          >
            {(value === null || known < 0) && (
              <option value={value === null ? '' : '-1'}>
                {value === null ? 'Mixed' : 'Not in the list'}
              </option>
            )}
            {property.values.map((text, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the index is the value
              <option key={index} value={index}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <IconButton
        label={`Threats that ${property.displayName} decides`}
        pressed={open}
        onClick={() => setOpen(!open)}
      >
        <Zap />
      </IconButton>
      {open && <Effects model={model} elements={elements} property={property} current={known} />}
    </div>
  );
}

interface EffectsProps {
  readonly model: Model;
  readonly elements: readonly Element[];
  readonly property: ListFieldProps['property'];
  readonly current: number;
}

/** Which threat types ask for the property, and what each other value would change. */
function Effects({ model, elements, property, current }: EffectsProps) {
  const [first] = elements;
  if (first === undefined) return null;
  const uses = filtersUsing(model.template, first.typeId, property.name);
  const ids = elements.map((element) => element.id);
  if (uses.length === 0) return <p className="properties-effects">No threat of the template asks for it.</p>;
  return (
    <div className="properties-effects">
      <p>Asked for by {uses.map(({ threatType }) => threatType.shortTitle || threatType.id).join(', ')}</p>
      <ul>
        {property.values.map((text, index) => {
          if (index === current) return null;
          const { added, removed } = whatIf(model, setProperty(model, ids, property.name, index));
          const titles = [
            ...added.map(({ threatType, interaction }) => {
              const title = threatTexts(model.template, threatType, interaction).find(
                ([name]) => name === 'Title',
              );
              return `+ ${title?.[1] ?? threatType.id}`;
            }),
            ...removed.map((threat) => `− ${threatProperty(threat, 'Title') ?? threat.typeId}`),
          ];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the index is the value
            <li key={index}>
              {text}: {titles.length === 0 ? 'no change' : `+${added.length} −${removed.length}`}
              {titles.length > 0 && (
                <ul>
                  {titles.slice(0, 8).map((title, n) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: titles repeat
                    <li key={n}>{title}</li>
                  ))}
                  {titles.length > 8 && <li>and {titles.length - 8} more</li>}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
