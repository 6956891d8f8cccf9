import { FolderOpen, X } from 'lucide-react';
import { notify } from '../store/index.ts';
import { Button, bytesOf, IconButton, useFetched } from '../ui/index.ts';
import { mayUse } from './browser-files.ts';
import { SampleCards, TemplateCards } from './cards.tsx';
import { CARDS } from './catalogue.ts';
import { chooseFiles } from './choose.ts';
import { openBytes, openGiven } from './open.ts';
import { forgetRecent, useRecent } from './recent.ts';
import type { StoredRecent } from './records.ts';
import './files.css';
import { words } from '../words/index.ts';

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
  const relative = new Intl.RelativeTimeFormat(words.files.start.language, { numeric: 'auto' });
  let amount = Math.max(0, (now - at) / 1000);
  for (const [size, unit] of STEPS) {
    if (amount < size)
      return unit === 'second' ? words.files.start.justNow : relative.format(-Math.floor(amount), unit);
    amount /= size;
  }
  return '';
}

async function openRecent({ key, fileName, handle, bytes }: StoredRecent): Promise<void> {
  const forget = { label: words.files.start.forgetIt, run: () => void forgetRecent(key) };
  try {
    if (handle !== null) {
      if (await mayUse(handle, 'read')) await openGiven([{ handle, file: await handle.getFile() }]);
    } else if (bytes !== null) {
      await openBytes(fileName, await bytesOf(bytes), null);
    }
  } catch (error) {
    const gone = error instanceof DOMException && error.name === 'NotFoundError';
    const reason = gone ? words.files.opening.recentGone : String(error);
    notify({
      tone: 'error',
      text: words.files.opening.recentFailed({ file: fileName, reason }),
      action: forget,
    });
  }
}

function RecentList() {
  const recent = useRecent();
  if (recent === null || recent.length === 0) return null;
  const now = Date.now();
  return (
    <section className="start-section" aria-labelledby="start-recent">
      <h2 id="start-recent">{words.files.start.recent}</h2>
      <ul className="recent">
        {recent.map((item) => (
          <li key={item.key}>
            <button type="button" className="recent-open" onClick={() => void openRecent(item)}>
              <span className="recent-name">{item.fileName}</span>
              <span className="recent-when">
                {item.handle === null ? words.files.start.copy : ''}
                {ago(item.at, now)}
              </span>
            </button>
            <IconButton
              label={words.files.start.forget({ file: item.fileName })}
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

const yourTemplates = () => import('./your-templates.tsx');

/** What is shown while no model is in front. */
export function StartPage() {
  // Which are there is known a moment later, as of the recent files.
  const own = useFetched(yourTemplates);
  return (
    <main className="start">
      <div className="start-inner">
        <header className="start-head">
          <div>
            <h1>{words.files.start.product}</h1>
            <p>{words.files.start.line}</p>
          </div>
          <div className="start-open">
            <Button tone="primary" onClick={() => void chooseFiles()}>
              <FolderOpen size={15} aria-hidden="true" />
              {words.files.start.open}
            </Button>
            <p className="hint">{words.files.start.openHint}</p>
          </div>
        </header>
        <RecentList />
        <section className="start-section" aria-labelledby="start-new">
          <h2 id="start-new">{words.files.start.newModel}</h2>
          <TemplateCards purpose="use" />
        </section>
        {own.kind === 'here' && <own.loaded.YourTemplates purpose="use" />}
        {CARDS.some((card) => card.kind === 'sample') && (
          <section className="start-section" aria-labelledby="start-samples">
            <h2 id="start-samples">{words.files.start.samples}</h2>
            <SampleCards />
          </section>
        )}
        <p className="start-foot">{words.files.start.foot}</p>
      </div>
    </main>
  );
}
