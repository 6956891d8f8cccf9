import { type RefObject, useRef } from 'react';
import { type Template, THREAT_TEXT, type ThreatDatum, type ThreatType } from '../../core/document/index.ts';
import { setFilter, setThreatType, setTypeValue, type ThreatTypeFields } from '../../core/edit/index.ts';
import { PLACEHOLDERS } from '../../core/engine/index.ts';
import { Button, CompletionList, Field, TextArea, useCompletions, useStages } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Choice } from './choice.tsx';
import { placeholdersAt } from './completions.ts';
import { RuleEditor } from './rule-editor.tsx';
import { Trial } from './trial.tsx';
import { changesOf } from './use-edit.ts';

const { type: said } = laterWords.template;

interface ThreatTypeProps {
  readonly template: Template;
  readonly type: ThreatType;
}

/** What comes in tasks of its own when a threat type is selected: all of it is laid out for as long as 50 ms. */
const STAGES = { include: 1, exclude: 2, values: 3 } as const;

/** All that a person sets of a threat type. */
export function ThreatTypeEditor({ template, type }: ThreatTypeProps) {
  const stage = useStages(STAGES.values);
  const change = changesOf(type.shortTitle || type.id, `type ${type.id}`);
  const set = (field: string, fields: ThreatTypeFields, typing = true) =>
    change(field, (current) => setThreatType(current, type.id, fields), typing);
  return (
    <div className="template-beside">
      <div className="template-fields">
        <TextWithNames
          label={said.title}
          rows={1}
          value={type.shortTitle}
          onValue={(shortTitle) => set(said.title, { shortTitle })}
        />
        <Field label={said.category}>
          {(id) => (
            <Choice
              id={id}
              value={type.categoryId}
              options={template.threatCategories.map((one) => ({ value: one.id, label: one.name || one.id }))}
              onValue={(categoryId) => set(said.category, { categoryId }, false)}
            />
          )}
        </Field>
        <TextWithNames
          label={said.description}
          rows={4}
          value={type.description}
          onValue={(description) => set(said.description, { description })}
        />
        {(['include', 'exclude'] as const).map(
          (filter) =>
            stage >= STAGES[filter] && (
              <RuleEditor
                key={filter}
                template={template}
                label={said[filter]}
                hint={filter === 'include' ? said.includeHint : said.excludeHint}
                text={type.filters[filter]}
                onText={(text, typing) =>
                  change(said[filter], (current) => setFilter(current, type.id, filter, text), typing)
                }
              />
            ),
        )}
      </div>
      {stage >= STAGES.exclude && <Trial template={template} type={type} />}
      {stage >= STAGES.values && <OwnValues template={template} type={type} />}
    </div>
  );
}

interface NamesAreaProps {
  readonly id: string;
  readonly rows: number;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly area?: RefObject<HTMLTextAreaElement | null>;
}

/** A text in which the names of an interaction can stand: a brace offers them. */
function NamesArea({ id, rows, value, onValue, area }: NamesAreaProps) {
  const completions = useCompletions<HTMLTextAreaElement>({
    text: value,
    completionsAt: placeholdersAt,
    onText: onValue,
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field in it is left, nothing else
    <div className="completed-field" onBlur={completions.close}>
      <TextArea
        id={id}
        ref={(element) => {
          completions.field.current = element;
          if (area !== undefined) area.current = element;
        }}
        rows={rows}
        value={value}
        onValue={onValue}
        onInput={({ currentTarget }) => completions.offer(currentTarget.value, currentTarget.selectionStart)}
        onKeyDown={completions.onKeyDown}
        {...completions.said}
      />
      <CompletionList label={said.canStand} {...completions.list} />
    </div>
  );
}

interface TextWithNamesProps extends Omit<NamesAreaProps, 'id' | 'area'> {
  readonly label: string;
}

/** The same with a button for each name, which puts it where the caret is. */
function TextWithNames({ label, rows, value, onValue }: TextWithNamesProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (placeholder: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = area.current ?? {};
    onValue(value.slice(0, selectionStart) + placeholder + value.slice(selectionEnd));
    area.current?.focus();
  };
  return (
    <div>
      <Field label={label}>
        {(id) => <NamesArea id={id} area={area} rows={rows} value={value} onValue={onValue} />}
      </Field>
      <fieldset
        className="template-plain template-placeholders"
        aria-label={`${said.placeholders}: ${label}`}
      >
        <span className="hint" aria-hidden="true">
          {said.placeholders}
        </span>
        {PLACEHOLDERS.map((placeholder) => (
          <Button key={placeholder} tone="quiet" onClick={() => insert(placeholder)}>
            {placeholder}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}

/** Made of the type itself, or of the interaction: no values of its own. */
const MADE: ReadonlySet<string> = new Set([
  THREAT_TEXT.title,
  THREAT_TEXT.category,
  THREAT_TEXT.short,
  THREAT_TEXT.description,
  THREAT_TEXT.interaction,
]);

function OwnValues({ template, type }: ThreatTypeProps) {
  const datums = template.threatMetadata.datums.filter(({ name }) => !MADE.has(name));
  if (datums.length === 0) return null;
  return (
    <fieldset className="template-property">
      <legend>{said.ownValues}</legend>
      {datums.map((datum) => (
        <OwnValue key={datum.name} type={type} datum={datum} />
      ))}
    </fieldset>
  );
}

const UNSET = '\u0000';

function OwnValue({ type, datum }: { readonly type: ThreatType; readonly datum: ThreatDatum }) {
  const { name, label } = datum;
  const value = type.datums.find((one) => one.name === name)?.values?.[0] ?? null;
  const change = changesOf(type.shortTitle || type.id, `type ${type.id} ${name}`);
  const set = (text: string | null, typing: boolean) =>
    change(label || name, (current) => setTypeValue(current, type.id, name, text), typing);
  const choices = (datum.values ?? []).flatMap((one) => (one ? [one] : []));
  return (
    <Field label={label || name}>
      {(id) =>
        datum.attributeType === 1 && choices.length > 0 ? (
          <Choice
            id={id}
            value={value ?? UNSET}
            options={[
              { value: UNSET, label: said.unset },
              ...choices.map((one) => ({ value: one, label: one })),
            ]}
            onValue={(text) => set(text === UNSET ? null : text, false)}
          />
        ) : (
          <NamesArea
            id={id}
            rows={2}
            value={value ?? ''}
            onValue={(text) => set(text === '' ? null : text, true)}
          />
        )
      }
    </Field>
  );
}
