import { Check, X } from 'lucide-react';
import { useState } from 'react';
import {
  isCustomThreat,
  type Model,
  shownName,
  type Template,
  type Threat,
} from '../../core/document/index.ts';
import { setProperty } from '../../core/edit/index.ts';
import { answersTo } from '../../core/engine/index.ts';
import { type Origin, originOf, type Remedy, remediesOf } from '../../core/session/index.ts';
import { commit, explain } from '../store/index.ts';
import { Button, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

const { why: said } = laterWords;

interface WhyProps {
  readonly model: Model;
  readonly threat: Threat;
}

/** Whoever goes on to another threat finds it as it was left. */
let staysOpen = false;

/** The rule that made a threat with what each part says of its flow, and what would make it go. Worked out when asked for. */
export function Why(props: WhyProps) {
  const [open, setOpen] = useState(staysOpen);
  return (
    <details
      className="threat-why"
      open={open}
      onToggle={({ currentTarget }) => {
        staysOpen = currentTarget.open;
        setOpen(staysOpen);
      }}
    >
      <summary>{said.title}</summary>
      {open && <Reasons {...props} />}
    </details>
  );
}

function Reasons({ model, threat }: WhyProps) {
  if (isCustomThreat(threat)) return <p>{said.own}</p>;
  const origin = originOf(model, threat);
  if (origin === undefined) {
    const has = model.template.threatTypes.some(({ id }) => id === threat.typeId);
    return (
      <WrongText onExplain={() => explain('message:threats-stale')}>
        {has ? said.noInteraction : said.noType}
      </WrongText>
    );
  }
  return (
    <>
      <Answers template={model.template} origin={origin} filter="include" />
      <Answers template={model.template} origin={origin} filter="exclude" />
      <Remedies model={model} origin={origin} />
    </>
  );
}

interface AnswersProps {
  readonly template: Template;
  readonly origin: Origin;
  readonly filter: 'include' | 'exclude';
}

/** As many answers of no are listed beside those of yes. */
const MOST = 12;

function Answers({ template, origin: { type, interaction }, filter }: AnswersProps) {
  const asked = answersTo(template, type.filters[filter], interaction);
  if (asked.length === 0) return null;
  // What several branches of a rule ask is said once.
  const answers = [...new Map(asked.map(({ asks, holds }) => [laterWords.rule.asks(asks), holds]))].map(
    ([text, holds]) => ({ text, holds }),
  );
  const no = answers.filter(({ holds }) => !holds);
  const shown = no.length > MOST ? answers.filter(({ holds }) => holds) : answers;
  return (
    <>
      <p>{said[filter]}</p>
      <ul>
        {shown.map(({ text, holds }) => (
          <li key={text} data-holds={holds}>
            {holds ? (
              <Check size={13} role="img" aria-label={said.holds} />
            ) : (
              <X size={13} role="img" aria-label={said.holdsNot} />
            )}
            {text}
          </li>
        ))}
        {shown.length < answers.length && <li>{said.hidden({ count: no.length })}</li>}
      </ul>
    </>
  );
}

function Remedies({ model, origin }: { readonly model: Model; readonly origin: Origin }) {
  const remedies = remediesOf(model, origin);
  return (
    <>
      <p>{remedies.length === 0 ? said.noRemedy : said.remedies}</p>
      <ul>
        {remedies.map((remedy) => (
          <li key={`${remedy.element.id} ${remedy.property.name} ${remedy.value}`}>
            <span>
              {remedyInWords(remedy)} <span className="hint">({said.effect(remedy)})</span>
            </span>
            <Button
              tone="quiet"
              onClick={() =>
                commit(remedyInWords(remedy), (before) =>
                  setProperty(before, [remedy.element.id], remedy.property.name, remedy.value),
                )
              }
            >
              {said.doSet}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function remedyInWords({ element, property, value, text }: Remedy): string {
  const word = text || (value === true ? said.yes : said.no);
  return said.set({ element: shownName(element), property: property.displayName, value: word });
}
