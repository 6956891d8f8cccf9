import { activeModel, activeTemplate, type Command, setDialog, tellNotFetched } from '../store/index.ts';
import { laterWords } from '../words/later.ts';
import { CARDS, openCard } from './catalogue.ts';
import { chooseFiles } from './choose.ts';
import { newOnTemplate } from './open.ts';
import { openCopyOf } from './template-copy.ts';

const { commands: said } = laterWords.templateFiles;

/** What is done with templates, and the samples: nobody waits for these to see a first diagram. */
export const templateCommands: readonly Command[] = [
  {
    id: 'file.import',
    label: laterWords.exchange.importCommand,
    group: 'File',
    keywords: laterWords.exchange.importKeywords,
    run: () => void chooseFiles('open', 'any'),
  },
  {
    id: 'file.export-as',
    label: laterWords.exchange.exportCommand,
    group: 'File',
    keywords: laterWords.exchange.exportKeywords,
    enabled: () => activeModel() !== null,
    run: () => setDialog({ kind: 'export-as' }),
  },
  {
    id: 'file.new-on-template',
    label: said.newOnThis,
    group: 'File',
    keywords: said.newOnThisKeywords,
    enabled: () => activeTemplate() !== null,
    run: newOnTemplate,
  },
  {
    id: 'file.change-template',
    label: said.changeTemplate,
    group: 'File',
    keywords: said.changeTemplateKeywords,
    enabled: () => activeModel() !== null,
    run: () => setDialog({ kind: 'choose-template', purpose: 'change' }),
  },
  {
    id: 'file.merge-template',
    label: said.merge,
    group: 'File',
    keywords: said.mergeKeywords,
    enabled: () => activeTemplate() !== null,
    run: () => setDialog({ kind: 'choose-template', purpose: 'merge' }),
  },
  {
    id: 'file.open-own-template',
    label: said.openOwn,
    group: 'File',
    keywords: said.openOwnKeywords,
    enabled: () => activeModel() !== null,
    run: () => {
      const open = activeModel();
      if (open !== null) openCopyOf(open.model.template);
    },
  },
  {
    id: 'file.new-template',
    label: said.newTemplate,
    group: 'File',
    keywords: said.newTemplateKeywords,
    run: () => void import('./new-template.ts').then((part) => part.openNewTemplate(), tellNotFetched),
  },
  {
    id: 'file.edit-template',
    label: said.editTemplate,
    group: 'File',
    keywords: said.editTemplateKeywords,
    run: () => setDialog({ kind: 'choose-template', purpose: 'open' }),
  },
  ...CARDS.filter((card) => card.kind === 'sample').map(
    (card): Command => ({
      id: `file.${card.answers === undefined ? '' : 'answered-'}sample.${card.id}`,
      label: said.sample({ title: card.title }),
      group: 'File',
      keywords: said.sampleKeywords,
      run: () => void openCard(card),
    }),
  ),
];
