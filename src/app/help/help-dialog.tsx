import './help.css';
import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import {
  createElement,
  type KeyboardEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { closeHelp, type HelpPage, type HelpTopic, session } from '../store/index.ts';
import { DialogFrame, IconButton } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { Blocks } from './block-view.tsx';
import { Contents } from './contents.tsx';
import { Others } from './others.tsx';
import { ABOUT, PAGE_IDS, PAGES, type Place, placeOf } from './pages.ts';
import type { Section } from './sections.ts';

const said = laterWords.help;

/** Whose library draws the canvas. */
const LIBRARY = 'https://reactflow.dev';

/** How many tabs on a key goes. */
const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** The help over the app: four pages, their headings and a search on the left. */
export function HelpDialog({ topic }: { readonly topic: HelpTopic }) {
  // While it is drawn for the first time: where the person is in the dialog below, if there is one.
  const [asked] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    // A dialog below learns only a little later that it is not the uppermost: until then Escape would close it, too.
    const keep = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || session.getState().explaining === null) return;
      event.preventDefault();
      event.stopPropagation();
      closeHelp();
    };
    window.addEventListener('keydown', keep, true);
    return () => window.removeEventListener('keydown', keep, true);
  }, []);
  return (
    <DialogFrame
      className="help"
      aria-describedby={undefined}
      onClose={closeHelp}
      onOpenAutoFocus={(event) => {
        // Not asked for where a place in the help has the focus already: a dialog below has taken it back from there.
        event.preventDefault();
        if (!(event.target instanceof Element)) return;
        const place = event.target.querySelector<HTMLElement>('[data-shown]');
        (place ?? event.target.querySelector('input'))?.focus({ preventScroll: true });
      }}
    >
      {(afterwards) => {
        if (session.getState().explaining !== null)
          afterwards(() => asked instanceof HTMLElement && asked.focus({ preventScroll: true }));
        return <Pages topic={topic} />;
      }}
    </DialogFrame>
  );
}

/** What is in the dialog: its effects run when that is on the page. */
function Pages({ topic }: { readonly topic: HelpTopic }) {
  // An object each time that somebody goes somewhere, so that the same place can be gone to twice.
  const [at, setAt] = useState<Place>(() => placeOf(topic));
  const [query, setQuery] = useState('');
  const base = useId();
  const page = useRef<HTMLDivElement>(null);
  const [tabId, bodyId] = [(id: HelpPage) => `${base}tab-${id}`, `${base}body`];
  useEffect(() => {
    const body = page.current;
    const heading = at.id === null ? null : body?.querySelector<HTMLElement>(`[data-section="${at.id}"]`);
    if (heading == null) body?.scrollTo({ top: 0 });
    else {
      heading.focus({ preventScroll: true });
      heading.scrollIntoView({ block: 'start' });
    }
  }, [at]);
  return (
    <>
      <header className="help-bar">
        <Radix.Title className="help-title">{said.title}</Radix.Title>
        <Tabs page={at.page} tabId={tabId} bodyId={bodyId} onPage={(id) => setAt({ page: id, id: null })} />
        <IconButton label={said.close} keys="Esc" onClick={closeHelp}>
          <X />
        </IconButton>
      </header>
      <div className="help-body">
        <Contents
          at={at}
          query={query}
          onQuery={setQuery}
          onGo={({ page: to, id }) => setAt({ page: to, id })}
        />
        <div
          ref={page}
          key={at.page}
          id={bodyId}
          className="help-page"
          data-page={at.page}
          role="tabpanel"
          aria-labelledby={tabId(at.page)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long page is scrolled by keys
          tabIndex={0}
        >
          {PAGES[at.page].map((section) => (
            <SectionView
              key={section.id}
              section={section}
              shown={section.id === at.id}
              onGo={(id) => setAt({ page: at.page, id })}
            />
          ))}
        </div>
      </div>
    </>
  );
}

interface TabsProps {
  readonly page: HelpPage;
  readonly tabId: (page: HelpPage) => string;
  readonly bodyId: string;
  readonly onPage: (page: HelpPage) => void;
}

function Tabs({ page, tabId, bodyId, onPage }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEP[event.key];
    const count = PAGE_IDS.length;
    const id = step === undefined ? undefined : PAGE_IDS[(PAGE_IDS.indexOf(page) + step + count) % count];
    if (id === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onPage(id);
    document.getElementById(tabId(id))?.focus();
  };
  return (
    <div className="help-tabs" role="tablist" aria-label={said.pageTabs} onKeyDown={onKeyDown}>
      {PAGE_IDS.map((id) => (
        <button
          key={id}
          type="button"
          id={tabId(id)}
          className="panel-tab"
          role="tab"
          aria-selected={id === page}
          aria-controls={bodyId}
          tabIndex={id === page ? 0 : -1}
          onClick={() => onPage(id)}
        >
          {said.pages[id]}
        </button>
      ))}
    </div>
  );
}

interface SectionViewProps {
  readonly section: Section;
  /** Whether it is the one that was gone to. */
  readonly shown: boolean;
  readonly onGo: (id: string) => void;
}

function SectionView({ section, shown, onGo }: SectionViewProps) {
  const { page, id, depth, title, blocks } = section;
  return (
    <>
      {createElement(
        `h${Math.min(6, Math.max(3, depth + 1))}`,
        { 'data-section': id, 'data-shown': shown || undefined, tabIndex: -1 },
        title,
      )}
      <Blocks blocks={blocks} go={onGo} />
      {page === 'about' && id === ABOUT.canvas && (
        <p>
          <a href={LIBRARY} target="_blank" rel="noreferrer">
            {LIBRARY}
          </a>
        </p>
      )}
      {page === 'about' && id === ABOUT.others && <Others />}
    </>
  );
}
