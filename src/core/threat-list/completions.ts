import { shownName, stateLabel } from '../document/index.ts';
import { type Fields, KINDS, slug } from './fields.ts';
import type { ThreatItem } from './item.ts';
import { parseQuery } from './parse.ts';
import { printChoice } from './terms.ts';

/** What can be written in the place of a part of a query. */
export interface QueryCompletion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: string;
  /** Threats that have the value; undefined for a field. */
  readonly count?: number;
}

/** As many are offered. */
const MOST = 12;
/** Letters of a value that can be told from others in a list; longer ones are texts to be searched. */
const LONGEST = 80;

/** What may follow at the caret: the fields, and behind one the values that the threats have, the commonest first. */
export function queryCompletions(
  text: string,
  caret: number,
  items: readonly ThreatItem[],
  fields: Fields,
): readonly QueryCompletion[] {
  const term = parseQuery(text, fields.has).find(({ from, to }) => from < caret && caret <= to);
  if (term === undefined) return [];
  if (term.field === null) return term.to === caret ? fieldNames(text, term.from, term.to, fields) : [];
  const value = term.values.find(({ from, to }) => from <= caret && caret <= to);
  if (value === undefined) return [];
  const typed = slug(text.slice(value.from, caret));
  const { field } = term;
  return valuesOf(field, items, fields)
    .filter(({ label }) => slug(label).includes(typed))
    .slice(0, MOST)
    .map(({ label, count }) => ({
      start: value.from,
      end: value.to,
      text: field === 'has' || field === 'is' ? label : printChoice({ field, value: label }, fields),
      label,
      ...(count === undefined ? {} : { count }),
    }))
    .filter((offered) => offered.text !== text.slice(value.from, value.to));
}

function fieldNames(text: string, from: number, to: number, fields: Fields): readonly QueryCompletion[] {
  const start = text.charAt(from) === '-' ? from + 1 : from;
  const typed = text.slice(start, to).toLowerCase();
  if (typed === '') return [];
  return fields.names
    .filter((name) => name.startsWith(typed))
    .slice(0, MOST)
    .map((name) => ({ start, end: to, text: `${name}:`, label: name }));
}

interface Offered {
  readonly label: string;
  readonly count?: number;
}

function valuesOf(name: string, items: readonly ThreatItem[], fields: Fields): readonly Offered[] {
  switch (name) {
    case 'is':
      return [...KINDS].map(([label, test]) => ({ label, count: items.filter(test).length }));
    case 'has':
      return [...fields.byName.keys()].map((label) => ({ label }));
    case 'state':
      return counted(items, ({ threat }) => [stateLabel(threat.state)]);
    case 'boundary':
      return counted(items, (item) => item.crossed().map(shownName));
    default: {
      const field = fields.byName.get(name);
      return field === undefined ? [] : counted(items, field.of);
    }
  }
}

function counted(
  items: readonly ThreatItem[],
  of: (item: ThreatItem) => readonly string[],
): readonly Offered[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    for (const label of new Set(of(item))) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .filter(([label]) => label.trim() !== '' && label.length <= LONGEST)
    .sort(([, a], [, b]) => b - a)
    .map(([label, count]) => ({ label, count }));
}
