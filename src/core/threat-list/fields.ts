import {
  isHandled,
  shownName,
  stateLabel,
  type Template,
  THREAT_TEXT,
  threatProperty,
} from '../document/index.ts';
import type { ThreatItem } from './item.ts';

/** How the values of a field are compared: whole in any case, or as a part unless they are quoted. */
type Matching = 'whole' | 'part';

export interface Field {
  readonly name: string;
  readonly matching: Matching;
  /** What a threat has of it; any of them may fit. */
  readonly of: (item: ThreatItem) => readonly string[];
}

/** A name as queries write it: lower case, with hyphens for what is no letter or digit. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

const part = (name: string, of: (item: ThreatItem) => string): Field => ({
  name,
  matching: 'part',
  of: (item) => [of(item)],
});
const textOf = (name: string) => (item: ThreatItem) => threatProperty(item.threat, name) ?? '';

const OWN: readonly Field[] = [
  { name: 'state', matching: 'whole', of: ({ threat }) => [stateLabel(threat.state), threat.state] },
  { name: 'priority', matching: 'whole', of: ({ threat }) => [threat.priority] },
  part('category', ({ category }) => category),
  part('type', ({ type }) => type),
  part('title', ({ title }) => title),
  part('flow', ({ flow }) => flow),
  { name: 'element', matching: 'part', of: ({ source, target }) => [source, target] },
  part('source', ({ source }) => source),
  part('target', ({ target }) => target),
  { name: 'boundary', matching: 'part', of: (item) => item.crossed().map(shownName) },
  part('diagram', ({ diagram }) => diagram),
  part('by', ({ threat }) => threat.changedBy ?? ''),
  part('description', textOf(THREAT_TEXT.description)),
  part('justification', textOf(THREAT_TEXT.justification)),
  { name: 'id', matching: 'whole', of: ({ threat }) => [String(threat.id)] },
];

/** Fields whose values are not names of something. */
const SPECIAL = ['has', 'is', 'changed'] as const;

const OWN_NAMES: ReadonlySet<string> = new Set([...OWN.map(({ name }) => name), ...SPECIAL]);

/** The fields that the threats of a template can be asked for. */
export interface Fields {
  readonly byName: ReadonlyMap<string, Field>;
  /** All names, in the order in which they are offered. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
}

/**
 * The fields of every threat, and one for each text of a threat that the template defines, by its label; a label that
 * is taken is left out.
 */
export function fieldsOf({ threatMetadata }: Template): Fields {
  const byName = new Map(OWN.map((field) => [field.name, field]));
  for (const { name, label, hideFromUi } of threatMetadata.datums) {
    const key = slug(label || name);
    if (hideFromUi || key === '' || OWN_NAMES.has(key) || byName.has(key)) continue;
    byName.set(key, part(key, textOf(name)));
  }
  const own = OWN.map(({ name }) => name);
  const names = [...own, ...SPECIAL, ...[...byName.keys()].filter((name) => !OWN_NAMES.has(name))];
  const all = new Set(names);
  return { byName, names, has: (name) => all.has(name) };
}

/** What `is:` can ask for. */
export const KINDS: ReadonlyMap<string, (item: ThreatItem) => boolean> = new Map([
  ['open', ({ threat }) => !isHandled(threat.state)],
  ['handled', ({ threat }) => isHandled(threat.state)],
  ['new', ({ isNew }) => isNew],
  ['edited', ({ isEdited }) => isEdited],
  ['stale', ({ stale }) => stale],
  ['own', ({ custom }) => custom],
  ['changed', ({ threat }) => threat.changedBy !== null],
]);
