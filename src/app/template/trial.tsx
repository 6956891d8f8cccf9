import { Check, Minus, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { shownName, type Template, type ThreatType } from '../../core/document/index.ts';
import { answersTo, interactionName, type Trial as OneTrial, trialsOf } from '../../core/engine/index.ts';
import { laterWords } from '../words/later.ts';
import { Counts } from './counts.tsx';
import { ModelChoice, useTriedModel } from './tried-model.tsx';

const { trial: said } = laterWords.template;

interface TrialProps {
  readonly template: Template;
  readonly type: ThreatType;
}

/** As many flows are listed. */
const MOST = 200;

/** The filters of a threat type tried on the flows of an open model or a sample, with the answers to what they ask about one. */
export function Trial({ template, type }: TrialProps) {
  const { model } = useTriedModel();
  const filters = useDeferredValue(type.filters);
  const trials = useMemo(
    () => (model === null ? [] : trialsOf(template, filters, model)),
    [template, filters, model],
  );
  const [at, setAt] = useState(0);
  const hits = trials.filter(isHit).length;
  const shown = trials.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST);
  const one = shown[Math.min(at, shown.length - 1)];
  return (
    <section className="template-trial" aria-label={said.title}>
      <h3>{said.title}</h3>
      <ModelChoice />
      {model !== null && (
        <>
          <p role="status">{trials.length === 0 ? said.none : said.hits({ hits, flows: trials.length })}</p>
          <ul className="template-trials">
            {shown.map((trial, index) => (
              <li key={`${trial.interaction.diagram.id} ${trial.interaction.flow.id}`}>
                <button
                  type="button"
                  className="template-line"
                  aria-pressed={trial === one}
                  onClick={() => setAt(index)}
                >
                  <Mark trial={trial} />
                  {interactionName(trial.interaction)}: {shownName(trial.interaction.source)} →{' '}
                  {shownName(trial.interaction.target)}
                </button>
              </li>
            ))}
          </ul>
          {one !== undefined && <Answers template={template} filters={filters} trial={one} />}
          <Counts template={template} model={model} />
        </>
      )}
    </section>
  );
}

const isHit = ({ included, excluded }: OneTrial): boolean => included && !excluded;
const rank = (trial: OneTrial): number => (isHit(trial) ? 0 : trial.included ? 1 : 2);

function Mark({ trial }: { readonly trial: OneTrial }) {
  const label = isHit(trial) ? said.hit : trial.included ? said.excluded : said.miss;
  const Sign = isHit(trial) ? Check : trial.included ? Minus : X;
  return (
    <span className="template-mark" data-hit={isHit(trial)}>
      <Sign size={14} role="img" aria-label={label} />
    </span>
  );
}

interface AnswersProps {
  readonly template: Template;
  readonly filters: ThreatType['filters'];
  readonly trial: OneTrial;
}

/** Why, or why not: each thing that the filters ask, and whether it holds for the flow. */
function Answers({ template, filters, trial }: AnswersProps) {
  const { interaction } = trial;
  return (
    <div className="template-answers">
      <p>{said.because({ flow: interactionName(interaction) })}</p>
      {(['include', 'exclude'] as const).map((filter) => {
        const answers = answersTo(template, filters[filter], interaction);
        if (answers.length === 0) return null;
        return (
          <div key={filter}>
            <h4>{laterWords.template.type[filter]}</h4>
            <ul>
              {answers.map(({ atom, asks, holds }) => (
                <li key={atom.start} data-holds={holds}>
                  {holds ? (
                    <Check size={13} role="img" aria-label={said.holds} />
                  ) : (
                    <X size={13} role="img" aria-label={said.holdsNot} />
                  )}
                  {laterWords.rule.asks(asks)}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
