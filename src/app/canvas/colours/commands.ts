import type { Command } from '../../store/index.ts';
import { laterWords } from '../../words/later.ts';
import { wayOfLooking } from '../base/way-of-looking.ts';
import { chooseColours, coloursOf } from './kept.ts';

/** Shows the colours of elements with their legend, in which one chooses what they stand for. */
export const colourCommands: readonly Command[] = [
  wayOfLooking({
    id: 'view.colours',
    words: laterWords.colours,
    isOn: (model) => coloursOf(model) !== null,
    set: (model, on) => chooseColours(model, on ? 'threats' : null),
  }),
];
