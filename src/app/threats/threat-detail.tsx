import { Crosshair, Trash2 } from 'lucide-react';
import { Fragment, lazy, type RefObject, Suspense } from 'react';
import {
  categoryName,
  interactionText,
  isCustomThreat,
  type Model,
  priorityChoices,
  riskId,
  rowDatums,
  type Template,
  THREAT_TEXT,
  type Threat,
  type ThreatDatum,
  type ThreatKey,
  threatProperty,
} from '../../core/document/index.ts';
import { explain } from '../store/index.ts';
import { Button, Field, IconButton, TextArea, WrongText } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { changePriority, changeState, changeText, removeThreats, showOnCanvas } from './actions.ts';
import { DayField } from './day-field.tsx';
import { InteractionPicture } from './interaction-picture.tsx';
import { priorityLetters } from './priority-keys.ts';
import { Why } from './why.tsx';
import { STATES } from './words.ts';

// The HTML parser is fetched when a template has rich texts.
const RichPreview = lazy(() => import('./rich-preview.tsx').then((m) => ({ default: m.RichPreview })));

// So is what scores risks, when a model has such properties.
const RiskNotes = lazy(() => import('./risk-notes.tsx').then((m) => ({ default: m.RiskNotes })));

const { threatDetail: said } = laterWords;

const keysOf = (threats: readonly Threat[]): readonly ThreatKey[] => threats.map((threat) => threat.key);

interface DetailProps {
  readonly model: Model;
  readonly threats: readonly Threat[];
  readonly stale: (threat: Threat) => boolean;
  readonly justification: RefObject<HTMLTextAreaElement | null>;
  /** Whether the interaction is drawn. */
  readonly picture: boolean;
}

/** The value that all threats share, or null when they differ. */
function shared(threats: readonly Threat[], value: (threat: Threat) => string): string | null {
  const first = threats[0];
  if (first === undefined) return null;
  const text = value(first);
  return threats.every((threat) => value(threat) === text) ? text : null;
}

/** One threat with everything a person may write to it, or several at once. */
export function ThreatDetail({ model, threats, stale, justification, picture }: DetailProps) {
  if (threats.length === 0) {
    return (
      <div className="threat-detail">
        <p className="empty">{said.nothing({ letters: priorityLetters(priorityChoices(model.template)) })}</p>
      </div>
    );
  }
  const one = threats.length === 1 ? threats[0] : undefined;
  const keys = keysOf(threats);
  return (
    <div className="threat-detail" key={keys.join(' ')}>
      {picture && one !== undefined && (
        <InteractionPicture model={model} threat={one} label={interactionText(one, stale(one))} />
      )}
      <Head threats={threats} stale={stale} />
      {one !== undefined && stale(one) && (
        <WrongText className="threat-stale-note" onExplain={() => explain('message:threats-stale')}>
          {said.stale}{' '}
          <Button tone="quiet" onClick={() => removeThreats(keys)}>
            {said.removeStale}
          </Button>
        </WrongText>
      )}
      <div className="threat-pair">
        <StateSelect threats={threats} />
        <PrioritySelect model={model} threats={threats} />
      </div>
      {one !== undefined && (
        <>
          <Interaction threat={one} stale={stale(one)} />
          <Category model={model} threat={one} />
          <Text threats={threats} name={THREAT_TEXT.description} label={words.threats.detail.description} />
        </>
      )}
      <Field label={words.threats.detail.justification}>
        {(id) => <JustificationArea id={id} area={justification} threats={threats} />}
      </Field>
      {rowDatums(model.template).map((datum) => (
        <Fragment key={datum.name}>
          <Text
            threats={threats}
            name={datum.name}
            label={datum.label}
            choices={datum.attributeType === 1 ? (datum.values ?? []).filter((value) => value !== null) : []}
            rich={datum.attributeType === 2}
          />
          {one !== undefined && <Risk template={model.template} threat={one} datum={datum} />}
        </Fragment>
      ))}
      {one !== undefined && <Why key={one.key} model={model} threat={one} />}
      {one?.changedBy != null && (
        <p className="threat-fact">
          <span>{said.changed}</span>{' '}
          {said.changedBy({ when: one.modifiedAt.slice(0, 16).replace('T', ' '), who: one.changedBy })}
        </p>
      )}
    </div>
  );
}

interface RiskProps {
  readonly template: Template;
  readonly threat: Threat;
  readonly datum: ThreatDatum;
}

/** What a property of a risk says beside its text. */
function Risk({ template, threat, datum: { name, label } }: RiskProps) {
  const id = riskId(name);
  if (id === undefined) return null;
  return (
    <Suspense>
      <RiskNotes
        id={id}
        template={template}
        threat={threat}
        value={threatProperty(threat, name) ?? ''}
        onValue={(value) => changeText([threat.key], name, label, value)}
      />
    </Suspense>
  );
}

/** The title of one threat or the number of several, with what can be done to them. */
function Head({ threats, stale }: Pick<DetailProps, 'threats' | 'stale'>) {
  const one = threats.length === 1 ? threats[0] : undefined;
  const keys = keysOf(threats);
  const removable = threats.every((threat) => isCustomThreat(threat) || stale(threat));
  return (
    <div className="threat-detail-head">
      {one === undefined ? (
        <strong>{words.threats.count({ threats: threats.length })}</strong>
      ) : (
        <TextArea
          aria-label={said.title}
          className="input threat-title"
          rows={1}
          value={threatProperty(one, THREAT_TEXT.title) ?? ''}
          onValue={(value) => changeText(keys, THREAT_TEXT.title, said.title, value)}
        />
      )}
      {one !== undefined && (
        <IconButton label={words.threats.detail.show} onClick={() => showOnCanvas(one)}>
          <Crosshair />
        </IconButton>
      )}
      {removable && (
        <IconButton label={said.remove({ threats: threats.length })} onClick={() => removeThreats(keys)}>
          <Trash2 />
        </IconButton>
      )}
    </div>
  );
}

/** The category: the template's, or one of them to choose for a threat of one's own. */
function Category({ model, threat }: { readonly model: Model; readonly threat: Threat }) {
  const { category } = words.threats.columns;
  const name = categoryName(model.template, threat);
  if (!isCustomThreat(threat))
    return (
      <p className="threat-fact">
        <span>{category}</span> {name}
      </p>
    );
  const choices = new Set([name, ...model.template.threatCategories.map((one) => one.name)]);
  return (
    <Field label={category}>
      {(id) => (
        <select
          id={id}
          className="input"
          value={name}
          onChange={(event) => changeText([threat.key], THREAT_TEXT.category, category, event.target.value)}
        >
          {[...choices].map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

function StateSelect({ threats }: { readonly threats: readonly Threat[] }) {
  const value = shared(threats, (threat) => threat.state);
  const chosen = STATES.find(({ state }) => state === value);
  // What a state means is said where it is chosen, in the words of the glossary.
  const hint = chosen === undefined ? undefined : laterWords.glossary.states[chosen.state];
  return (
    <Field label={words.threats.columns.state} hint={hint}>
      {(id, described) => (
        <select
          id={id}
          aria-describedby={described}
          className="input"
          value={value ?? ''}
          onChange={(event) => {
            const next = STATES.find(({ state }) => state === event.target.value);
            if (next !== undefined) changeState(keysOf(threats), next.state);
          }}
        >
          {chosen === undefined && <option value={value ?? ''}>{value ?? said.mixed}</option>}
          {STATES.map(({ state, label }) => (
            <option key={state} value={state}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function PrioritySelect({ model, threats }: { readonly model: Model; readonly threats: readonly Threat[] }) {
  const value = shared(threats, (threat) => threat.priority);
  const choices = priorityChoices(model.template);
  return (
    <Field label={words.threats.columns.priority}>
      {(id) => (
        <select
          id={id}
          className="input threat-priority"
          value={value ?? ''}
          onChange={(event) => changePriority(keysOf(threats), event.target.value)}
        >
          {(value === null || !choices.includes(value)) && (
            <option value={value ?? ''}>{value ?? said.mixed}</option>
          )}
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

function Interaction({ threat, stale }: { readonly threat: Threat; readonly stale: boolean }) {
  return (
    <p className="threat-fact">
      <span>{words.threats.columns.interaction}</span>{' '}
      <button type="button" className="threat-link" onClick={() => showOnCanvas(threat)}>
        {interactionText(threat, stale)}
      </button>
    </p>
  );
}

interface TextProps {
  readonly threats: readonly Threat[];
  readonly name: string;
  readonly label: string;
  readonly choices?: readonly string[];
  readonly rich?: boolean;
}

/** One text of the threats: a list where the template has one, otherwise free text. */
function Text({ threats, name, label, choices = [], rich = false }: TextProps) {
  const keys = keysOf(threats);
  const value = shared(threats, (threat) => threatProperty(threat, name) ?? '');
  return (
    <Field label={rich ? said.html({ label }) : label}>
      {(id) => {
        if (riskId(name) === 'due')
          return (
            <DayField
              id={id}
              value={value ?? ''}
              placeholder={value === null ? said.mixed : undefined}
              onValue={(text) => changeText(keys, name, label, text)}
            />
          );
        if (choices.length === 0) {
          return (
            <>
              <TextArea
                id={id}
                value={value ?? ''}
                placeholder={value === null ? said.mixed : undefined}
                onValue={(text) => changeText(keys, name, label, text)}
              />
              {rich && value !== null && value !== '' && (
                <Suspense>
                  <RichPreview html={value} />
                </Suspense>
              )}
            </>
          );
        }
        const options = value === null || choices.includes(value) ? choices : [value, ...choices];
        return (
          <select
            id={id}
            className="input"
            value={value ?? '\0'}
            onChange={(event) => changeText(keys, name, label, event.target.value)}
          >
            {value === null && <option value={'\0'}>{said.mixed}</option>}
            {options.map((choice) => (
              <option key={choice} value={choice}>
                {choice === '' ? said.noValue : choice}
              </option>
            ))}
          </select>
        );
      }}
    </Field>
  );
}

interface JustificationProps {
  readonly id: string;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly threats: readonly Threat[];
}

function JustificationArea({ id, area, threats }: JustificationProps) {
  const keys = keysOf(threats);
  const value = shared(threats, (threat) => threatProperty(threat, THREAT_TEXT.justification) ?? '');
  return (
    <TextArea
      id={id}
      ref={area}
      value={value ?? ''}
      placeholder={value === null ? said.mixed : said.why}
      onValue={(text) =>
        changeText(keys, THREAT_TEXT.justification, words.threats.detail.justification, text)
      }
    />
  );
}
