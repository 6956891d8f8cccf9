import { askedProperties, askedValues, elementTypes, type Template } from '../../core/document/index.ts';
import { PLACEHOLDERS } from '../../core/engine/index.ts';
import { type Token, tokenize } from '../../core/filters/index.ts';
import type { Completion } from '../ui/index.ts';
import { laterWords } from '../words/later.ts';

/** As many are offered. */
const MOST = 12;

const WORDS = { subject: ['source', 'target', 'flow'], join: ['and', 'or'] } as const;

/**
 * What may follow at the caret: subjects, properties by their display names, types by theirs, values. The text gets
 * identifiers, as the file has them.
 */
export function completionsAt(template: Template, text: string, caret: number): readonly Completion[] {
  const read = readTo(text.slice(0, caret));
  if (read === null) return [];
  const { tokens, open } = read;
  const last = tokens.at(-1);
  // A word that the caret touches is being written.
  const touched =
    last !== undefined && last.kind === 'word' && last.start + last.length === caret ? last : undefined;
  const before = touched === undefined ? tokens : tokens.slice(0, -1);
  if (open !== undefined) return quoted(template, before, text, open, caret);
  if (touched !== undefined && /^(source|target|flow)\./i.test(touched.text)) {
    const properties = [...askedProperties(template)].map(([text, label]) => ({ label, text }));
    const dot = touched.text.indexOf('.');
    const at = touched.start + dot + 1;
    return offered(properties, touched.text.slice(dot + 1), at, caret);
  }
  const typed = touched?.text ?? '';
  const at = touched?.start ?? caret;
  const plain = (words: readonly string[]) =>
    offered(
      words.map((word) => ({ label: word, text: word })),
      typed,
      at,
      caret,
    );
  const previous = before.at(-1);
  if (previous === undefined || previous.kind === 'open' || /^(and|or|not)$/i.test(previous.text))
    return plain(/^not$/i.test(previous?.text ?? '') ? WORDS.subject : [...WORDS.subject, 'not']);
  if (previous.kind === 'text' || previous.kind === 'close' || previous.kind === 'display')
    // Right behind a condition nothing is begun yet.
    return typed === '' && previous.start + previous.length === caret ? [] : plain(WORDS.join);
  if (/^(is|crosses)$/i.test(previous.text)) return quoted(template, before, text, caret, caret);
  if (/^flow$/i.test(previous.text)) return plain(['is', 'crosses']);
  return plain(['is']);
}

/** The tokens of a text, and where a quote begins that is not closed; null when it has none for another reason. */
function readTo(text: string): { readonly tokens: readonly Token[]; readonly open?: number } | null {
  const read = tokenize(text);
  if (read.ok) return { tokens: read.value.slice(0, -1) };
  if (read.error.code !== 'open-quote') return null;
  const start = read.error.position;
  const before = tokenize(text.slice(0, start));
  return before.ok ? { tokens: before.value.slice(0, -1), open: start } : null;
}

interface Choice {
  readonly label: string;
  readonly text: string;
}

/** Choices in which what was typed stands; those that begin with it first. */
function offered(
  choices: readonly Choice[],
  typed: string,
  start: number,
  end: number,
): readonly Completion[] {
  const wanted = typed.toLowerCase();
  const rank = ({ label, text }: Choice): number => {
    const [a, b] = [label.toLowerCase(), text.toLowerCase().replace(/^'/, '')];
    if (a.startsWith(wanted) || b.startsWith(wanted)) return 0;
    return a.includes(wanted) || b.includes(wanted) ? 1 : 2;
  };
  return choices
    .filter((choice) => rank(choice) < 2 && choice.text !== typed)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
    .map((choice) => ({ ...choice, start, end }));
}

/** What can stand between quotes: a type, a boundary, or a value of the property before `is`. */
function quoted(
  template: Template,
  before: readonly Token[],
  text: string,
  start: number,
  caret: number,
): readonly Completion[] {
  const typed = text.slice(start, caret).replace(/^'/, '');
  // A quote that is closed behind the caret belongs to what is replaced.
  const closing = /^[^'\r\n]*'/.exec(text.slice(caret));
  const end = start < caret && closing !== null ? caret + closing[0].length : caret;
  const subject = before.at(-2)?.text ?? '';
  const property = /^(?:source|target|flow)\.(.+)$/i.exec(subject)?.[1];
  const choices = property === undefined ? typesOf(template) : valuesOf(template, property);
  return offered(choices, typed, start, end);
}

const typesOf = (template: Template): readonly Choice[] =>
  [...elementTypes(template).values()]
    .filter(({ id }) => !id.includes("'"))
    .map(({ id, name }) => ({ label: name || id, text: `'${id}'` }));

const valuesOf = (template: Template, property: string): readonly Choice[] =>
  askedValues(template, property)
    .filter((value) => !value.includes("'"))
    .map((value) => ({ label: value, text: `'${value}'` }));

/** What a text can say of an interaction, offered from the brace on. */
export function placeholdersAt(text: string, caret: number): readonly Completion[] {
  const typed = /\{[A-Za-z.]*$/.exec(text.slice(0, caret));
  if (typed === null) return [];
  const [begun] = typed;
  // The rest of one that stands there is replaced with it.
  const [rest = ''] = /^[A-Za-z.]*\}/.exec(text.slice(caret)) ?? [];
  return PLACEHOLDERS.filter((one) => one.toLowerCase().startsWith(begun.toLowerCase())).map((one) => ({
    start: typed.index,
    end: caret + rest.length,
    text: one,
    label: one,
    hint: laterWords.template.type.standsFor[one],
  }));
}
