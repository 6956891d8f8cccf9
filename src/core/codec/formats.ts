import type { FormatFacts } from './port.ts';
import { TB7 } from './tb7/facts.ts';
import { TM7 } from './tm7/facts.ts';

/*
 * What formats there are, apart from what reads and writes them: a page that leaves that to a worker must not load it.
 */

/**
 * The formats of files, in the order in which they are offered: the one list that pickers, the manifest, the command
 * line and messages read.
 */
export const FORMATS = [TM7, TB7] as const satisfies readonly FormatFacts[];

export type FormatId = (typeof FORMATS)[number]['id'];

/** Whether a file's name has one of a format's endings, in any letter case. */
export const hasEnding = (name: string, extensions: readonly string[]): boolean =>
  extensions.some((ending) => name.toLowerCase().endsWith(ending));

/** The format that a file's name promises. */
export const formatOfName = (name: string): FormatId | undefined =>
  FORMATS.find(({ extensions }) => hasEnding(name, extensions))?.id;

/** Endings by media type, as the pickers of browsers and the manifest of the app have them. */
export function acceptOf(ids: readonly FormatId[]): Record<string, string[]> {
  const accept: Record<string, string[]> = {};
  for (const { id, mime, extensions } of FORMATS) {
    if (ids.includes(id)) accept[mime] = [...(accept[mime] ?? []), ...extensions];
  }
  return accept;
}

/** The formats that can be opened. */
export const READABLE: readonly FormatId[] = FORMATS.filter(({ can }) => can.reads).map(({ id }) => id);
