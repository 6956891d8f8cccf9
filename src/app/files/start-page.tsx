import { FolderOpen } from 'lucide-react';
import { Button, useFetched } from '../ui/index.ts';
import { SampleCards, TemplateCards } from './cards.tsx';
import { CARDS } from './catalogue.ts';
import { chooseFiles } from './choose.ts';
import './files.css';
import { words } from '../words/index.ts';

const recentList = () => import('./recent-list.tsx');
const yourTemplates = () => import('./your-templates.tsx');

/** What is shown while no model is in front. */
export function StartPage() {
  // What is there of both is known a moment later.
  const recent = useFetched(recentList);
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
        {recent.kind === 'here' && <recent.loaded.RecentList />}
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
      </div>
    </main>
  );
}
