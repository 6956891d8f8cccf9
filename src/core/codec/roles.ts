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

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(folded(spaced(text)).match(/[\p{L}\p{N}]+/gu) ?? []);

const ROLE_OF_ID: Readonly<Record<string, NodeRole>> = { P: 'process', EI: 'external', DS: 'store' };

/** The role that the id of a type says, as templates of the Windows tool have them (`GE.P`, `SE.DS.SQL`); null for others. */
export const roleByTypeId = (id: string): NodeRole | null =>
  ROLE_OF_ID[/^[GS]E\.(P|EI|DS)(\.|$)/.exec(id)?.[1] ?? ''] ?? null;

/** What the words of a kind or a name say; null where they say nothing. */
export function roleByWords(text: string): NodeRole | null {
  const words = wordsOf(text);
  return KEYWORDS.find(([, known]) => known.some((word) => words.has(word)))?.[0] ?? null;
}

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
  const words = roleByWords(isPlain ? name : `${kind} ${name}`);
  return { role: words ?? 'unknown', kind: isPlain && words !== null ? `${kind}: ${words}` : kind };
}

/** Whether a role is that of something which flows end at; what nothing tells about may be. */
export const mayTakeFlows = (role: Found<NodeRole>): boolean =>
  role === 'process' || role === 'external' || role === 'store' || role === 'unknown';
