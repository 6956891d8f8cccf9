import { activeModel, announce, type Command, session } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { laterWords } from '../../words/later.ts';
import { chooseNumbers, showsNumbers } from './kept.ts';

const { command, keywords } = laterWords.flowNumbers;

/** Shows at each flow its number in the order in which a diagram is told. */
export const numberCommands: readonly Command[] = [
  {
    id: 'view.numbers',
    label: command,
    group: 'View',
    keywords,
    enabled: () => activeModel() !== null && session.getState().view === 'diagram',
    checked: () => {
      const open = activeModel();
      return open !== null && showsNumbers(open.model) === true;
    },
    run: () => {
      const open = activeModel();
      if (open === null) return;
      const on = showsNumbers(open.model) !== true;
      chooseNumbers(open.model, on || null);
      announce(words.canvas.said.switched({ what: command, on }));
    },
  },
];
