import { Buffer } from 'node:buffer';
import path from 'node:path';
import { isRecord } from '../core/base/index.ts';
import {
  GROUPINGS,
  LAYOUTS,
  logoOf,
  MARKDOWN_PICTURES,
  PICTURES,
  type ReportChoices,
  readChoices,
} from '../core/report/index.ts';
import { EXIT, Failure, readBytes, readText, type Streams, shown } from './io.ts';

/** The options of a report as words of the command line, as they were typed. */
export interface ChoiceFlags {
  readonly options?: string;
  readonly layout?: string;
  readonly diagrams?: string;
  readonly states?: string;
  readonly priorities?: string;
  readonly categories?: string;
  readonly properties?: string;
  readonly groupBy?: string;
  readonly pictures?: string;
  readonly markdownPictures?: string;
  /** False for `--no-elements`; true when nothing was said. */
  readonly elements?: boolean;
  readonly logo?: string;
  readonly classification?: string;
  readonly document?: string;
  readonly documentVersion?: string;
  readonly status?: string;
}

/** The flags and what they do, for the help. Lists are separated by commas. */
export const CHOICE_FLAGS: readonly (readonly [flags: string, description: string])[] = [
  ['--layout <layout>', `${LAYOUTS.join(', ')} (as the Windows tool): full when not given`],
  ['--diagrams <names>', 'only these diagrams, separated by commas'],
  ['--states <states>', 'only threats in these states: "not-started,needs-investigation"'],
  ['--priorities <priorities>', 'only threats of these priorities'],
  ['--categories <categories>', 'only threats of these categories'],
  ['--properties <labels>', 'only these rows of a threat'],
  ['--group-by <what>', GROUPINGS.join(', ')],
  ['--pictures <which>', PICTURES.join(', ')],
  ['--markdown-pictures <where>', MARKDOWN_PICTURES.join(', ')],
  ['--no-elements', 'without the elements and boundaries of each diagram'],
  ['--logo <file>', 'a PNG or JPEG for the cover'],
  ['--classification <text>', 'a line such as "Confidential" above the title and on every page'],
  ['--document <text>', 'the number of the document'],
  ['--document-version <text>', 'its version'],
  ['--status <text>', 'its status, such as "Draft"'],
];

const LISTS = ['diagrams', 'states', 'priorities', 'categories', 'properties'] as const;
const WORDS = [
  ['layout', 'layout'],
  ['groupBy', 'grouping'],
  ['pictures', 'pictures'],
  ['markdownPictures', 'markdownPictures'],
] as const;
const COVER = [
  ['classification', 'classification'],
  ['document', 'document'],
  ['documentVersion', 'version'],
  ['status', 'status'],
] as const;

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** The options of the file with those of the flags over them. Refuses with a line for each bad value. */
export function chosen(flags: ChoiceFlags, streams: Streams): ReportChoices {
  const file = flags.options;
  const given = file === undefined ? {} : jsonOf(file, streams);
  const fields: Record<string, unknown> = { ...fieldsOf(given) };
  for (const key of LISTS) if (flags[key] !== undefined) fields[key] = listOf(flags[key]);
  for (const [flag, key] of WORDS) if (flags[flag] !== undefined) fields[key] = flags[flag];
  if (flags.elements === false) fields['elements'] = false;
  const cover: Record<string, unknown> = { ...fieldsOf(fields['cover']) };
  for (const [flag, key] of COVER) if (flags[flag] !== undefined) cover[key] = flags[flag];
  const logo = cover['logo'];
  if (flags.logo !== undefined) cover['logo'] = logoIn(flags.logo, streams);
  else if (typeof logo === 'string' && file !== undefined && /^[^:]{1,500}\.(png|jpe?g)$/i.test(logo))
    cover['logo'] = logoIn(path.resolve(path.dirname(file), logo), streams);
  if (Object.keys(cover).length > 0 && (fields['cover'] === undefined || isRecord(fields['cover'])))
    fields['cover'] = cover;
  const read = readChoices(file !== undefined && !isRecord(given) ? given : fields);
  if (read.ok) return read.value;
  const from = file === undefined ? '' : `${shown(file)}: `;
  return refuse(
    read.error.map((problem) => from + problem),
    streams,
  );
}

/** Ends the command with a line for each problem. */
export function refuse(problems: readonly string[], streams: Streams): never {
  for (const problem of problems) streams.err(`trustline: ${problem}`);
  throw new Failure('', EXIT.usage);
}

function jsonOf(file: string, streams: Streams): unknown {
  const text = readText(file, streams);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Failure(
      `${shown(file)}: not JSON: ${error instanceof Error ? error.message : String(error)}`,
      EXIT.unreadable,
    );
  }
}

function logoIn(file: string, streams: Streams): string {
  const logo = logoOf(Buffer.from(readBytes(file, streams)).toString('base64'));
  if (logo !== null) return logo;
  throw new Failure(
    `${shown(file)}: this is no PNG or JPEG that can be shown (its bytes say what it is)`,
    EXIT.usage,
  );
}
