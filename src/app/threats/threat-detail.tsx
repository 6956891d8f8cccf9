import { Crosshair, Trash2 } from 'lucide-react';
import { lazy, type RefObject, Suspense } from 'react';
import {
  categoryName,
  interactionText,
  isCustomThreat,
  type Model,
  type Threat,
  threatProperty,
} from '../../core/document/index.ts';
import { rowDatums } from '../../core/report/index.ts';
import { Button, Field, IconButton, TextArea } from '../ui/index.ts';
import { changePriority, changeState, changeText, removeThreats, showOnCanvas } from './actions.ts';
import { priorityChoices, STATES } from './words.ts';

// The HTML parser is fetched when a template has rich texts.
const RichPreview = lazy(() => import('./rich-preview.tsx').then((m) => ({ default: m.RichPreview })));

interface DetailProps {
  readonly model: Model;
  readonly threats: readonly Threat[];
  readonly stale: (threat: Threat) => boolean;
  readonly justification: RefObject<HTMLTextAreaElement | null>;
}

/** The value that all threats share, or null when they differ. */
function shared(threats: readonly Threat[], value: (threat: Threat) => string): string | null {
  const first = threats[0];
  if (first === undefined) return null;
  const text = value(first);
  return threats.every((threat) => value(threat) === text) ? text : null;
}

/** One threat with everything a person may write to it, or several at once. */
export function ThreatDetail({ model, threats, stale, justification }: DetailProps) {
  const one = threats.length === 1 ? threats[0] : undefined;
  if (threats.length === 0) {
    return (
      <div className="threat-detail">
        <p className="empty">
          Select a threat to see and edit it. Keys 1 to 4 set its state, H, M and L its priority.
        </p>
      </div>
    );
  }
  const keys = threats.map((threat) => threat.key);
  const removable = threats.filter((threat) => isCustomThreat(threat) || stale(threat));
  return (
    <div className="threat-detail" key={keys.join(' ')}>
      <div className="threat-detail-head">
        {one === undefined ? (
          <strong>{threats.length} threats</strong>
        ) : (
          <TextArea
            aria-label="Title"
            className="input threat-title"
            rows={1}
            value={threatProperty(one, 'Title') ?? ''}
            onValue={(value) => changeText(keys, 'Title', 'Title', value)}
          />
        )}
        {one !== undefined && (
          <IconButton label="Show on the diagram" onClick={() => showOnCanvas(one)}>
            <Crosshair />
          </IconButton>
        )}
        {removable.length === threats.length && (
          <IconButton
            label={threats.length === 1 ? 'Remove threat' : 'Remove threats'}
            onClick={() => removeThreats(keys)}
          >
            <Trash2 />
          </IconButton>
        )}
      </div>
      {one !== undefined && stale(one) && (
        <p className="threat-stale-note">
          This threat no longer follows from the diagram. It stays because somebody worked on it.{' '}
          <Button tone="quiet" onClick={() => removeThreats(keys)}>
            Remove
          </Button>
        </p>
      )}
      <div className="threat-pair">
        <StateSelect threats={threats} />
        <PrioritySelect model={model} threats={threats} />
      </div>
      {one !== undefined && <Interaction threat={one} stale={stale(one)} />}
      {one !== undefined && isCustomThreat(one) ? (
        <Field label="Category">
          {(id) => (
            <select
              id={id}
              className="input"
              value={categoryName(model.template, one)}
              onChange={(event) => changeText(keys, 'UserThreatCategory', 'Category', event.target.value)}
            >
              {[
                ...new Set([
                  categoryName(model.template, one),
                  ...model.template.threatCategories.map((c) => c.name),
                ]),
              ].map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
      ) : (
        one !== undefined && (
          <p className="threat-fact">
            <span>Category</span> {categoryName(model.template, one)}
          </p>
        )
      )}
      {one !== undefined && <Text threats={threats} name="UserThreatDescription" label="Description" />}
      <Field label="Justification">
        {(id) => <JustificationArea id={id} area={justification} threats={threats} />}
      </Field>
      {rowDatums(model.template).map((datum) => {
        const choices =
          datum.attributeType === 1 ? (datum.values ?? []).filter((value) => value !== null) : [];
        return (
          <Text
            key={datum.name}
            threats={threats}
            name={datum.name}
            label={datum.label}
            choices={choices}
            rich={datum.attributeType === 2}
          />
        );
      })}
      {one?.changedBy != null && (
        <p className="threat-fact">
          <span>Changed</span> {one.modifiedAt.slice(0, 16).replace('T', ' ')} by {one.changedBy}
        </p>
      )}
    </div>
  );
}

function StateSelect({ threats }: { readonly threats: readonly Threat[] }) {
  const value = shared(threats, (threat) => threat.state);
  const known = STATES.some(({ state }) => state === value);
  return (
    <Field label="State">
      {(id) => (
        <select
          id={id}
          className="input"
          value={value ?? ''}
          onChange={(event) => {
            const chosen = STATES.find(({ state }) => state === event.target.value);
            if (chosen !== undefined)
              changeState(
                threats.map((threat) => threat.key),
                chosen.state,
              );
          }}
        >
          {!known && <option value={value ?? ''}>{value ?? 'Mixed'}</option>}
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
  const choices = priorityChoices(model);
  return (
    <Field label="Priority">
      {(id) => (
        <select
          id={id}
          className="input"
          value={value ?? ''}
          onChange={(event) =>
            changePriority(
              threats.map((threat) => threat.key),
              event.target.value,
            )
          }
        >
          {(value === null || !choices.includes(value)) && (
            <option value={value ?? ''}>{value ?? 'Mixed'}</option>
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
      <span>Interaction</span>{' '}
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
  const keys = threats.map((threat) => threat.key);
  const value = shared(threats, (threat) => threatProperty(threat, name) ?? '');
  return (
    <Field label={rich ? `${label} (HTML)` : label}>
      {(id) => {
        if (choices.length === 0) {
          return (
            <>
              <TextArea
                id={id}
                value={value ?? ''}
                placeholder={value === null ? 'Mixed' : undefined}
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
            {value === null && <option value={'\0'}>Mixed</option>}
            {options.map((choice) => (
              <option key={choice} value={choice}>
                {choice === '' ? '(none)' : choice}
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
  const keys = threats.map((threat) => threat.key);
  const value = shared(threats, (threat) => threatProperty(threat, 'StateInformation') ?? '');
  return (
    <TextArea
      id={id}
      ref={area}
      value={value ?? ''}
      placeholder={value === null ? 'Mixed' : 'Why this state'}
      onValue={(text) => changeText(keys, 'StateInformation', 'Justification', text)}
    />
  );
}
