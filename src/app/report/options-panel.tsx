import './options-panel.css';
import { useId, useRef } from 'react';
import { type Model, stateLabel, THREAT_STATES } from '../../core/document/index.ts';
import {
  choicesText,
  choosableOf,
  DEFAULT_CHOICES,
  GROUPINGS,
  LAYOUTS,
  MARKDOWN_PICTURES,
  PICTURES,
  parseChoices,
  type ReportChoices,
  strangeChoices,
} from '../../core/report/index.ts';
import { notify, type OpenModel, type ReadModel } from '../store/index.ts';
import { Button, download, Field, TextField } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { CoverFields } from './cover-fields.tsx';
import { keepChoices, useChoices } from './kept-choices.ts';
import { ListChoice } from './list-choice.tsx';
import { SinceChoice } from './since-choice.tsx';

const { reportOptions: said } = laterWords;

interface PanelProps {
  readonly open: OpenModel;
  readonly readModel: ReadModel;
}

/** What a person may choose about the report; the preview beside it follows. */
export function OptionsPanel({ open, readModel }: PanelProps) {
  const { model, fileName } = open;
  const choices = useChoices(model);
  const change = (next: Partial<ReportChoices>) => keepChoices(model, next);
  const own = choices.layout !== 'windows';
  return (
    <section className="report-options" aria-label={said.name}>
      <Layouts value={choices.layout} onChange={(layout) => change({ layout })} />
      <Lists model={model} choices={choices} onChange={change} />
      {own && (
        <Select
          label={said.grouping}
          value={choices.grouping}
          values={GROUPINGS}
          labels={said.groupings}
          onChange={(grouping) => change({ grouping })}
        />
      )}
      <Select
        label={said.pictures}
        value={choices.pictures}
        values={PICTURES}
        labels={said.picturesOf}
        onChange={(pictures) => change({ pictures })}
      />
      <Select
        label={said.markdownPictures}
        value={choices.markdownPictures}
        values={MARKDOWN_PICTURES}
        labels={said.markdownPicturesIn}
        onChange={(markdownPictures) => change({ markdownPictures })}
      />
      {choices.layout === 'full' && (
        <label className="report-option">
          <input
            type="checkbox"
            checked={choices.elements}
            onChange={({ target }) => change({ elements: target.checked })}
          />
          {said.elements}
        </label>
      )}
      {own && <SinceChoice key={open.id} open={open} readModel={readModel} />}
      {own && <StateWords choices={choices} onChange={change} />}
      <details>
        <summary>{said.cover}</summary>
        <CoverFields cover={choices.cover} onChange={(cover) => change({ cover })} />
      </details>
      <Files model={model} fileName={fileName} choices={choices} />
    </section>
  );
}

interface LayoutsProps {
  readonly value: ReportChoices['layout'];
  readonly onChange: (layout: ReportChoices['layout']) => void;
}

function Layouts({ value, onChange }: LayoutsProps) {
  const name = useId();
  return (
    <fieldset className="report-layouts">
      <legend>{said.layout}</legend>
      {LAYOUTS.map((layout) => (
        <label key={layout} className="report-option" title={said.layoutHints[layout]}>
          <input type="radio" name={name} checked={layout === value} onChange={() => onChange(layout)} />
          {said.layouts[layout]}
        </label>
      ))}
    </fieldset>
  );
}

interface ChoicesProps {
  readonly choices: ReportChoices;
  readonly onChange: (next: Partial<ReportChoices>) => void;
}

function Lists({ model, choices, onChange }: ChoicesProps & { readonly model: Model }) {
  const { diagrams, priorities, categories, properties } = choosableOf(model);
  const plain = (list: readonly string[]) => list.map((text) => ({ id: text, name: text }));
  const states = THREAT_STATES.map((state) => ({ id: state, name: stateLabel(state) }));
  const lists = [
    { key: 'diagrams', all: diagrams.map(({ id, name }) => ({ id, name: name.trim() || said.unnamed })) },
    { key: 'states', all: states },
    { key: 'priorities', all: plain(priorities) },
    { key: 'categories', all: plain(categories) },
    { key: 'properties', all: plain(properties) },
  ] as const;
  return lists.map(({ key, all }) => (
    <ListChoice
      key={key}
      label={said.lists[key]}
      all={all}
      chosen={choices[key]}
      onChange={(chosen) => onChange({ [key]: chosen })}
    />
  ));
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly onChange: (value: T) => void;
}

function Select<T extends string>({ label, value, values, labels, onChange }: SelectProps<T>) {
  return (
    <Field label={label}>
      {(id) => (
        <select
          id={id}
          className="input"
          value={value}
          onChange={({ target }) => {
            const chosen = values.find((each) => each === target.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {values.map((each) => (
            <option key={each} value={each}>
              {labels[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function StateWords({ choices, onChange }: ChoicesProps) {
  const own = choices.stateWords;
  return (
    <details>
      <summary>{said.stateWords}</summary>
      {THREAT_STATES.map((state) => (
        <Field key={state} label={stateLabel(state)}>
          {(id) => (
            <TextField
              id={id}
              value={own[state] ?? ''}
              placeholder={stateLabel(state)}
              maxLength={80}
              onValue={(word) => {
                const { [state]: _, ...others } = own;
                onChange({ stateWords: word.trim() === '' ? others : { ...others, [state]: word } });
              }}
            />
          )}
        </Field>
      ))}
    </details>
  );
}

interface FilesProps {
  readonly model: Model;
  readonly fileName: string;
  readonly choices: ReportChoices;
}

/** The options as a file, which the command line takes as well; and back to the usual ones. */
function Files({ model, fileName, choices }: FilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  const load = async (file: File) => {
    const read = parseChoices(await file.text());
    const problems = read.ok ? strangeChoices(read.value, model) : read.error;
    if (read.ok && problems.length === 0) keepChoices(model, read.value);
    else
      notify({
        tone: 'error',
        text: said.fileRefused({ file: file.name, problems: problems.join('; ') }),
        wrong: 'choice:refused',
      });
  };
  return (
    <div className="report-options-files">
      <Button
        onClick={() =>
          download(`${fileName.replace(/\.tm7$/i, '')}.report.json`, choicesText(choices), 'application/json')
        }
      >
        {said.save}
      </Button>
      <Button onClick={() => picker.current?.click()}>{said.load}</Button>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={said.load}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file !== undefined) void load(file);
        }}
      />
      <Button onClick={() => keepChoices(model, DEFAULT_CHOICES)}>{said.reset}</Button>
    </div>
  );
}
