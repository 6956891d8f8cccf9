import { en } from './en/index.ts';
import { type Said, say, type Wide } from './entry.ts';

export { type Entry, type Said, say, type Table, type Wide } from './entry.ts';
export { type Forms, type Plurals, pluralsOf } from './plurals.ts';

/**
 * All that the core says to people, in one language. Another language is another object of this type. Words that are
 * stored in files or that stand in the reports of the Windows tool are not here: they stay English, whoever reads them.
 */
export type Words = Wide<typeof en>;

/** The language in use. */
export const words: Words = en;

/** What is wrong with a filter. */
export type FilterSaid = Said<typeof en.filters>;
/** What a message about a model says. */
export type MessageSaid = Said<typeof en.messages>;

export const filterWords = (said: FilterSaid): string => say(words.filters, said);
export const messageWords = (said: MessageSaid): string => say(words.messages, said);
