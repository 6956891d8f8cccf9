import { err, isRecord, ok, type Result } from '../base/index.ts';
import { type KnownThreatState, stateLabel, THREAT_STATES } from '../document/index.ts';
import { checkedImage } from '../drawing/index.ts';

/** Everything; what people need who decide; or the parts of the Windows tool's report alone (format 6). */
export const LAYOUTS = ['full', 'summary', 'windows'] as const;
/** What the threats of a diagram are put together by. */
export const GROUPINGS = ['interaction', 'category', 'priority', 'state', 'type'] as const;
/** Of diagrams and their interactions, of diagrams alone, or none. */
export const PICTURES = ['all', 'diagrams', 'none'] as const;
/** Where the pictures of a Markdown report are: nowhere, in the text itself, or in files beside it. */
export const MARKDOWN_PICTURES = ['none', 'inline', 'files'] as const;

export type Layout = (typeof LAYOUTS)[number];
export type Grouping = (typeof GROUPINGS)[number];

/** One version of the document, as its table of versions says it. */
export interface DocumentVersion {
  readonly version: string;
  readonly date: string;
  readonly author: string;
  readonly changes: string;
}

/** A line to sign on: who has to, and when it was done. Empty texts leave room for a pen. */
export interface SignOff {
  readonly role: string;
  readonly name: string;
  readonly date: string;
}

export interface Cover {
  /** A PNG or JPEG as a data URI whose bytes were looked at; empty for none. */
  readonly logo: string;
  /** Such as "Confidential"; stands above the title and on every page of the PDF. */
  readonly classification: string;
  /** Number, version and status of the document. */
  readonly document: string;
  readonly version: string;
  readonly status: string;
  readonly versions: readonly DocumentVersion[];
  readonly signOffs: readonly SignOff[];
}

/**
 * What a person may choose about a report, the same for every format. Plain data: the app keeps it for each model, the
 * command line reads it from flags and a JSON file. A null list stands for all.
 */
export interface ReportChoices {
  readonly layout: Layout;
  /** Ids or names. */
  readonly diagrams: readonly string[] | null;
  readonly states: readonly KnownThreatState[] | null;
  readonly priorities: readonly string[] | null;
  readonly categories: readonly string[] | null;
  /** Labels of the rows of a threat. */
  readonly properties: readonly string[] | null;
  readonly grouping: Grouping;
  readonly pictures: (typeof PICTURES)[number];
  readonly markdownPictures: (typeof MARKDOWN_PICTURES)[number];
  /** The elements with their properties, and the boundaries with what crosses them. */
  readonly elements: boolean;
  /** Words that stand for the usual ones. The layout of the Windows tool has its own. */
  readonly stateWords: Readonly<Partial<Record<KnownThreatState, string>>>;
  readonly cover: Cover;
}

export const DEFAULT_CHOICES: ReportChoices = {
  layout: 'full',
  diagrams: null,
  states: null,
  priorities: null,
  categories: null,
  properties: null,
  grouping: 'interaction',
  pictures: 'all',
  markdownPictures: 'none',
  elements: true,
  stateWords: {},
  cover: {
    logo: '',
    classification: '',
    document: '',
    version: '',
    status: '',
    versions: [],
    signOffs: [],
  },
};

/** Letters of one text, and entries of one list: what a person fills in, with room to spare. */
const LONGEST_TEXT = 10_000;
const MOST_ENTRIES = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/** The stored name of a state by that name, by its usual words, or by those with hyphens. */
export function stateOf(text: string): KnownThreatState | undefined {
  const bare = (words: string): string => words.toLowerCase().replace(/[\s_-]+/g, '');
  return THREAT_STATES.find((state) => bare(state) === bare(text) || bare(stateLabel(state)) === bare(text));
}

const quoted = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** Reads values and notes what is wrong with each one; a wrong or missing one is what it was. */
class Reading {
  readonly problems: string[] = [];

  no<T>(path: string, problem: string, instead: T): T {
    this.problems.push(`${path}: ${problem}`);
    return instead;
  }

  fields(value: unknown, path: string, known: readonly string[]): Fields {
    if (value === undefined) return {};
    const at = path === '' ? 'options' : path;
    if (!isRecord(value)) return this.no(at, `has to be an object, not ${quoted(value)}`, {});
    for (const key of Object.keys(value))
      if (!known.includes(key))
        this.no(at, `there is no option ${quoted(key)}; known: ${known.join(', ')}`, 0);
    return value;
  }

  choice<T extends string>(value: unknown, path: string, allowed: readonly T[], fallback: T): T {
    if (value === undefined) return fallback;
    const found = allowed.find((each) => each === value);
    return found ?? this.no(path, `has to be one of ${allowed.join(', ')}, not ${quoted(value)}`, fallback);
  }

  flag(value: unknown, path: string, fallback: boolean): boolean {
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    return this.no(path, `has to be true or false, not ${quoted(value)}`, fallback);
  }

  text(value: unknown, path: string, fallback = ''): string {
    if (value === undefined) return fallback;
    if (typeof value !== 'string') return this.no(path, `has to be a text, not ${quoted(value)}`, fallback);
    if (value.length > LONGEST_TEXT)
      return this.no(path, `has ${value.length} letters; ${LONGEST_TEXT} are allowed`, fallback);
    return value;
  }

  list<T>(value: unknown, path: string, each: (entry: unknown, path: string) => T): readonly T[] {
    if (!Array.isArray(value)) return this.no(path, `has to be a list, not ${quoted(value)}`, []);
    if (value.length > MOST_ENTRIES)
      return this.no(path, `has ${value.length} entries; ${MOST_ENTRIES} are allowed`, []);
    return value.map((entry, index) => each(entry, `${path}[${index}]`));
  }

  /** A list of texts; null and nothing stand for all. */
  texts(value: unknown, path: string): readonly string[] | null {
    if (value === undefined || value === null) return null;
    return this.list(value, path, (entry, at) => this.text(entry, at));
  }
}

const NO_PICTURE =
  'is no PNG or JPEG that can be shown (its bytes say what it is; at most 4096 by 4096 and 8 million pixels)';

/** The picture of a cover as a data URI by its bytes, whatever it is said to be; null when it is none. */
export function logoOf(base64OrDataUri: string): string | null {
  const comma = base64OrDataUri.startsWith('data:') ? base64OrDataUri.indexOf(',') : -1;
  return checkedImage(base64OrDataUri.slice(comma + 1));
}

function readLogo(value: unknown, path: string, reading: Reading): string {
  if (value === undefined || value === '') return '';
  if (typeof value !== 'string') return reading.no(path, `has to be a text, not ${quoted(value)}`, '');
  return logoOf(value) ?? reading.no(path, NO_PICTURE, '');
}

const COVER = ['logo', 'classification', 'document', 'version', 'status', 'versions', 'signOffs'] as const;
const VERSION = ['version', 'date', 'author', 'changes'] as const;
const SIGN_OFF = ['role', 'name', 'date'] as const;

function readTexts<K extends string>(
  value: unknown,
  path: string,
  keys: readonly K[],
  reading: Reading,
): Record<K, string> {
  const fields = reading.fields(value, path, keys);
  const read = keys.map((key) => [key, reading.text(fields[key], `${path}.${key}`)] as const);
  return Object.fromEntries(read) as Record<K, string>;
}

function readCover(value: unknown, reading: Reading): Cover {
  const fields = reading.fields(value, 'cover', COVER);
  const rows = <K extends string>(key: 'versions' | 'signOffs', keys: readonly K[]) =>
    fields[key] === undefined
      ? []
      : reading.list(fields[key], `cover.${key}`, (entry, at) => readTexts(entry, at, keys, reading));
  const text = (key: string): string => reading.text(fields[key], `cover.${key}`);
  return {
    logo: readLogo(fields['logo'], 'cover.logo', reading),
    classification: text('classification'),
    document: text('document'),
    version: text('version'),
    status: text('status'),
    versions: rows('versions', VERSION),
    signOffs: rows('signOffs', SIGN_OFF),
  };
}

function readStates(value: unknown, reading: Reading): readonly KnownThreatState[] | null {
  const texts = reading.texts(value, 'states');
  if (texts === null) return null;
  const known = THREAT_STATES.map(stateLabel).join(', ');
  return texts.flatMap(
    (text, index) =>
      stateOf(text) ??
      reading.no(`states[${index}]`, `there is no state ${quoted(text)}; known: ${known}`, []),
  );
}

function readStateWords(value: unknown, reading: Reading): ReportChoices['stateWords'] {
  if (value === undefined) return {};
  if (!isRecord(value)) return reading.no('stateWords', `has to be an object, not ${quoted(value)}`, {});
  const read = Object.entries(value).flatMap(([key, text]): readonly (readonly [string, string])[] => {
    const state = stateOf(key);
    if (state === undefined) return reading.no('stateWords', `there is no state ${quoted(key)}`, []);
    const word = reading.text(text, `stateWords.${key}`).trim();
    return word === '' ? [] : [[state, word]];
  });
  return Object.fromEntries(read);
}

/** Reads options from JSON that anybody may have written: they, or a message for each value that is none. */
export function readChoices(value: unknown): Result<ReportChoices, readonly string[]> {
  const reading = new Reading();
  const known = Object.keys(DEFAULT_CHOICES);
  const fields = reading.fields(value, '', known);
  const choices: ReportChoices = {
    layout: reading.choice(fields['layout'], 'layout', LAYOUTS, DEFAULT_CHOICES.layout),
    diagrams: reading.texts(fields['diagrams'], 'diagrams'),
    states: readStates(fields['states'], reading),
    priorities: reading.texts(fields['priorities'], 'priorities'),
    categories: reading.texts(fields['categories'], 'categories'),
    properties: reading.texts(fields['properties'], 'properties'),
    grouping: reading.choice(fields['grouping'], 'grouping', GROUPINGS, DEFAULT_CHOICES.grouping),
    pictures: reading.choice(fields['pictures'], 'pictures', PICTURES, DEFAULT_CHOICES.pictures),
    markdownPictures: reading.choice(
      fields['markdownPictures'],
      'markdownPictures',
      MARKDOWN_PICTURES,
      DEFAULT_CHOICES.markdownPictures,
    ),
    elements: reading.flag(fields['elements'], 'elements', DEFAULT_CHOICES.elements),
    stateWords: readStateWords(fields['stateWords'], reading),
    cover: readCover(fields['cover'], reading),
  };
  return reading.problems.length > 0 ? err(reading.problems) : ok(choices);
}

/** The same from the text of a file. */
export function parseChoices(text: string): Result<ReportChoices, readonly string[]> {
  try {
    return readChoices(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return err([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Options as a file that the command line and the app read. */
export const choicesText = (choices: ReportChoices): string => `${JSON.stringify(choices, null, 2)}\n`;
