import { broken } from './en/broken.ts';
import { changes } from './en/changes.ts';
import { differences } from './en/differences.ts';
import { findings } from './en/findings.ts';
import { foreignFormats, losses } from './en/foreign-formats.ts';
import { mappings } from './en/mappings.ts';
import { refusals } from './en/refusals.ts';
import { places, repairs } from './en/repairs.ts';
import { templateEdits } from './en/template-edits.ts';
import { type Said, say, sayCause, type Wide } from './entry.ts';
import type { RefusalSaid, RepairSaid } from './index.ts';

/**
 * Words of the core that no diagram needs: what compares, checks and changes templates brings them along, what is wrong
 * with a file fetches them, and the first canvas does not wait for them.
 */
const en = {
  broken,
  changes,
  differences,
  findings,
  foreignFormats,
  losses,
  mappings,
  places,
  refusals,
  repairs,
  templateEdits,
};

/** The language in use, as `words` is. */
export const laterWords: Wide<typeof en> = en;

/** What does not hold together after a merge. */
export type BrokenSaid = Said<typeof broken>;
/** What an import or an export does not keep, or makes otherwise. */
export type LossCode = keyof typeof losses;
/** What the check of a template says. */
export type FindingSaid = Said<typeof findings>;
/** Why a mapping file is refused. */
export type MappingSaid = Said<typeof mappings>;

export const brokenWords = (said: BrokenSaid): string => say(laterWords.broken, said);
export const findingWords = (said: FindingSaid): string => say(laterWords.findings, said);
export const mappingWords = (said: MappingSaid): string => say(laterWords.mappings, said);

/** Why a file was refused, in a sentence without a full stop. */
export const refusalWords = (said: RefusalSaid): string => sayCause(laterWords.refusals, said);

/** Characters of a warning: names and values in it come from the file. */
const MOST = 240;

/** A repair in one sentence without a full stop; it says how often when more than once. */
export function repairWords(said: RepairSaid & { readonly count: number }): string {
  const text = say(laterWords.repairs, said);
  return laterWords.places({
    text: text.length > MOST ? `${text.slice(0, MOST)}…` : text,
    count: said.count,
  });
}

/** What of an import or an export is not kept, in one line: what, how many, and one of them. */
export function lossWords({
  code,
  count,
  example,
}: {
  code: string;
  count: number;
  example: string;
}): string {
  const table: Readonly<Record<string, string>> = laterWords.losses;
  const text = Object.hasOwn(table, code) ? table[code] : code;
  const one = example.length > MOST ? `${example.slice(0, MOST)}…` : example;
  // The number last: before, it would ask for another form of the words for one.
  return `${text}: ${count}${one.trim() === '' ? '' : ` (${JSON.stringify(one)})`}`;
}
