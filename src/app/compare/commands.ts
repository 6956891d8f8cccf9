import { activeModel, type Command, setDialog } from '../store/index.ts';
import { laterWords } from '../words/later.ts';

const { compare: said } = laterWords;

/** Comparing models; the first canvas does not wait for it. */
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
];
