import { counts } from './counts.ts';
import { edits } from './edits.ts';
import { elements } from './elements.ts';
import { filters } from './filters.ts';
import { formats, reports } from './formats.ts';
import { messages } from './messages.ts';
import { pictures } from './pictures.ts';

/** The words of the core in English. */
export const en = {
  counts,
  edits,
  elements,
  filters,
  formats,
  messages,
  pictures,
  reports,
};
