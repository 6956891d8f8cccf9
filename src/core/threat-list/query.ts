import { folded, type Steps } from '../base/index.ts';
import { THREAT_TEXT } from '../document/index.ts';
import { type Field, type Fields, KINDS, slug } from './fields.ts';
import type { ThreatItem } from './item.ts';
import { parseQuery, type Term, type Value } from './parse.ts';

type Test = (item: ThreatItem) => boolean;

/** A value that its field does not have. */
export interface UnknownValue {
  readonly field: string;
  readonly value: string;
}

export interface Query {
  /** Whether a threat passes. */
  readonly test: Test;
  /** Values that can fit no threat, whatever the model: they are told. */
  readonly unknown: readonly UnknownValue[];
}

/**
 * A query over threats. A threat passes when every term holds: a comma means or, everything else and. Names fit where
 * they contain the value, in any case of letters; a value in quotes, or with `*` for anything, has to fit the whole
 * name. States, priorities and ids always have to fit whole, `not-started` for Not Started. `changed:` takes the
 * beginning of a date or `>`, `>=`, `<`, `<=` before one; `has:` a field that is not empty; `is:` a kind of threat;
 * `#342` an id.
 */
export function compileQuery(text: string, fields: Fields): Query {
  const unknown: UnknownValue[] = [];
  const tests = parseQuery(text, fields.has).map((term) => termTest(term, fields, unknown));
  return { test: (item) => tests.every((test) => test(item)), unknown };
}

function termTest({ field, values, negated }: Term, fields: Fields, unknown: UnknownValue[]): Test {
  // A value that is still to be written keeps nothing out; in quotes it is meant to be empty.
  const given = field === null ? values : values.filter(({ text, quoted }) => text !== '' || quoted);
  if (given.length === 0) return () => true;
  const tests = given.flatMap((value) => {
    const test = field === null ? textTest(value) : valueTest(field, value, fields);
    if (test === null && field !== null) unknown.push({ field, value: value.text });
    return test ?? [];
  });
  return (item) => tests.some((test) => test(item)) !== negated;
}

function valueTest(name: string, value: Value, fields: Fields): Test | null {
  switch (name) {
    case 'is':
      return KINDS.get(value.text.toLowerCase()) ?? null;
    case 'has':
      return hasTest(slug(value.text), fields);
    case 'changed':
      return changedTest(value.text);
    default: {
      const field = fields.byName.get(name);
      return field === undefined ? null : fieldTest(field, value);
    }
  }
}

function hasTest(name: string, fields: Fields): Test | null {
  const field = fields.byName.get(name);
  return field === undefined ? null : (item) => field.of(item).some((text) => text.trim() !== '');
}

function fieldTest({ of, matching }: Field, { text, quoted }: Value): Test {
  if (matching === 'whole' && !text.includes('*')) {
    const wanted = slug(text);
    return (item) => of(item).some((found) => slug(found) === wanted);
  }
  const fits = nameTest(text, quoted || matching === 'whole');
  return (item) => of(item).some(fits);
}

/** Whether a name fits: as a part, as a whole, or as a whole with `*` for anything. In linear time. */
function nameTest(text: string, whole: boolean): (name: string) => boolean {
  const wanted = folded(text);
  if (!wanted.includes('*')) {
    return whole ? (name) => folded(name) === wanted : (name) => folded(name).includes(wanted);
  }
  const pieces = wanted.split('*');
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  const between = pieces.slice(1, -1).filter((piece) => piece !== '');
  return (name) => {
    const found = folded(name);
    if (!found.startsWith(first) || !found.endsWith(last)) return false;
    let at = first.length;
    for (const piece of between) {
      const next = found.indexOf(piece, at);
      if (next < 0) return false;
      at = next + piece.length;
    }
    return at <= found.length - last.length;
  };
}

const DATE = /^(>=|<=|>|<|=)?(\d{4}(?:-\d{2}(?:-\d{2})?)?)$/;

/** Of the day, month or year on which a person changed the threat last, as the file says it. */
function changedTest(text: string): Test | null {
  const [, sign = '=', date] = DATE.exec(text) ?? [];
  if (date === undefined) return null;
  return ({ threat }) => {
    if (threat.changedBy === null) return false;
    const found = threat.modifiedAt.slice(0, date.length);
    switch (sign) {
      case '>':
        return found > date;
      case '>=':
        return found >= date;
      case '<':
        return found < date;
      case '<=':
        return found <= date;
      default:
        return found === date;
    }
  };
}

const NUMBER = /^#(\d+)$/;
/** Counts the texts that were put together, so that tests can show what a keystroke costs. */
export const work = { haystacks: 0 };

/** What was put together of a threat to be looked through. */
const haystacks = new WeakMap<ThreatItem, string>();

function haystackOf(item: ThreatItem): string {
  const known = haystacks.get(item);
  if (known !== undefined) return known;
  work.haystacks += 1;
  const { threat, title, flow, ends, category } = item;
  const own = threat.properties.filter(([name]) => name !== THREAT_TEXT.title);
  const made = [threat.id, title, flow, ends, category, ...own.map(([, text]) => text)]
    .join('\n')
    .toLowerCase();
  haystacks.set(item, made);
  return made;
}

/** Puts together what a search for words looks through, a threat at each step: the first letter then need not. */
export function* preparingSearch(items: readonly ThreatItem[]): Steps<void> {
  for (const item of items) {
    haystackOf(item);
    yield;
  }
}

/** A word or phrase anywhere in the threat's texts, or its id. */
function textTest({ text, quoted }: Value): Test {
  const id = quoted ? undefined : NUMBER.exec(text)?.[1];
  if (id !== undefined) return ({ threat }) => String(threat.id) === id;
  const wanted = text.toLowerCase();
  return (item) => haystackOf(item).includes(wanted);
}
