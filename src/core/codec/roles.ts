import { folded } from '../base/index.ts';
import { isAnnotation, type Shape, type ShapeKind, type Template } from '../document/index.ts';
import type { Found, NodeRole } from './draft.ts';
import { spaced } from './names.ts';

/** The part that a shape plays in the diagram, by how it is drawn. */
export const ROLE_OF_KIND: Readonly<Record<ShapeKind, NodeRole>> = {
  ellipse: 'process',
  parallelLines: 'store',
  rectangle: 'external',
  borderBoundary: 'borderBoundary',
};

export const roleOfShape = (template: Template, shape: Shape): NodeRole =>
  isAnnotation(template, shape) ? 'annotation' : ROLE_OF_KIND[shape.kind];

/** Words that say what a thing is where nothing else does (exchange 2.2), the strongest first. */
const KEYWORDS: readonly (readonly [NodeRole, readonly string[]])[] = [
  [
    'store',
    [
      'db',
      'database',
      'databases',
      'store',
      'storage',
      'bucket',
      'queue',
      'cache',
      'table',
      'log',
      'logs',
      'disk',
      'volume',
      'file',
      'files',
      'repository',
      'warehouse',
      's3',
      'rds',
      'dynamodb',
      'sqs',
      'redis',
      'sql',
      'aurora',
      'mysql',
      'mariadb',
      'postgres',
      'postgresql',
      'mongodb',
      'sqlite',
    ],
  ],
  [
    'external',
    [
      'user',
      'users',
      'client',
      'clients',
      'browser',
      'customer',
      'customers',
      'admin',
      'administrator',
      'actor',
      'person',
      'people',
      'operator',
      'developer',
      'attacker',
      'external',
      'third',
      'party',
      'mobile',
      'internet',
    ],
  ],
  [
    'process',
    [
      'api',
      'app',
      'application',
      'service',
      'services',
      'server',
      'worker',
      'lambda',
      'function',
      'gateway',
      'backend',
      'frontend',
      'process',
      'web',
      'proxy',
      'balancer',
      'container',
      'pod',
      'job',
      'ec2',
      'host',
    ],
  ],
];

/** Words of the above that say what the whole is where they stand last: a database user and a database proxy are no stores. */
const LAST = {
  external: [
    'user',
    'users',
    'client',
    'clients',
    'customer',
    'customers',
    'admin',
    'administrator',
    'operator',
    'developer',
    'attacker',
  ],
  process: ['api', 'app', 'worker', 'function', 'gateway', 'backend', 'frontend', 'proxy', 'balancer', 'job'],
};
/** A call, as programs write it. */
const CALL = /[\p{L}\p{N}_]\(\)$/u;
/** What stands in brackets at the end says more of the thing, not what it is. */
const QUALIFIER = /\s*\([^()]*\)$/;
/** After these the last word is another thing: a table of users is a table. */
const RELATION = /\b(of|for|with|to|from|by|per)\b/i;
/** Computers that vendors' pictures show, whatever runs on them and is called. */
const COMPUTERS = new Set(['ec2', 'lambda']);
/** More words are no name but a sentence, in which a word says little. */
const MOST_WORDS = 8;
/** A word of as many letters is found at the end of a longer one, too: a webclient, a microservice. */
const LONG_WORD = 6;

const BOUNDARY = [
  'zone',
  'boundary',
  'vpc',
  'subnet',
  'network',
  'tenant',
  'dmz',
  'cluster',
  'region',
  'account',
  'cloud',
  'perimeter',
];

const listOf = (text: string): readonly string[] => folded(spaced(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
const wordsOf = (text: string): ReadonlySet<string> => new Set(listOf(text));

const ROLE_OF_ID: Readonly<Record<string, NodeRole>> = { P: 'process', EI: 'external', DS: 'store' };

/** The role that the id of a type says, as templates of the Windows tool have them (`GE.P`, `SE.DS.SQL`); null for others. */
export const roleByTypeId = (id: string): NodeRole | null =>
  ROLE_OF_ID[/^[GS]E\.(P|EI|DS)(\.|$)/.exec(id)?.[1] ?? ''] ?? null;

/** What the words of a kind or a name say, of more than a name its first line; null where they say nothing. */
export const roleByWords = (text: string): NodeRole | null => roleIn(nameIn(text));

function nameIn(text: string): string {
  const [first = ''] = text.trim().split('\n', 1);
  return [text, first].find((part) => listOf(part).length <= MOST_WORDS) ?? '';
}

function roleIn(text: string): NodeRole | null {
  const words = listOf(text);
  const found = roleWhere((word) => words.includes(word));
  const [first = ''] = text.trim().split('\n', 1);
  if (CALL.test(first)) return 'process';
  if (found === 'store' && !RELATION.test(first)) {
    const last = listOf(first.replace(QUALIFIER, '')).at(-1) ?? '';
    if (LAST.external.includes(last)) return 'external';
    if (LAST.process.includes(last)) return 'process';
  }
  const ends = (word: string): boolean =>
    word.length >= LONG_WORD && words.some((longer) => longer.endsWith(word));
  return found ?? roleWhere(ends);
}

const roleWhere = (isSaid: (word: string) => boolean): NodeRole | null =>
  KEYWORDS.find(([, known]) => known.some(isSaid))?.[0] ?? null;

/** Whether the words are those of something that holds others. */
export function isBoundaryByWords(text: string): boolean {
  const words = wordsOf(text);
  return BOUNDARY.some((word) => words.has(word));
}

/** What a shape was found to be, and by which word it is known to people. */
export interface FoundNode {
  readonly role: Found<NodeRole>;
  /** What the file calls things of this sort. */
  readonly kind: string;
}

/** A box of which neither a mark nor its drawing says what it is. */
export interface Box {
  /** What the file calls things of this sort. */
  readonly kind: string;
  readonly name: string;
  /** Its kind says nothing: a rectangle. */
  readonly isPlain: boolean;
  /** How many elements lie in it, counted to two. */
  readonly holds: number;
  /** The page draws processes as circles. */
  readonly hasCircles: boolean;
}

/**
 * The role of a box by what it holds, where it stands, and its words: what holds several things is a boundary, a plain box
 * beside circles an external, else its words say it (exchange 2.2).
 */
export function roleOfBox({ kind, name, isPlain, holds, hasCircles }: Box): FoundNode {
  if (holds >= 2 || (holds === 1 && isBoundaryByWords(isPlain ? name : `${kind} ${name}`)))
    return { role: 'borderBoundary', kind: `${kind} around others` };
  if (isPlain && hasCircles) return { role: 'external', kind };
  const isComputer = !isPlain && listOf(kind).some((word) => COMPUTERS.has(word));
  const short = nameIn(name);
  // A picture of a store is one, whoever it is called by.
  const isStore = !isPlain && roleIn(kind) === 'store';
  const told = isComputer ? 'process' : isStore ? 'store' : roleIn(isPlain ? short : `${kind} ${short}`);
  return { role: told ?? 'unknown', kind: isPlain && told !== null ? `${kind}: ${told}` : kind };
}

/** Whether a role is that of something which flows end at; what nothing tells about may be. */
export const mayTakeFlows = (role: Found<NodeRole>): boolean =>
  role === 'process' || role === 'external' || role === 'store' || role === 'unknown';
