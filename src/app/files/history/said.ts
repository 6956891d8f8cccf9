import { laterWords } from '../../words/later.ts';
import type { StoredRevision } from '../records.ts';

const { history: said } = laterWords;

/** When a state was kept, in local time. */
export const timeOf = ({ at }: Pick<StoredRevision, 'at'>): string =>
  new Intl.DateTimeFormat(said.language, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** What a state is called where no list tells the rest of it. */
export const nameOf = (revision: StoredRevision): string => {
  const { name, fileName, kind } = revision;
  const time = timeOf(revision);
  return name === ''
    ? said.stateName[kind]({ file: fileName, time })
    : said.namedState({ name, file: fileName, time });
};

/** Bytes for people: in the largest unit with a number of one or more. */
export function sizeOf(bytes: number): string {
  const [unit, size] =
    bytes < 1024 * 1024 ? (['kilobyte', 1024] as const) : (['megabyte', 1024 * 1024] as const);
  return new Intl.NumberFormat(said.language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    bytes / size,
  );
}
