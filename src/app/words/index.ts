import type { Wide } from '../../core/words/index.ts';
import { en } from './en/index.ts';

/**
 * All that the app says on screen and to screen readers, in one language; what the core says is in `core/words`.
 * Another language is another object of this type.
 */
export type Words = Wide<typeof en>;

/** The language in use. */
export const words: Words = en;
