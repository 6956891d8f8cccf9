import { activeDocument, type Command, isUnsaved, session, setDialog } from '../store/index.ts';
import { words } from '../words/index.ts';
import { chooseFiles } from './choose.ts';
import { closeFile, saveAll, saveDocument } from './save.ts';

const hasDocument = (): boolean => activeDocument() !== null;

function withActive(run: (id: string) => Promise<unknown>): () => void {
  return () => {
    const open = activeDocument();
    if (open !== null) void run(open.id);
  };
}

/** New, open, save and close: what is there before anything else. */
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
    run: () => void chooseFiles('use'),
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
];
