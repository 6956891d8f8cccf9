import { folded } from '../base/index.ts';

/** Names of columns, ours and those of the Windows tool (exchange 9.1), in lower case. */
export const COLUMNS = [
  'key',
  'id',
  'title',
  'diagram',
  'interaction',
  'source',
  'target',
  'state',
  'priority',
  'category',
  'description',
  'justification',
  'changed by',
  'last modified',
] as const;
export type Column = (typeof COLUMNS)[number];

const KNOWN: ReadonlySet<string> = new Set(COLUMNS);

/** How many of the names are those of columns of a list of threats. */
export const knownColumns = (names: readonly string[]): number =>
  new Set(names.map(folded).filter((name) => KNOWN.has(name))).size;
