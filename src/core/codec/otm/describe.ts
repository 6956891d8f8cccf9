import type { Fact } from '../draft.ts';
import { bareName, withChanges } from '../facts.ts';
import { type Json, recordIn, recordsIn, textIn } from '../json.ts';
import { type ElementMark, MARK } from '../marks.ts';
import { memberNames } from '../member-names.ts';
import { listed, plainText, textsIn } from '../plain-text.ts';

/** Attributes that mean something else than a property of their name: ours, and those of StartLeft. */
export const NO_FACTS: ReadonlySet<string> = new Set([MARK, 'kind', 'points']);
const isHousekeeping = (name: string, value: string): boolean => name === 'Dataflow Order' && value === '0';

/** Whether a fact is the trust that a zone has, which templates call so or so (exchange 4.2). */
export const isRating = ({ name }: Fact): boolean => /^trust(level|rating)$/.test(bareName(name));

/** What is written of an asset in a file, by its id. */
export type Assets = ReadonlyMap<string, string>;

export const assetsIn = (file: Json): Assets =>
  new Map(
    recordsIn(file['assets']).flatMap(({ id, name }) =>
      textIn(id) === '' ? [] : [[textIn(id), textIn(name) || textIn(id)]],
    ),
  );

/** Of what stands on many diagrams the facts are found once. */
const found = new WeakMap<Json, readonly Fact[]>();

/** What the members of a zone, a component or a data flow say of it; of our own export what changed there since. */
export function factsOfPart(json: Json, mark: ElementMark, assets: Assets): readonly Fact[] {
  const before = found.get(json);
  if (before !== undefined) return before;
  const facts = factsIn(json, mark, assets);
  found.set(json, facts);
  return facts;
}

function factsIn(json: Json, mark: ElementMark, assets: Assets): readonly Fact[] {
  if (mark.facts !== undefined) return ownFacts(json, mark.facts, mark.written, assets);
  const attributes = Object.entries(recordIn(json['attributes'])).flatMap(([name, value]) => {
    const text = plainText(value);
    const isName = name === 'Name' && text === plainText(json['name']);
    return isName || NO_FACTS.has(name) || isHousekeeping(name, text) ? [] : [{ name, value: text }];
  });
  return [
    { name: 'Description', value: plainText(json['description']) },
    ...attributes,
    ...factsBeside(json, assets),
    { name: 'Trust Rating', value: plainText(recordIn(json['risk'])['trustRating']) },
  ].filter(({ value }) => value !== '');
}

/** What stands in members that our export writes nothing into. */
const factsBeside = (json: Json, assets: Assets): readonly Fact[] =>
  [
    { name: 'Tags', value: listed(textsIn(json['tags'])) },
    { name: 'Data', value: dataIn(json['assets'], assets) },
    ...recordsIn(json['representations']).flatMap(({ file, line, codeSnippet }) => {
      const [name, at] = [plainText(file), plainText(line)];
      return [
        { name: 'Source File', value: at === '' ? name : `${name}:${at}` },
        { name: 'Source Code', value: plainText(codeSnippet) },
      ];
    }),
  ].filter(({ value }) => value !== '');

/** The assets of a flow, or those that a component processes and stores. */
function dataIn(value: unknown, assets: Assets): string {
  const named = (list: unknown): readonly string[] => textsIn(list).map((id) => assets.get(id) ?? id);
  if (Array.isArray(value)) return listed(named(value));
  const { processed, stored } = recordIn(value);
  const of = (list: readonly string[], how: string): readonly string[] =>
    [...new Set(list)].map((name) => `${name} (${how})`);
  return listed([...of(named(processed), 'processed'), ...of(named(stored), 'stored')]);
}

/** The facts of our own export, but for what was changed, added or taken away in the other program since. */
function ownFacts(json: Json, facts: readonly Fact[], written: Json, assets: Assets): readonly Fact[] {
  const attributes = recordIn(json['attributes']);
  const names = memberNames(facts, NO_FACTS);
  const known = new Set(names);
  const own = facts.flatMap(({ name, value }, index) => {
    const member = names[index] ?? '';
    // Some programs write no empty texts, and we once wrote what is called as our members under that name.
    if (!Object.hasOwn(attributes, member))
      return value.trim() === '' || NO_FACTS.has(name) ? [{ name, value }] : [];
    const now = plainText(attributes[member]);
    return [{ name, value: now === value.trim() ? value : now }];
  });
  const more = Object.entries(attributes).flatMap(([name, value]) =>
    known.has(name) || NO_FACTS.has(name) || plainText(value) === ''
      ? []
      : [{ name, value: plainText(value) }],
  );
  const changed: Fact[] = [];
  const { description, trustRating } = written;
  const said = plainText(json['description']);
  if (description !== undefined && said !== plainText(description))
    changed.push({ name: 'Description', value: said });
  const rating = plainText(recordIn(json['risk'])['trustRating']);
  if (rating !== plainText(trustRating) && rating !== '')
    changed.push({ name: facts.find(isRating)?.name ?? 'Trust Rating', value: rating });
  return withChanges([...own, ...more], [...changed, ...factsBeside(json, assets)]);
}

/** The name of a part, with all of its white space where our own export says it and nobody changed it. */
export const nameOfPart = (json: Json, { name, facts, written }: ElementMark): string => {
  const now = textIn(json['name']);
  return facts !== undefined && now === textIn(written['name']) ? (name ?? '') : now;
};
