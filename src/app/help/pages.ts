import { guide, licence, news, others, version } from 'virtual:help-pages';
import type { HelpPage, HelpTopic } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import type { Block } from './blocks.ts';
import { EXPLAINED } from './explained.ts';
import { glossaryBlocks, heading, paragraph, type Section, sectionsOf } from './sections.ts';

export { others };

const said = laterWords.help.about;

/** Ids of the headings of the page about the app. */
export const ABOUT = {
  product: 'trustline',
  licence: 'licence',
  canvas: 'canvas',
  others: 'others',
} as const;

const about: readonly Block[] = [
  heading(2, ABOUT.product, said.product),
  ...[said.line, said.version({ version }), said.privacy].map(paragraph),
  heading(2, ABOUT.licence, said.licence),
  ...licence.trim().split(/\n\n+/).map(paragraph),
  heading(2, ABOUT.canvas, said.canvas),
  paragraph(said.canvasText),
  heading(2, ABOUT.others, said.others),
  paragraph(said.othersText),
];

/** The pages of the help, in the order of their tabs. */
export const PAGES: Readonly<Record<HelpPage, readonly Section[]>> = {
  guide: sectionsOf('guide', guide),
  glossary: sectionsOf('glossary', glossaryBlocks()),
  news: sectionsOf('news', news),
  about: sectionsOf('about', about),
};

export const PAGE_IDS = Object.keys(PAGES) as readonly HelpPage[];

/** A place in the help; an id of null is the top of the page. */
export interface Place {
  readonly page: HelpPage;
  readonly id: string | null;
}

const isWrong = (topic: HelpTopic): topic is keyof typeof EXPLAINED => topic in EXPLAINED;

/** Where the help speaks of something. */
export function placeOf(topic: HelpTopic): Place {
  if (isWrong(topic)) return { page: 'guide', id: EXPLAINED[topic] };
  const [name, id = null] = topic.split('#');
  return { page: PAGE_IDS.find((page) => page === name) ?? 'guide', id };
}
