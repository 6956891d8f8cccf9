import { Zap } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import {
  type Element,
  findProperty,
  isOutOfScope,
  type Model,
  OUT_OF_SCOPE,
  type Property,
  propertyText,
  REASON_OUT_OF_SCOPE,
} from '../../core/document/index.ts';
import { setProperty } from '../../core/edit/index.ts';
import { usesOf } from '../../core/engine/index.ts';
import { commit, explain } from '../store/index.ts';
import { Field, IconButton, TextArea, TextField, WrongText } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { Effects } from './effects.tsx';

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
    commit(
      words.properties.steps.set({ property: label }),
      (current) => setProperty(current, ids, name, next),
      typing ? { mergeKey: `property ${name} ${ids.join(' ')}` } : {},
    );

  switch (property.kind) {
    case 'boolean':
      return (
        <FlagField model={model} elements={elements} property={property} value={value} onValue={change} />
      );
    case 'string':
    case 'customString':
      return (
        <WordsField
          elements={elements}
          property={property}
          value={value}
          onValue={(text) => change(text, true)}
        />
      );
    case 'list':
      return (
        <ListField model={model} elements={elements} property={property} value={value} onIndex={change} />
      );
    case 'staticList':
      return (
        <p className="properties-fact">
          <span>{label}</span> {value ?? words.properties.mixed}
        </p>
      );
    case 'unknown':
      return (
        <WrongText className="properties-fact" onExplain={() => explain('reader:repaired')}>
          <span>{label || words.properties.property}</span> {words.properties.kept}
        </WrongText>
      );
  }
}

interface FlagFieldProps {
  readonly model: Model;
  readonly elements: readonly Element[];
  readonly property: Extract<Property, { kind: 'boolean' }>;
  readonly value: string | null;
  readonly onValue: (set: boolean) => void;
}

/** What is said of being out of scope. */
function scopeOf([first, ...others]: readonly Element[]): keyof typeof laterWords.scope.does {
  if (others.length > 0) return 'several';
  return first?.kind === 'flow' ? 'flow' : 'element';
}

function FlagField({ model, elements, property, value, onValue }: FlagFieldProps) {
  const hint = useId();
  const scope = property.name === OUT_OF_SCOPE ? laterWords.scope.does[scopeOf(elements)] : undefined;
  const box = (
    <div>
      <label className="properties-check">
        <input
          type="checkbox"
          checked={value === 'true'}
          aria-describedby={scope === undefined ? undefined : hint}
          ref={(box) => {
            if (box !== null) box.indeterminate = value === null;
          }}
          onChange={(event) => onValue(event.target.checked)}
        />
        {property.displayName}
      </label>
      {scope !== undefined && (
        <p className="hint" id={hint}>
          {scope}
        </p>
      )}
    </div>
  );
  // Few templates ask for these: the button is there where one does.
  const types = elements.map((element) => element.typeId);
  if (usesOf(model.template, types, property.name).threatTypes.length === 0) return box;
  const choices = [
    { text: words.properties.notSet, value: false },
    { text: words.properties.set, value: true },
  ];
  return (
    <WithEffects
      model={model}
      elements={elements}
      property={property}
      choices={choices.filter((choice) => String(choice.value) !== value)}
    >
      {box}
    </WithEffects>
  );
}

interface WordsFieldProps {
  readonly elements: readonly Element[];
  readonly property: Extract<Property, { kind: 'string' | 'customString' }>;
  readonly value: string | null;
  readonly onValue: (text: string) => void;
}

function WordsField({ elements, property, value, onValue }: WordsFieldProps) {
  const isReason = property.name === REASON_OUT_OF_SCOPE;
  // A reason without its flag is asked for only when there is one.
  const idle = isReason && value === '' && !elements.some(isOutOfScope);
  if (idle && elements.every((element) => findProperty(element, OUT_OF_SCOPE) !== undefined)) return null;
  const Control = isReason || property.kind === 'customString' ? TextArea : TextField;
  return (
    <Field label={property.displayName}>
      {(id) => (
        <Control
          id={id}
          value={value ?? ''}
          placeholder={value === null ? words.properties.mixed : undefined}
          onValue={onValue}
        />
      )}
    </Field>
  );
}

interface ListFieldProps {
  readonly model: Model;
  readonly elements: readonly Element[];
  readonly property: Extract<Property, { values: readonly string[] }>;
  readonly value: string | null;
  readonly onIndex: (index: number) => void;
}

function ListField({ model, elements, property, value, onIndex }: ListFieldProps) {
  const known = property.values.indexOf(value ?? '');
  const choices = property.values.map((text, index) => ({ text, value: index }));
  return (
    <WithEffects
      model={model}
      elements={elements}
      property={property}
      choices={choices.filter((choice) => choice.value !== known)}
    >
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
                {value === null ? words.properties.mixed : words.properties.notInList}
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
    </WithEffects>
  );
}

type WithEffectsProps = Parameters<typeof Effects>[0] & { readonly children: ReactNode };

/** A control with a button that tells what other values would change. */
function WithEffects({ children, ...effects }: WithEffectsProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className="properties-list">
      {children}
      <IconButton
        label={words.properties.effects.button({ property: effects.property.displayName })}
        pressed={open}
        onClick={() => setOpen(!open)}
      >
        <Zap />
      </IconButton>
      {open && <Effects {...effects} />}
    </div>
  );
}
