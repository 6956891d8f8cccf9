import { useState } from 'react';
import { explain } from '../store/index.ts';
import { Button, Field, WrongText } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { cvssScore, METRICS, metricIn, NO_HARM, withMetric } from './cvss.ts';

const { cvss: said } = laterWords.risk;

interface FieldProps {
  readonly value: string;
  readonly onValue: (vector: string) => void;
}

/** The score of a CVSS 4.0 vector, and its metrics to choose. */
export function CvssField({ value, onValue }: FieldProps) {
  const [open, setOpen] = useState(false);
  const score = cvssScore(value === '' && open ? NO_HARM : value);
  return (
    <>
      {score === null && value.trim() !== '' && (
        <WrongText role="status" className="risk-note" onExplain={() => explain('field:risk')}>
          {said.none}
        </WrongText>
      )}
      <p className="risk-note" role="status">
        {score !== null &&
          said.score({
            score: score.score.toFixed(1),
            severity: said.severities[score.severity],
            kind: score.kind,
          })}
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {said.calculate}
        </Button>
      </p>
      {open && (
        <fieldset className="risk-metrics">
          <legend>{said.metrics}</legend>
          {METRICS.map(({ letters, name, values }) => (
            <Field key={letters} label={nameOf({ name, letters })}>
              {(id) => (
                <select
                  id={id}
                  className="input"
                  value={metricIn(value, letters)}
                  onChange={({ target }) => onValue(withMetric(value, letters, target.value))}
                >
                  {values.map((one) => (
                    <option key={one.letters} value={one.letters}>
                      {one.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </fieldset>
      )}
    </>
  );
}

/** Both groups of impacts have the same names (CVSS 4.0, 2.2). */
function nameOf(metric: { readonly name: string; readonly letters: string }): string {
  if (/^V[CIA]$/.test(metric.letters)) return said.vulnerable(metric);
  return /^S[CIA]$/.test(metric.letters) ? said.subsequent(metric) : said.metric(metric);
}
