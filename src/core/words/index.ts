import { en } from './en/index.ts';
import type { refusals } from './en/refusals.ts';
import type { repairs } from './en/repairs.ts';
import { type Caused, type Said, say, type Wide } from './entry.ts';

export { type Caused, type Entry, type Said, say, type Table, type Wide } from './entry.ts';
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

/** What a reader repaired or carried along; `later.ts` has the words. */
export type RepairSaid = Said<typeof repairs>;
/** What a repair puts for a missing value. */
export type StandIn = Extract<RepairSaid, { code: 'nil' }>['params']['used'];

/** Why a file was refused; `later.ts` has the words. */
export type RefusalSaid = Caused<typeof refusals>;

export const filterWords = (said: FilterSaid): string => say(words.filters, said);
export const messageWords = (said: MessageSaid): string => say(words.messages, said);
export const pictureWords = (said: Said<typeof en.pictures>): string => say(words.pictures, said);
