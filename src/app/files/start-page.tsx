import { FolderOpen, X } from 'lucide-react';
import { notify } from '../store/index.ts';
import { Button, IconButton } from '../ui/index.ts';
import { mayUse } from './browser-files.ts';
import { SampleCards, TemplateCards } from './cards.tsx';
import { CARDS } from './catalogue.ts';
import { chooseFiles } from './choose.ts';
import { openBytes, openGiven } from './open.ts';
import { forgetRecent, useRecent } from './recent.ts';
import type { StoredRecent } from './records.ts';
import './files.css';

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
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  let amount = Math.max(0, (now - at) / 1000);
  for (const [size, unit] of STEPS) {
    if (amount < size) return unit === 'second' ? 'just now' : words.format(-Math.floor(amount), unit);
    amount /= size;
  }
  return '';
}

async function openRecent({ key, fileName, handle, bytes }: StoredRecent): Promise<void> {
  const forget = { label: 'Forget it', run: () => void forgetRecent(key) };
  try {
    if (handle !== null) {
      if (await mayUse(handle, 'read')) await openGiven([{ handle, file: await handle.getFile() }]);
    } else if (bytes !== null) {
      await openBytes(fileName, bytes, null);
    }
  } catch (error) {
    const gone = error instanceof DOMException && error.name === 'NotFoundError';
    const reason = gone ? 'it is no longer where it was' : String(error);
    notify({ tone: 'error', text: `${fileName} was not opened: ${reason}.`, action: forget });
  }
}

function RecentList() {
  const recent = useRecent();
  if (recent === null || recent.length === 0) return null;
  const now = Date.now();
  return (
    <section className="start-section" aria-labelledby="start-recent">
      <h2 id="start-recent">Recent</h2>
      <ul className="recent">
        {recent.map((item) => (
          <li key={item.key}>
            <button type="button" className="recent-open" onClick={() => void openRecent(item)}>
              <span className="recent-name">{item.fileName}</span>
              <span className="recent-when">
                {item.handle === null ? 'copy, ' : ''}
                {ago(item.at, now)}
              </span>
            </button>
            <IconButton label={`Forget ${item.fileName}`} onClick={() => void forgetRecent(item.key)}>
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is shown while no model is in front. */
export function StartPage() {
  return (
    <main className="start">
      <div className="start-inner">
        <header className="start-head">
          <div>
            <h1>Trustline</h1>
            <p>Threat models for the Microsoft Threat Modeling Tool, whole, in the browser.</p>
          </div>
          <div className="start-open">
            <Button tone="primary" onClick={() => void chooseFiles()}>
              <FolderOpen size={15} aria-hidden="true" />
              Open a file
            </Button>
            <p className="hint">or drop a .tm7 or .tb7 anywhere</p>
          </div>
        </header>
        <section className="start-section" aria-labelledby="start-new">
          <h2 id="start-new">New model</h2>
          <TemplateCards />
        </section>
        {CARDS.some((card) => card.kind === 'sample') && (
          <section className="start-section" aria-labelledby="start-samples">
            <h2 id="start-samples">Samples</h2>
            <SampleCards />
          </section>
        )}
        <RecentList />
        <p className="start-foot">Files stay on this computer: nothing is sent anywhere.</p>
      </div>
    </main>
  );
}
