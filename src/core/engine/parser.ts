import { err, ok, type Result } from '../base/index.ts';
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
    super(error.message);
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
    if (this.#peek().kind !== 'end') this.#raise('"and" or "or" is missing here');
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
    if (this.#peek().kind !== 'close') this.#raise('")" is missing here');
    this.#take();
    return { ...inner, ...this.#since(token.start) };
  }

  #nested(parse: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.#raise(`The filter is nested deeper than ${MAX_DEPTH} levels`);
    const expression = parse();
    this.#depth -= 1;
    return expression;
  }

  #atom(): Expression {
    const token = this.#peek();
    if (token.kind !== 'word') this.#raise('"source", "target" or "flow" is expected here');
    const dot = token.text.indexOf('.');
    const word = (dot < 0 ? token.text : token.text.slice(0, dot)).toLowerCase();
    if (!isSubject(word)) this.#raise(`"source", "target" or "flow" is expected here, not "${token.text}"`);
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
      if (subject !== 'flow') this.#raise('Only a flow crosses a boundary');
      this.#take();
      const value = this.#value('the id of a boundary');
      const span = this.#since(token.start);
      if (value.kind === 'display') return { kind: 'broken', displayName: value.text, ...span };
      return { kind: 'crosses', typeId: value.text, ...span };
    }
    this.#expectIs(subject === 'flow' ? '"is" or "crosses"' : '"is"');
    const value = this.#value('the id of a type');
    const span = this.#since(token.start);
    if (value.kind === 'display') return { kind: 'broken', displayName: value.text, ...span };
    return { kind: 'is', subject, typeId: value.text, ...span };
  }

  #propertyAtom(subject: Subject, name: string, token: Token): Expression {
    let displayName: string | undefined;
    if (name === '') {
      if (this.#peek().kind !== 'display')
        this.#raise(`The name of a property is missing after "${subject}."`);
      displayName = this.#take().text;
    }
    this.#expectIs('"is"');
    const value = this.#value('a value');
    const span = this.#since(token.start);
    if (displayName !== undefined) return { kind: 'broken', displayName, ...span };
    if (value.kind === 'display') return { kind: 'broken', displayName: value.text, ...span };
    return { kind: 'property', subject, name, value: value.text, ...span };
  }

  #expectIs(wanted: string): void {
    if (!this.#isKeyword('is')) this.#raise(`${wanted} is expected here`);
    this.#take();
  }

  #value(what: string): Token {
    const { kind } = this.#peek();
    if (kind !== 'text' && kind !== 'display') this.#raise(`${what} in single quotes is expected here`);
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
  #raise(message: string): never {
    const token = this.#peek();
    const capital = message.charAt(0).toUpperCase() + message.slice(1);
    throw new Raised({ message: capital, position: token.start, length: token.length });
  }
}

function isSubject(word: string): word is Subject {
  return SUBJECTS.includes(word);
}
