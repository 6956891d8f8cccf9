import { err, ok, type Result } from '../base/index.ts';
import { type FilterSaid, filterWords } from '../words/index.ts';
import type { Expression, FilterError, Subject } from './expression.ts';
import { type Token, tokenize } from './lexer.ts';

/** Deepest nesting of brackets and `not`; deeper ones are refused before the call stack is in danger. */
const MAX_DEPTH = 200;

const SUBJECTS: readonly string[] = ['source', 'target', 'flow'];

/**
 * Parses a generation filter by the grammar of format 5.1. `and` binds tighter than `or` (format 5.2); keywords are
 * case-insensitive. An empty or blank filter is an error: ask before.
 */
export function parseFilter(source: string): Result<Expression, FilterError> {
  const tokens = tokenize(source);
  if (!tokens.ok) return tokens;
  try {
    return ok(new Parser(tokens.value).whole());
  } catch (error) {
    if (error instanceof Raised) return err(error.error);
    throw error;
  }
}

class Raised extends Error {
  readonly error: FilterError;

  constructor(error: FilterError) {
    super(filterWords(error));
    this.error = error;
  }
}

/** One method for each level of the grammar. */
class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#or();
    if (this.#peek().kind !== 'end') this.#raise({ code: 'operator-expected' });
    return expression;
  }

  #or(): Expression {
    return this.#chain('or', () => this.#and());
  }

  #and(): Expression {
    return this.#chain('and', () => this.#not());
  }

  #chain(kind: 'or' | 'and', operand: () => Expression): Expression {
    const first = operand();
    if (!this.#isKeyword(kind)) return first;
    const operands = [first];
    while (this.#isKeyword(kind)) {
      this.#take();
      operands.push(operand());
    }
    return { kind, operands, ...this.#since(first.start) };
  }

  #not(): Expression {
    const token = this.#peek();
    if (this.#isKeyword('not')) {
      this.#take();
      const operand = this.#nested(() => this.#not());
      return { kind: 'not', operand, ...this.#since(token.start) };
    }
    if (token.kind !== 'open') return this.#atom();
    this.#take();
    const inner = this.#nested(() => this.#or());
    if (this.#peek().kind !== 'close') this.#raise({ code: 'open-bracket' });
    this.#take();
    return { ...inner, ...this.#since(token.start) };
  }

  #nested(parse: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#raise({ code: 'too-deep', params: { limit: MAX_DEPTH } });
    const expression = parse();
    this.#depth -= 1;
    return expression;
  }

  #atom(): Expression {
    const token = this.#peek();
    if (token.kind !== 'word') this.#raise({ code: 'subject-expected', params: { found: '' } });
    const dot = token.text.indexOf('.');
    const word = (dot < 0 ? token.text : token.text.slice(0, dot)).toLowerCase();
    if (!isSubject(word)) this.#raise({ code: 'subject-expected', params: { found: token.text } });
    this.#take();
    let name = dot < 0 ? undefined : token.text.slice(dot + 1);
    // Blanks between tokens are free, around the dot as well.
    if (name === undefined && this.#peek().kind === 'word' && this.#peek().text.startsWith('.')) {
      name = this.#take().text.slice(1);
    }
    if (name === '' && this.#peek().kind === 'word' && !this.#isKeyword('is')) name = this.#take().text;
    return name === undefined ? this.#typeAtom(word, token) : this.#propertyAtom(word, name, token);
  }

  #typeAtom(subject: Subject, token: Token): Expression {
    if (this.#isKeyword('crosses')) {
      if (subject !== 'flow') this.#raise({ code: 'crosses-needs-flow' });
      this.#take();
      const value = this.#value('boundary-expected');
      const span = this.#since(token.start);
      if (value.kind === 'display') return { ...broken(subject, 'boundary', value), ...span };
      return { kind: 'crosses', typeId: value.text, ...span };
    }
    this.#expectIs(subject === 'flow' ? 'is-or-crosses-expected' : 'is-expected');
    const value = this.#value('type-expected');
    const span = this.#since(token.start);
    if (value.kind === 'display') return { ...broken(subject, 'type', value), ...span };
    return { kind: 'is', subject, typeId: value.text, ...span };
  }

  #propertyAtom(subject: Subject, name: string, token: Token): Expression {
    let display: Token | undefined;
    if (name === '') {
      if (this.#peek().kind !== 'display') this.#raise({ code: 'property-expected', params: { subject } });
      display = this.#take();
    }
    this.#expectIs('is-expected');
    const value = this.#value('value-expected');
    const span = this.#since(token.start);
    if (display !== undefined) {
      const asked = value.kind === 'text' ? `'${value.text}'` : `[${value.text}]`;
      return { ...broken(subject, 'property', display), value: asked, ...span };
    }
    if (value.kind === 'display') return { ...broken(subject, 'value', value), name, ...span };
    return { kind: 'property', subject, name, value: value.text, ...span };
  }

  #expectIs(code: 'is-expected' | 'is-or-crosses-expected'): void {
    if (!this.#isKeyword('is')) this.#raise({ code });
    this.#take();
  }

  #value(code: 'boundary-expected' | 'type-expected' | 'value-expected'): Token {
    const { kind } = this.#peek();
    if (kind !== 'text' && kind !== 'display') this.#raise({ code });
    return this.#take();
  }

  #isKeyword(word: string): boolean {
    const token = this.#peek();
    return token.kind === 'word' && token.text.toLowerCase() === word;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', start: 0, length: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  /** From `start` to the end of the token taken last. */
  #since(start: number): { readonly start: number; readonly length: number } {
    const last = this.#tokens[this.#next - 1];
    return { start, length: last === undefined ? 0 : last.start + last.length - start };
  }

  /** The one place that raises errors. */
  #raise(said: FilterSaid): never {
    const token = this.#peek();
    throw new Raised({ ...said, position: token.start, length: token.length });
  }
}

const broken = (
  subject: Subject,
  part: Extract<Expression, { kind: 'broken' }>['part'],
  { text, start, length }: Token,
) => ({ kind: 'broken', subject, part, displayName: text, at: { start, length } }) as const;

function isSubject(word: string): word is Subject {
  return SUBJECTS.includes(word);
}
