import { type Fields, slug } from './fields.ts';
import { parseQuery, printValue, type Term, type Value } from './parse.ts';

/** A field with a value, as a button of the list stands for it. */
export interface Choice {
  readonly field: string;
  readonly value: string;
}

const sameAs =
  ({ field, value }: Choice, fields: Fields) =>
  ({ text, quoted }: Value): boolean =>
    fields.byName.get(field)?.matching === 'part'
      ? quoted && text === value
      : slug(text) === slug(value) && (text !== '' || quoted);

const ofField =
  ({ field }: Choice) =>
  (term: Term): boolean =>
    term.field === field && !term.negated;

/** Whether a query lets this value through by name. */
export const hasChoice = (query: string, choice: Choice, fields: Fields): boolean =>
  parseQuery(query, fields.has).some(
    (term) => ofField(choice)(term) && term.values.some(sameAs(choice, fields)),
  );

/** The query with this value let through too, or no longer; what else stands in it stays as it is written. */
export function toggleChoice(query: string, choice: Choice, fields: Fields): string {
  const terms = parseQuery(query, fields.has).filter(ofField(choice));
  const same = sameAs(choice, fields);
  const holder = terms.find(({ values }) => values.some(same));
  if (holder !== undefined) {
    const left = holder.values.filter((value) => !same(value));
    const kept = left.map(({ from, to }) => query.slice(from, to)).join(',');
    const term = left.length === 0 ? '' : `${choice.field}:${kept}`;
    const without = joined(query.slice(0, holder.from), term, query.slice(holder.to));
    return hasChoice(without, choice, fields) ? toggleChoice(without, choice, fields) : without;
  }
  const printed = printChoice(choice, fields);
  const [first] = terms;
  // What `has` and `is` ask for holds beside what else they ask for.
  if (first === undefined || choice.field === 'has' || choice.field === 'is')
    return joined(query, `${choice.field}:${printed}`, '');
  const before = query.slice(0, first.to);
  const isOpen = first.values.at(-1)?.text === '' && first.values.at(-1)?.quoted === false;
  return `${before}${isOpen ? '' : ','}${printed}${query.slice(first.to)}`;
}

/** Values of fields that a query asks for. */
export const choicesIn = (query: string, fields: Fields): number =>
  parseQuery(query, fields.has)
    .filter(({ field }) => field !== null)
    .flatMap(({ values }) => values)
    .filter(({ text, quoted }) => text !== '' || quoted).length;

/** A value as it stands behind its field. */
export function printChoice({ field, value }: Choice, fields: Fields): string {
  const whole = fields.byName.get(field)?.matching === 'part';
  const short = whole || value === '' ? value : slug(value);
  return printValue(short === '' ? value : short, whole);
}

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
