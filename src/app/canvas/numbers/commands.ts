import type { Command } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import { wayOfLooking } from '../base/way-of-looking.ts';
import { chooseNumbers, showsNumbers } from './kept.ts';

/** Shows at each flow its number in the order in which a diagram is told. */
export const numberCommands: readonly Command[] = [
  wayOfLooking({
    id: 'view.numbers',
    words: laterWords.flowNumbers,
    isOn: (model) => showsNumbers(model) === true,
    set: (model, on) => chooseNumbers(model, on || null),
  }),
];
