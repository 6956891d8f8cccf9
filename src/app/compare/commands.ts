import { activeModel, type Command, setDialog } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const { compare: said, mergeModels: mergeSaid } = laterWords;

/** Comparing and merging models; the first canvas does not wait for it. */
export const compareCommands: readonly Command[] = [
  {
    id: 'file.compare',
    label: said.command,
    group: 'File',
    keys: ['Alt+4'],
    keywords: said.keywords,
    enabled: () => activeModel() !== null,
    run: () => setDialog({ kind: 'compare-with' }),
  },
  {
    id: 'file.merge-models',
    label: mergeSaid.command,
    group: 'File',
    keywords: mergeSaid.keywords,
    enabled: () => activeModel() !== null,
    run: () => {
      const open = activeModel();
      if (open !== null) setDialog({ kind: 'merge-models', model: open.id });
    },
  },
];
