import type { RawAttribute, RawNode } from '../xml/carried.ts';
import { INSTANCE, SERIALIZATION, XMLNS } from '../xml/names.ts';
import { Output } from '../xml/output.ts';
import { hasBareType, type Sink } from '../xml/sink.ts';
import { type Mark, Prefixes } from './prefixes.ts';

/** What an undeclared prefix stands for: nothing that anything is in, so that it is neither used nor given away. */
const UNDECLARED = '\0';

interface Open {
  readonly name: string;
  /** The prefixes before this element. */
  readonly before: Mark;
  hasContent: boolean;
}

/**
 * Writes as the .NET `DataContractSerializer` does through its UTF-8 text writer: format 1.2.
 * Attributes come first, then the namespace declarations in the order they arose; nothing is laid out.
 */
export class ContractWriter implements Sink {
  readonly #output: Output;
  readonly #prefixes = new Prefixes();
  readonly #open: Open[] = [];
  /** Declarations of the element whose start tag is still open. */
  #pending = '';
  #tagOpen = false;
  #lastId = 0;

  /** @param most bytes of the file, beyond which writing is refused */
  constructor(most: number) {
    this.#output = new Output(most);
  }

  /** The bytes of the file, with what stands behind its last tag; every element has to be ended. */
  bytes(end = ''): Uint8Array {
    this.#output.push(end);
    return this.#output.bytes();
  }

  /** Binds a prefix on the element just started: for the root, whose `i` is there before it is used. */
  declare(prefix: string, uri: string): void {
    if (this.#prefixes.uriOf(prefix) === uri) return;
    this.#prefixes.bind(prefix, uri);
    this.#pending += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`;
  }

  start(name: string, namespace: string, declares?: string): void {
    this.#closeTag();
    const before = this.#prefixes.mark();
    this.#start(name, namespace, before, this.#prefixes.prefixOf(namespace, true) ?? '', declares);
  }

  #start(name: string, namespace: string, before: Mark, prefix: string, declares?: string): void {
    this.declare(prefix, namespace);
    const qualified = prefix === '' ? name : `${prefix}:${name}`;
    this.#output.push(`<${qualified}`);
    this.#open.push({ name: qualified, before, hasContent: false });
    this.#tagOpen = true;
    if (declares !== undefined) this.#letter(declares);
  }

  reference(): void {
    this.#lastId++;
    let prefix = this.#prefixes.prefixOf(SERIALIZATION, false);
    if (prefix === undefined) {
      prefix = this.#prefixes.uriOf('z') === undefined ? 'z' : this.#letter(SERIALIZATION);
      this.declare(prefix, SERIALIZATION);
    }
    this.#output.push(` ${prefix}:Id="i${this.#lastId}"`);
  }

  type(name: string, namespace: string): void {
    const i = this.#instance();
    // No prefix can stand for no namespace: the type goes without, and no default may be in force.
    if (namespace === '' && this.#open.at(-1)?.name.includes(':') === true) this.declare('', '');
    const prefix =
      namespace === '' ? '' : (this.#prefixes.prefixOf(namespace, true) ?? this.#letter(namespace));
    this.#output.push(` ${i}:type="${prefix === '' ? '' : `${prefix}:`}${escapeAttribute(name)}"`);
  }

  nil(): void {
    this.#output.push(` ${this.#instance()}:nil="true"`);
  }

  attribute(attribute: RawAttribute): void {
    const { name, namespace, value, valueNamespace } = attribute;
    if (namespace === XMLNS) {
      // A declaration that was carried: children need it. The prefix is ours to choose.
      if (name !== '' && value !== '') this.#letter(value);
      return;
    }
    if (namespace === SERIALIZATION && name === 'Id') {
      this.reference();
      return;
    }
    if (namespace === INSTANCE && name === 'type') {
      if (valueNamespace !== undefined) this.type(value, valueNamespace);
      else this.#undeclaredType(value);
      return;
    }
    const prefix = namespace === '' ? '' : `${this.#letter(namespace)}:`;
    this.#output.push(` ${prefix}${name}="${escapeAttribute(value)}"`);
  }

  text(text: string): void {
    if (text === '') return;
    this.#closeTag();
    this.#output.push(escapeText(text));
  }

  end(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (this.#tagOpen && !element.hasContent) {
      this.#output.push(`${this.#pending}/>`);
      this.#pending = '';
      this.#tagOpen = false;
    } else this.#output.push(`</${element.name}>`);
    this.#prefixes.backTo(element.before);
  }

  /** A type whose prefix was never declared: kept, under another prefix only where that one means something here. */
  #undeclaredType(value: string): void {
    const colon = value.indexOf(':');
    const wanted = value.slice(0, Math.max(0, colon));
    const isFree = (prefix: string): boolean => (this.#prefixes.uriOf(prefix) ?? UNDECLARED) === UNDECLARED;
    let prefix = wanted;
    for (let n = 1; !isFree(prefix); n++) prefix = `${wanted}${n}`;
    const i = this.#instance();
    this.#prefixes.bind(prefix, UNDECLARED);
    this.#output.push(` ${i}:type="${escapeAttribute(prefix + value.slice(wanted.length))}"`);
  }

  raw(node: RawNode): void {
    if (node.namespace !== '' && hasBareType(node)) {
      this.#closeTag();
      const before = this.#prefixes.mark();
      this.#start(node.name, node.namespace, before, this.#letter(node.namespace));
    } else this.start(node.name, node.namespace);
    for (const attribute of node.attributes) this.attribute(attribute);
    for (const child of node.children) {
      if (typeof child === 'string') this.text(child);
      else this.raw(child);
    }
    this.end();
  }

  /** Ends the start tag of the innermost element, because content follows. */
  #closeTag(): void {
    if (!this.#tagOpen) return;
    this.#output.push(`${this.#pending}>`);
    this.#pending = '';
    this.#tagOpen = false;
    const element = this.#open[this.#open.length - 1];
    if (element !== undefined) element.hasContent = true;
  }

  #instance(): string {
    return this.#letter(INSTANCE);
  }

  /** A prefix for `uri`: one in scope, or the first letter that is not in scope at all. */
  #letter(uri: string): string {
    const known = this.#prefixes.prefixOf(uri, false);
    if (known !== undefined) return known;
    const prefix = this.#prefixes.freeLetter();
    this.declare(prefix, uri);
    return prefix;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
const IN_TEXT = /[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
const ALL_IN_TEXT = /[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]/g;

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const reference = (char: string): string =>
  NAMED[char] ?? `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;

/** Element text: format 1.2.6. Line feeds and tabs stay, other control characters become references. */
export function escapeText(text: string): string {
  return IN_TEXT.test(text) ? text.replace(ALL_IN_TEXT, reference) : text;
}

/** Attribute text: also quotes, line feeds and tabs. */
export function escapeAttribute(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
  return text.replace(/[&<>"\x00-\x1f\ufffe\uffff]/g, reference);
}
