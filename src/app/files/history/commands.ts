import { activeModel, type Command, setDialog } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';

const { history: said } = laterWords;

/** The history of the model in front; the first canvas does not wait for it. */
export const historyCommands: readonly Command[] = [
  {
    id: 'file.history',
    label: said.command,
    group: 'File',
    keys: ['Alt+5'],
    keywords: said.keywords,
    enabled: () => activeModel() !== null,
    run: () => {
      const open = activeModel();
      if (open !== null) setDialog({ kind: 'history', model: open.id });
    },
  },
];
