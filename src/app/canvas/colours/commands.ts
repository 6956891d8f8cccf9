import { activeModel, announce, type Command, session } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { laterWords } from '../../words/later.ts';
import { chooseColours, coloursOf } from './kept.ts';

const { command, keywords } = laterWords.colours;

/** Shows the colours of elements with their legend, in which one chooses what they stand for. */
export const colourCommands: readonly Command[] = [
  {
    id: 'view.colours',
    label: command,
    group: 'View',
    keywords,
    enabled: () => activeModel() !== null && session.getState().view === 'diagram',
    checked: () => {
      const open = activeModel();
      return open !== null && coloursOf(open.model) !== null;
    },
    run: () => {
      const open = activeModel();
      if (open === null) return;
      const on = coloursOf(open.model) === null;
      chooseColours(open.model, on ? 'threats' : null);
      announce(words.canvas.said.switched({ what: command, on }));
    },
  },
];
