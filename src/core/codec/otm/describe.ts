import type { Fact } from '../draft.ts';
import { bareName } from '../facts.ts';
import { type Json, recordIn, recordsIn, textIn } from '../json.ts';
import { type ElementMark, MARK } from '../marks.ts';
import { memberNames } from '../member-names.ts';
import { plainText, textsIn } from '../plain-text.ts';

/** Attributes that are ours, or that other tools write of everything. */
const NO_FACTS = new Set([MARK, 'kind', 'points']);
const isHousekeeping = (name: string, value: string): boolean => name === 'Dataflow Order' && value === '0';

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
  const attributes = recordIn(json['attributes']);
  if (mark.facts !== undefined) return ownFacts(json, mark.facts, mark.written);
  const facts: Fact[] = [];
  const say = (name: string, value: string): void => {
    if (value !== '') facts.push({ name, value });
  };
  say('Description', plainText(json['description']));
  for (const [name, value] of Object.entries(attributes)) {
    const text = plainText(value);
    const isName = name === 'Name' && text === plainText(json['name']);
    if (!isName && !NO_FACTS.has(name) && !isHousekeeping(name, text)) say(name, text);
  }
  say('Tags', textsIn(json['tags']).join(', '));
  say('Data', dataIn(json['assets'], assets));
  say('Trust Rating', plainText(recordIn(json['risk'])['trustRating']));
  for (const { file, line, codeSnippet } of recordsIn(json['representations'])) {
    const [name, at] = [plainText(file), plainText(line)];
    say('Source File', at === '' ? name : `${name}:${at}`);
    say('Source Code', plainText(codeSnippet));
  }
  return facts;
}

/** The assets of a flow, or those that a component processes and stores. */
function dataIn(value: unknown, assets: Assets): string {
  const named = (list: unknown): readonly string[] => textsIn(list).map((id) => assets.get(id) ?? id);
  if (Array.isArray(value)) return named(value).join(', ');
  const { processed, stored } = recordIn(value);
  return [
    ...named(processed).map((name) => `${name} (processed)`),
    ...named(stored).map((name) => `${name} (stored)`),
  ].join(', ');
}

/** The facts of our own export, but for what was changed in the other program since. */
function ownFacts(json: Json, facts: readonly Fact[], written: Json): readonly Fact[] {
  const attributes = recordIn(json['attributes']);
  const names = memberNames(facts);
  const known = new Set(names);
  const own = facts.map(({ name, value }, index) => {
    const now = attributes[names[index] ?? ''];
    return {
      name,
      value: now === undefined ? value : plainText(now) === value.trim() ? value : plainText(now),
    };
  });
  const more = Object.entries(attributes).flatMap(([name, value]) =>
    known.has(name) || NO_FACTS.has(name) || plainText(value) === ''
      ? []
      : [{ name, value: plainText(value) }],
  );
  const rating = plainText(recordIn(json['risk'])['trustRating']);
  if (rating === plainText(written['trustRating']) || rating === '') return [...own, ...more];
  return [
    ...[...own, ...more].filter(({ name }) => bareName(name) !== 'trustrating'),
    { name: 'Trust Rating', value: rating },
  ];
}

/** The name of a part, with all of its white space where our own export says it and nobody changed it. */
export const nameOfPart = (json: Json, { name, facts, written }: ElementMark): string => {
  const now = textIn(json['name']);
  return facts !== undefined && now === textIn(written['name']) ? (name ?? '') : now;
};
