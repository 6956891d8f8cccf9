import { X } from 'lucide-react';
import { percentOf } from '../../core/document/index.ts';
import { IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { forgetRecent, useRecent } from './recent.ts';
import { openRecent } from './recent-commands.ts';
import type { StoredRecent } from './records.ts';

const { recentFiles: said } = laterWords;

const STEPS = [
  [60, 'second'],
  [60, 'minute'],
  [24, 'hour'],
  [30, 'day'],
  [12, 'month'],
  [Number.POSITIVE_INFINITY, 'year'],
] as const;

/** How long ago, in the largest unit that fits: `3 hours ago`. */
function ago(at: number, now: number): string {
  const relative = new Intl.RelativeTimeFormat(said.language, { numeric: 'auto' });
  let amount = Math.max(0, (now - at) / 1000);
  for (const [size, unit] of STEPS) {
    if (amount < size) return unit === 'second' ? said.justNow : relative.format(-Math.floor(amount), unit);
    amount /= size;
  }
  return '';
}

/** The files that were opened or saved last; nothing while there are none. */
export function RecentList() {
  const recent = useRecent();
  if (recent === null || recent.length === 0) return null;
  const now = Date.now();
  return (
    <section className="start-section" aria-labelledby="start-recent">
      <h2 id="start-recent">{said.title}</h2>
      <ul className="recent">
        {recent.map((item) => (
          <li key={item.key}>
            <button type="button" className="recent-open" onClick={() => void openRecent(item)}>
              <span className="recent-name">{item.fileName}</span>
              <Handled item={item} />
              <span className="recent-when">
                {item.handle === null ? said.copy : ''}
                {ago(item.at, now)}
              </span>
            </button>
            <IconButton
              label={said.forget({ file: item.fileName })}
              onClick={() => void forgetRecent(item.key)}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many threats of a model are handled; nothing of a template, or of what an older version remembered. */
function Handled({ item: { threats } }: { readonly item: StoredRecent }) {
  if (threats === undefined || threats.all === 0) return null;
  return (
    <span className="recent-handled" title={said.handledLong(threats)}>
      <span className="recent-bar" aria-hidden="true">
        <span style={{ width: `${percentOf(threats)}%` }} />
      </span>
      {said.handled(threats)}
    </span>
  );
}
