import type { Fact, NodeRole } from '../draft.ts';
import { bareName, withChanges } from '../facts.ts';
import type { Json } from '../json.ts';
import { changedSince, type ElementMark } from '../marks.ts';
import { listed, plainText } from '../plain-text.ts';

/** Names of facts that say yes or no, by the members of a data flow that mean the same; in the form of `bareName`. */
export const FLOW_FACTS = {
  has_sensitive_data: ['sensitivedata', 'hassensitivedata', 'containssensitivedata', 'sensitive'],
  encrypted: ['encrypted', 'encryption', 'providesconfidentiality'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const said = (facts: readonly (readonly [name: string, value: unknown])[]): readonly Fact[] =>
  facts.map(([name, value]) => ({ name, value: plainText(value) })).filter(({ value }) => value !== '');

/** What a file says of a zone, an actor, a component or a data store; of our own export what changed there since. */
export function factsOfThing(
  json: Json,
  { facts, written }: ElementMark,
  { role, sets }: { readonly role: NodeRole; readonly sets: readonly string[] },
): readonly Fact[] {
  // Our export writes none of these.
  const more = said([
    ['Permissions', json['permissions']],
    ['Vendor', json['vendor']],
    ['Product', json['product']],
    ['Repository', json['repo_link']],
    ['Data', role === 'store' ? listed(sets) : ''],
  ]);
  if (facts === undefined) return [...said([['Description', json['description']]]), ...more];
  const changed = changedSince(written, json).flatMap((name): readonly Fact[] => {
    if (name === 'description') return [{ name: 'Description', value: plainText(json[name]) }];
    return name === 'type' ? said([['Type', json[name]]]) : [];
  });
  return withChanges(facts, [...changed, ...more]);
}

/** What a file says of a data flow; of our own export what changed there since. */
export function factsOfFlow(json: Json, { facts, written }: ElementMark): readonly Fact[] {
  if (facts === undefined)
    return said([
      ['Description', json['description']],
      ['Sensitive Data', json['has_sensitive_data'] === true ? 'true' : ''],
      ['Encrypted', json['encrypted'] === true ? 'true' : ''],
    ]);
  const changed = changedSince(written, json).flatMap((name): readonly Fact[] => {
    if (name === 'description') return [{ name: 'Description', value: plainText(json[name]) }];
    if (name !== 'encrypted' && name !== 'has_sensitive_data') return [];
    const names: readonly string[] = FLOW_FACTS[name];
    const own = facts.find((fact) => names.includes(bareName(fact.name)))?.name;
    const label = own ?? (name === 'encrypted' ? 'Encrypted' : 'Sensitive Data');
    return [{ name: label, value: String(json[name] === true) }];
  });
  return withChanges(facts, changed);
}
