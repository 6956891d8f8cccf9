import './progress.css';
import { shownText } from '../../core/base/index.ts';
import { percentOf } from '../../core/document/index.ts';
import {
  type Fields,
  hasChoice,
  type Progress as ProgressOf,
  progressOf,
  type Share,
  type ThreatItem,
  toggleChoice,
} from '../../core/threat-list/index.ts';
import { Button } from '../ui/index.ts';
import { words } from '../words/index.ts';
import { laterWords } from '../words/later.ts';
import { byPriority } from './table/ranks.ts';
import { STATES } from './words.ts';

const { columns } = words.threats;
const { progress: said } = laterWords.threatView;

interface ProgressProps {
  readonly items: readonly ThreatItem[];
  readonly fields: Fields;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** How far the work is: of all threats, and by what sorts them; each share filters the list to its threats. */
export function Progress({ items, fields, query, onQuery }: ProgressProps) {
  const progress = progressOf(items);
  const filter = { fields, query, onQuery };
  const priorities = progress.byPriority.toSorted((a, b) => byPriority(a.label, b.label));
  return (
    <details className="threats-progress">
      <summary>
        <span className="threats-progress-sum">
          {said.handled({ ...progress, percent: percentOf(progress) })}
        </span>
        <span className="threats-progress-bar" role="img" aria-label={statesInWords(progress)}>
          {STATES.map(({ state }) => {
            const count = progress.byState.get(state) ?? 0;
            return count > 0 && <span key={state} data-state={state} style={{ flexGrow: count }} />;
          })}
        </span>
      </summary>
      <Edited items={items} {...filter} />
      <div className="threats-shares">
        <Shares field="priority" label={columns.priority} shares={priorities} {...filter} />
        <Shares field="category" label={columns.category} shares={progress.byCategory} {...filter} />
        {progress.byDiagram.length > 1 && (
          <Shares
            field="diagram"
            label={words.threats.detail.diagram}
            shares={progress.byDiagram}
            {...filter}
          />
        )}
      </div>
    </details>
  );
}

const EDITED = { field: 'is', value: 'edited' };

/** How many threats have changed since the file was opened, and the way to them; nothing while none has. */
function Edited({ items, fields, query, onQuery }: ProgressProps) {
  const count = items.filter(({ isEdited }) => isEdited).length;
  if (count === 0) return null;
  return (
    <p className="threats-edited">
      <Button
        tone="quiet"
        aria-pressed={hasChoice(query, EDITED, fields)}
        onClick={() => onQuery(toggleChoice(query, EDITED, fields))}
      >
        {said.edited({ count })}
      </Button>
    </p>
  );
}

const statesInWords = ({ byState }: ProgressOf): string =>
  STATES.map(({ state, label }) => `${label} ${byState.get(state) ?? 0}`).join(', ');

interface SharesProps extends Omit<ProgressProps, 'items'> {
  readonly field: string;
  readonly label: string;
  readonly shares: readonly Share[];
}

function Shares({ field, label, shares, fields, query, onQuery }: SharesProps) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {shares.map((share) => {
        const choice = { field, value: share.label };
        const name = shownText(share.label) || words.threats.none;
        return (
          <button
            key={share.label}
            type="button"
            aria-pressed={hasChoice(query, choice, fields)}
            aria-label={said.share({ ...share, label: name })}
            onClick={() => onQuery(toggleChoice(query, choice, fields))}
          >
            <span className="threats-share-name" title={name}>
              {name}
            </span>
            <span className="threats-share-bar">
              <span style={{ width: `${percentOf(share)}%` }} />
            </span>
            <span className="threats-share-count">
              {share.handled}/{share.all}
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}
