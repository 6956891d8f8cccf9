import {
  activeModel,
  type Command,
  changeSettings,
  type HelpPage,
  session,
  setDialog,
} from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { subjectOf } from './tour/steps.ts';

const said = laterWords.help.commands;

const page = (at: HelpPage, label: string, keywords: string, keys: readonly string[] = []): Command => ({
  id: `help.${at}`,
  label,
  group: 'Help',
  keys,
  keywords,
  inText: true,
  run: () => setDialog({ kind: 'help', at }),
});

/** Begins the tour: of the model in front, where it has a threat to speak of, else of the sample. */
async function startTour(openToured: () => Promise<void>): Promise<void> {
  changeSettings({ toured: true });
  const open = activeModel();
  if (open === null || subjectOf(open) === null) await openToured();
  if (activeModel() !== null) session.setState({ tour: 0 });
}

/** The pages of the help and the tour, whose sample `openToured` opens; the first canvas does not wait for them. */
export const helpCommands = (openToured: () => Promise<void>): readonly Command[] => [
  page('guide', said.guide, said.guideKeywords, ['F1']),
  page('glossary', said.glossary, said.glossaryKeywords),
  page('news', said.news, said.newsKeywords),
  page('about', said.about, said.aboutKeywords),
  {
    id: 'help.tour',
    label: laterWords.tour.command,
    group: 'Help',
    keywords: laterWords.tour.commandKeywords,
    run: () => void startTour(openToured),
  },
];
