import { FileText, X } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { percentOf } from '../../core/document/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { forgetRecent, useRecent } from './recent.ts';
import { openRecent } from './recent-commands.ts';
import type { StoredRecent } from './records.ts';

const { recentFiles: said } = laterWords;

/** So many are shown at first: what is below stays in sight. */
const FIRST = 6;

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
  const [all, setAll] = useState(false);
  if (recent === null || recent.length === 0) return null;
  const now = Date.now();
  const shown = all ? recent : recent.slice(0, FIRST);
  return (
    <section className="start-section" aria-labelledby="start-recent">
      <h2 id="start-recent">{said.title}</h2>
      <ul className="recent-files">
        {shown.map((item) => (
          <li key={item.key}>
            <button type="button" className="recent-file" onClick={() => void openRecent(item)}>
              <SketchPicture sketch={item.sketch} />
              <span className="recent-name" title={item.fileName}>
                {item.fileName}
              </span>
              <span className="recent-facts">
                <Handled item={item} />
                <span className="recent-when" title={item.handle === null ? said.copyHint : undefined}>
                  {item.handle === null ? said.copy : ''}
                  {ago(item.at, now)}
                </span>
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
      {shown.length < recent.length && (
        <Button
          className="recent-more"
          onClick={({ currentTarget: { parentElement } }) => {
            flushSync(() => setAll(true));
            // The button is gone: what came in its place has the focus.
            parentElement?.querySelectorAll<HTMLElement>('.recent-file')[FIRST]?.focus();
          }}
        >
          {said.more({ count: recent.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

/** The first diagram of a model, small and in the theme's colours; a sheet where there is none to see. */
function SketchPicture({ sketch }: { readonly sketch: StoredRecent['sketch'] | undefined }) {
  return (
    <span className="recent-picture" aria-hidden="true">
      {sketch === undefined ? (
        <FileText size={18} strokeWidth={1.5} />
      ) : (
        <svg viewBox={`0 0 ${sketch.width} ${sketch.height}`} aria-hidden="true">
          <path className="sketch-boundaries" d={sketch.boundaries} />
          <path className="sketch-flows" d={sketch.flows} />
          <path className="sketch-shapes" d={sketch.shapes} />
        </svg>
      )}
    </span>
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
