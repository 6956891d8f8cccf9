import { counts } from './counts.ts';
import { edits } from './edits.ts';
import { elements } from './elements.ts';
import { filters } from './filters.ts';
import { formats, reports } from './formats.ts';
import { messages } from './messages.ts';
import { pictures } from './pictures.ts';
import { refusals } from './refusals.ts';
import { places, repairs } from './repairs.ts';

/** The words of the core in English. */
export const en = {
  counts,
  edits,
  elements,
  filters,
  formats,
  messages,
  pictures,
  places,
  refusals,
  repairs,
  reports,
};
