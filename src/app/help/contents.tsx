import { type KeyboardEvent, useId } from 'react';
import { SearchField, walk } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';
import { PAGE_IDS, PAGES, type Place } from './pages.ts';
import { foundSections, type Section } from './sections.ts';

const said = laterWords.help;

/** Headings deeper than this are only found by the search. */
const DEEPEST = 3;

const ALL = PAGE_IDS.flatMap((page) => PAGES[page]);

interface ContentsProps {
  readonly at: Place;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onGo: (place: Place) => void;
}

/** A search over all pages, and below it what it found, else the headings of the page. */
export function Contents({ at, query, onQuery, onGo }: ContentsProps) {
  const id = useId();
  const searching = query.trim() !== '';
  const rows = searching
    ? foundSections(ALL, query)
    : PAGES[at.page].filter(({ depth }) => depth > 1 && depth <= DEEPEST);
  const buttons = (): readonly Element[] => [
    ...(document.getElementById(id)?.querySelectorAll('button') ?? []),
  ];
  const onKeyDown = (event: KeyboardEvent) => {
    const all = buttons();
    const from = document.activeElement === null ? -1 : all.indexOf(document.activeElement);
    // In the field Home and End are the text's.
    if (from < 0 && event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    if (from < 0 && event.key === 'Enter') {
      const [first] = rows;
      if (searching && first !== undefined) onGo(first);
      return;
    }
    const to = walk(event.key, from, all.length);
    if (to === null) return;
    event.preventDefault();
    const button = all[to];
    if (button instanceof HTMLElement) button.focus();
  };
  const isAt = ({ page, id: own }: Section) => page === at.page && own === at.id;
  const stop = Math.max(0, rows.findIndex(isAt));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only passes the keys of the list on to it
    <div className="help-side" onKeyDown={onKeyDown}>
      <SearchField label={said.search} value={query} onValue={onQuery} />
      {searching && (
        <p className="help-found" role="status">
          {rows.length === 0 ? said.nothing({ text: query }) : said.found({ sections: rows.length })}
        </p>
      )}
      <nav
        id={id}
        className="help-contents"
        aria-label={said.contents}
        data-searching={searching || undefined}
      >
        <ul>
          {rows.map((section, index) => (
            <li key={`${section.page} ${section.id}`}>
              <button
                type="button"
                data-depth={searching ? 2 : section.depth}
                aria-current={isAt(section) ? 'true' : undefined}
                tabIndex={index === stop ? 0 : -1}
                onClick={() => onGo(section)}
              >
                {section.title}
                {searching && <small>{said.pages[section.page]}</small>}
              </button>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
