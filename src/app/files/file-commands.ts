import { activeModel, type Command, isUnsaved, session, setDialog } from '../store/index.ts';
import { CARDS, openCard } from './catalogue.ts';
import { chooseFiles } from './choose.ts';
import { closeFile, saveAll, saveModel } from './save.ts';

const hasModel = (): boolean => activeModel() !== null;

function withActive(run: (id: string) => Promise<unknown>): () => void {
  return () => {
    const open = activeModel();
    if (open !== null) void run(open.id);
  };
}

/** New, open, save, close, and the samples. */
export const fileCommands: readonly Command[] = [
  {
    id: 'file.new',
    label: 'New model…',
    group: 'File',
    // Browsers keep Ctrl+N and Ctrl+W for themselves.
    keys: ['Mod+Alt+N'],
    keywords: 'create template empty',
    inText: true,
    run: () => setDialog({ kind: 'new-model' }),
  },
  {
    id: 'file.open',
    label: 'Open…',
    group: 'File',
    keys: ['Mod+O'],
    keywords: 'file load tm7 tb7',
    inText: true,
    run: () => void chooseFiles(),
  },
  {
    id: 'file.new-from-template-file',
    label: 'New model from a template file…',
    group: 'File',
    keywords: 'tb7 knowledge base',
    run: () => void chooseFiles('template'),
  },
  {
    id: 'file.save',
    label: 'Save',
    group: 'File',
    keys: ['Mod+S'],
    keywords: 'write download tm7',
    inText: true,
    enabled: hasModel,
    run: withActive((id) => saveModel(id)),
  },
  {
    id: 'file.save-as',
    label: 'Save as…',
    group: 'File',
    keys: ['Mod+Shift+S'],
    inText: true,
    enabled: hasModel,
    run: withActive((id) => saveModel(id, 'save-as')),
  },
  {
    id: 'file.save-all',
    label: 'Save all',
    group: 'File',
    keys: ['Mod+Alt+S'],
    inText: true,
    enabled: () => session.getState().documents.some(isUnsaved),
    run: () => void saveAll(),
  },
  {
    id: 'file.close',
    label: 'Close the model',
    group: 'File',
    keys: ['Alt+W'],
    inText: true,
    enabled: hasModel,
    run: withActive(closeFile),
  },
  ...CARDS.filter((card) => card.kind === 'sample').map(
    (card): Command => ({
      id: `file.sample.${card.id}`,
      label: `Open sample: ${card.title}`,
      group: 'File',
      keywords: 'example demo',
      run: () => void openCard(card),
    }),
  ),
];
