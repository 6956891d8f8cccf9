import { counts } from './counts.ts';
import { elements } from './elements.ts';
import { filters } from './filters.ts';
import { messages } from './messages.ts';
import { pictures } from './pictures.ts';
import { refusals } from './refusals.ts';
import { places, repairs } from './repairs.ts';

/** The words of the core in English. */
export const en = { counts, elements, filters, messages, pictures, places, refusals, repairs };
