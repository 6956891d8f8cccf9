import { Button, DraftField, Field } from '../../ui/index.ts';
import { laterWords } from '../../words/later.ts';
import type { StoredRevision } from '../records.ts';
import { BOUNDS, changeLimits, type HistoryLimits, useLimits, withLimit } from './limits.ts';
import { bytesStored } from './revisions.ts';
import { sizeOf } from './said.ts';

const { history: said } = laterWords;

const LIMITS: readonly (keyof HistoryLimits)[] = ['most', 'megabytes'];

interface LimitFieldsProps {
  /** Of the model that is looked at, and of all models. */
  readonly states: readonly StoredRevision[];
  readonly all: readonly StoredRevision[];
  /** Of models that are not open. */
  readonly elsewhere: readonly StoredRevision[];
  readonly onDeleteElsewhere: () => void;
}

/** How much is kept, and how much is to be. */
export function LimitFields({ states, all, elsewhere, onDeleteElsewhere }: LimitFieldsProps) {
  const limits = useLimits();
  return (
    <details className="folded history-limits">
      <summary>
        {said.stored({
          count: states.length,
          size: sizeOf(bytesStored(states)),
          all: sizeOf(bytesStored(all)),
        })}
      </summary>
      <div className="history-limit-fields">
        {LIMITS.map((name) => (
          <Field key={name} label={said[name]}>
            {(id) => (
              <DraftField
                id={id}
                type="number"
                min={BOUNDS[name].least}
                max={BOUNDS[name].greatest}
                value={String(limits[name])}
                onLeave={(text) => changeLimits(withLimit(limits, name, Number.parseFloat(text)))}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="hint">{said.limitsHint}</p>
      {elsewhere.length > 0 && (
        <Button onClick={onDeleteElsewhere}>
          {said.others.offer({ count: elsewhere.length, size: sizeOf(bytesStored(elsewhere)) })}
        </Button>
      )}
    </details>
  );
}
