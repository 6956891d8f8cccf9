/** One of the values of a term. */
export interface Value {
  readonly text: string;
  /** Quoted values are meant whole. */
  readonly quoted: boolean;
  readonly from: number;
  readonly to: number;
}

/** A part of a query: a word or a phrase, or a field with the values of which one has to fit. */
export interface Term {
  readonly negated: boolean;
  /** Null: the text anywhere. */
  readonly field: string | null;
  readonly values: readonly Value[];
  readonly from: number;
  readonly to: number;
}

const SPACE = /\s/;
const FIELD = /[\p{L}\p{N}_-]+(?=:)/uy;

/**
 * The terms of a query, separated by white space: `word`, `"a phrase"`, `field:value`, `field:"a value",another`; a
 * minus before a term turns it round. In quotes a backslash stands before a quote or a backslash. Every text is a
 * query: what names no field is looked for as it stands, and a quote left open goes on to the end.
 */
export function parseQuery(text: string, isField: (name: string) => boolean): readonly Term[] {
  const terms: Term[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && SPACE.test(text.charAt(at))) at++;
    if (at >= text.length) return terms;
    const term = readTerm(text, at, isField);
    terms.push(term);
    at = term.to;
  }
}

function readTerm(text: string, from: number, isField: (name: string) => boolean): Term {
  const next = text.charAt(from + 1);
  const negated = text.charAt(from) === '-' && next !== '' && !SPACE.test(next);
  const start = negated ? from + 1 : from;
  FIELD.lastIndex = start;
  const name = FIELD.exec(text)?.[0].toLowerCase();
  if (name === undefined || !isField(name)) {
    const value = readValue(text, start, (char) => SPACE.test(char));
    return { negated, field: null, values: [value], from, to: value.to };
  }
  const values: Value[] = [];
  let at = start + name.length + 1;
  for (;;) {
    const value = readValue(text, at, (char) => char === ',' || SPACE.test(char));
    values.push(value);
    at = value.to;
    if (text.charAt(at) !== ',') return { negated, field: name, values, from, to: at };
    at++;
  }
}

function readValue(text: string, from: number, isEnd: (char: string) => boolean): Value {
  let at = from;
  let read = '';
  if (text.charAt(at) !== '"') {
    while (at < text.length && !isEnd(text.charAt(at))) at++;
    return { text: text.slice(from, at), quoted: false, from, to: at };
  }
  for (at++; at < text.length && text.charAt(at) !== '"'; at++) {
    if (text.charAt(at) === '\\' && at + 1 < text.length) at++;
    read += text.charAt(at);
  }
  return { text: read, quoted: true, from, to: Math.min(at + 1, text.length) };
}

const PLAIN = /^[\p{L}\p{N}_.*<>=#-]+$/u;

/** A value as it stands in a query: quoted where it would not be read as one value otherwise, or is to be whole. */
export const printValue = (text: string, whole: boolean): string =>
  !whole && PLAIN.test(text) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
