import { changes } from './en/changes.ts';
import { differences } from './en/differences.ts';
import { findings } from './en/findings.ts';
import { mappings } from './en/mappings.ts';
import { templateEdits } from './en/template-edits.ts';
import { type Said, say, type Wide } from './entry.ts';

/**
 * Words of the core that no diagram needs: what compares, checks and changes templates brings them along, and the first
 * canvas does not wait for them.
 */
const en = { changes, differences, findings, mappings, templateEdits };

/** The language in use, as `words` is. */
export const laterWords: Wide<typeof en> = en;

/** What the check of a template says. */
export type FindingSaid = Said<typeof findings>;
/** Why a mapping file is refused. */
export type MappingSaid = Said<typeof mappings>;

export const findingWords = (said: FindingSaid): string => say(laterWords.findings, said);
export const mappingWords = (said: MappingSaid): string => say(laterWords.mappings, said);
