import {
  isHandled,
  type RiskId,
  riskDatums,
  type Template,
  type Threat,
  threatProperty,
} from '../../core/document/index.ts';
import { author, explain } from '../store/index.ts';
import { WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { CvssField } from './cvss-field.tsx';
import { isDay, openable, riskLevel } from './risk.ts';

const { risk: said } = laterWords;

interface NotesProps {
  readonly id: RiskId;
  readonly template: Template;
  readonly threat: Threat;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** What a property of a risk says beside its text: a link to open, a date that passed, a score. */
export function RiskNotes({ id, template, threat, value, onValue }: NotesProps) {
  if (id === 'cvss') return <CvssField value={value} onValue={onValue} />;
  if (id === 'impact' || id === 'likelihood')
    return id === 'impact' ? <Level template={template} threat={threat} /> : null;
  if (value.trim() === '' || id === 'owner') return null;
  if (id === 'due') return <Due day={value.trim()} handled={isHandled(threat.state)} />;
  const address = openable(value);
  if (address === undefined) return <NotRead>{said.noLink}</NotRead>;
  return (
    <p className="risk-note">
      <a href={address} target="_blank" rel="noopener noreferrer">
        {said.open({ address })}
      </a>
    </p>
  );
}

const NotRead = ({ children }: { readonly children: string }) => (
  <WrongText className="hint" onExplain={() => explain('field:risk')}>
    {children}
  </WrongText>
);

function Due({ day, handled }: { readonly day: string; readonly handled: boolean }) {
  if (!isDay(day)) return <NotRead>{said.noDate}</NotRead>;
  const overdue = !handled && day < author().now.slice(0, 10);
  return overdue ? <p className="risk-note risk-overdue">{said.overdue}</p> : null;
}

function Level({ template, threat }: Pick<NotesProps, 'template' | 'threat'>) {
  const datums = riskDatums(template);
  const of = (id: RiskId): string => threatProperty(threat, datums.get(id)?.name ?? '') ?? '';
  const level = riskLevel(of('likelihood'), of('impact'));
  if (level === null) return null;
  return <p className="risk-note">{said.level({ product: level.product, word: said.words[level.word] })}</p>;
}
