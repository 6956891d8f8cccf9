import type { Warning } from '../../core/codec/index.ts';
import type { RefusalSaid } from '../../core/words/index.ts';

/** The words for what is wrong with a file: few files need them, so the first canvas does not wait for them. */
const readerWords = () => import('../../core/words/later.ts').catch(() => null);

/** Why a file was refused, in a sentence without a full stop; its bare code when the words cannot be fetched. */
export const reasonOf = async (said: RefusalSaid): Promise<string> =>
  (await readerWords())?.refusalWords(said) ?? said.cause;

/** What a reader repaired or carried along, each in one sentence without a full stop, likewise. */
export async function repairsOf(warnings: readonly Warning[]): Promise<readonly string[]> {
  const loaded = await readerWords();
  return warnings.map((warning) => loaded?.repairWords(warning) ?? warning.code);
}
