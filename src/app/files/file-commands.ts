import {
  activeDocument,
  activeModel,
  activeTemplate,
  type Command,
  isUnsaved,
  session,
  setDialog,
} from '../store/index.ts';
import { words } from '../words/index.ts';
import { CARDS, openCard } from './catalogue.ts';
import { chooseFiles } from './choose.ts';
import { newOnTemplate, openCopyOf } from './open.ts';
import { closeFile, saveAll, saveDocument } from './save.ts';

const hasDocument = (): boolean => activeDocument() !== null;

function withActive(run: (id: string) => Promise<unknown>): () => void {
  return () => {
    const open = activeDocument();
    if (open !== null) void run(open.id);
  };
}

/** New, open, save, close, and the samples. */
export const fileCommands: readonly Command[] = [
  {
    id: 'file.new',
    label: words.files.commands.new,
    group: 'File',
    // Browsers keep Ctrl+N and Ctrl+W for themselves.
    keys: ['Mod+Alt+N'],
    keywords: words.files.commands.newKeywords,
    inText: true,
    run: () => setDialog({ kind: 'new-model' }),
  },
  {
    id: 'file.open',
    label: words.files.commands.open,
    group: 'File',
    keys: ['Mod+O'],
    keywords: words.files.commands.openKeywords,
    inText: true,
    run: () => void chooseFiles(),
  },
  {
    id: 'file.new-from-template-file',
    label: words.files.commands.newFromFile,
    group: 'File',
    keywords: words.files.commands.newFromFileKeywords,
    run: () => void chooseFiles('template'),
  },
  {
    id: 'file.new-on-template',
    label: words.files.commands.newOnThis,
    group: 'File',
    keywords: words.files.commands.newOnThisKeywords,
    enabled: () => activeTemplate() !== null,
    run: newOnTemplate,
  },
  {
    id: 'file.open-own-template',
    label: words.files.commands.openOwn,
    group: 'File',
    keywords: words.files.commands.openOwnKeywords,
    enabled: () => activeModel() !== null,
    run: () => {
      const open = activeModel();
      if (open !== null) openCopyOf(open.model.template);
    },
  },
  {
    id: 'file.save',
    label: words.files.commands.save,
    group: 'File',
    keys: ['Mod+S'],
    keywords: words.files.commands.saveKeywords,
    inText: true,
    enabled: hasDocument,
    run: withActive((id) => saveDocument(id)),
  },
  {
    id: 'file.save-as',
    label: words.files.commands.saveAs,
    group: 'File',
    keys: ['Mod+Shift+S'],
    inText: true,
    enabled: hasDocument,
    run: withActive((id) => saveDocument(id, 'save-as')),
  },
  {
    id: 'file.save-all',
    label: words.files.commands.saveAll,
    group: 'File',
    keys: ['Mod+Alt+S'],
    inText: true,
    enabled: () => session.getState().documents.some(isUnsaved),
    run: () => void saveAll(),
  },
  {
    id: 'file.close',
    label: words.files.commands.close,
    group: 'File',
    keys: ['Alt+W'],
    inText: true,
    enabled: hasDocument,
    run: withActive(closeFile),
  },
  ...CARDS.filter((card) => card.kind === 'sample').map(
    (card): Command => ({
      id: `file.sample.${card.id}`,
      label: words.files.commands.sample({ title: card.title }),
      group: 'File',
      keywords: words.files.commands.sampleKeywords,
      run: () => void openCard(card),
    }),
  ),
];
