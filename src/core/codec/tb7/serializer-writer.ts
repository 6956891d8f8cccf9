import type { RawAttribute, RawNode } from '../xml/carried.ts';
import { INSTANCE, SCHEMA, XML, XMLNS } from '../xml/names.ts';
import { Output } from '../xml/output.ts';
import { hasBareType, type Sink } from '../xml/sink.ts';

interface Open {
  readonly name: string;
  /** The default namespace inside, which only carried elements change. */
  readonly namespace: string;
  content: 'none' | 'text' | 'elements';
}

const LINE_END = '\r\n';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  [INSTANCE, 'xsi:'],
  [SCHEMA, 'xsd:'],
  [XML, 'xml:'],
]);
/** Prefixes that mean something in what is written here. */
const OURS = /^(xml|xmlns|xsi|xsd|p\d+)(?=:)/;

/**
 * Writes as the .NET `XmlSerializer` does: format 2.1. Two blanks a level, one element a line, CR LF between them,
 * empty elements with a blank before the slash, no line end behind the last tag.
 */
export class SerializerWriter implements Sink {
  readonly #output: Output;
  readonly #open: Open[] = [];
  #tagOpen = false;
  /** Prefixes given to the namespaces of carried attributes. */
  #prefixes = 0;

  /** @param most bytes of the file, beyond which writing is refused */
  constructor(most: number) {
    this.#output = new Output(most);
    this.#output.push('<?xml version="1.0" encoding="utf-8"?>');
  }

  /** The bytes of the file, with what stands behind its last tag; every element has to be ended. */
  bytes(end = ''): Uint8Array {
    this.#output.push(end);
    return this.#output.bytes();
  }

  start(name: string, namespace = ''): void {
    this.#start(name, namespace, false);
  }

  #start(name: string, namespace: string, isPrefixed: boolean): void {
    const parent = this.#open[this.#open.length - 1];
    if (this.#tagOpen) this.#output.push('>');
    if (parent?.content === 'none') parent.content = 'elements';
    // Behind text a line break would change the text: only carried elements stand there.
    if (parent?.content !== 'text') this.#output.push(LINE_END + '  '.repeat(this.#open.length));
    const qualified = isPrefixed ? `p${++this.#prefixes}:${name}` : name;
    const inside = isPrefixed ? '' : namespace;
    this.#output.push(`<${qualified}`);
    if (parent === undefined) this.#output.push(` xmlns:xsi="${INSTANCE}" xmlns:xsd="${SCHEMA}"`);
    if (isPrefixed) this.#output.push(` xmlns:p${this.#prefixes}="${escapeAttribute(namespace)}"`);
    if (inside !== (parent?.namespace ?? '')) this.#output.push(` xmlns="${escapeAttribute(inside)}"`);
    this.#open.push({ name: qualified, namespace: inside, content: 'none' });
    this.#tagOpen = true;
  }

  reference(): void {
    // Templates have no numbered objects.
  }

  type(name: string): void {
    this.#output.push(` xsi:type="${escapeAttribute(name)}"`);
  }

  nil(): void {
    this.#output.push(' xsi:nil="true"');
  }

  attribute({ name, namespace, value, valueNamespace }: RawAttribute): void {
    if (namespace === XMLNS) return;
    let said = value;
    if (namespace === INSTANCE && name === 'type') {
      // A prefix that was never declared stays, and must not come to mean something.
      if (valueNamespace === undefined) said = value.replace(OURS, '$1_');
      else if (valueNamespace !== this.#open.at(-1)?.namespace) said = this.#prefixOf(valueNamespace) + value;
    }
    this.#output.push(` ${this.#prefixOf(namespace)}${name}="${escapeAttribute(said)}"`);
  }

  /** The prefix of a namespace, with its colon; declared where it is none of the format's. */
  #prefixOf(namespace: string): string {
    const known = PREFIXES.get(namespace);
    if (known !== undefined) return known;
    const prefix = `p${++this.#prefixes}`;
    this.#output.push(` xmlns:${prefix}="${escapeAttribute(namespace)}"`);
    return `${prefix}:`;
  }

  text(text: string): void {
    if (text === '') return;
    if (this.#tagOpen) this.#output.push('>');
    this.#tagOpen = false;
    const element = this.#open[this.#open.length - 1];
    if (element !== undefined) element.content = 'text';
    this.#output.push(escapeText(text));
  }

  end(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.content === 'none') this.#output.push(' />');
    else {
      if (element.content === 'elements') this.#output.push(LINE_END + '  '.repeat(this.#open.length));
      this.#output.push(`</${element.name}>`);
    }
    this.#tagOpen = false;
  }

  raw(node: RawNode): void {
    this.#start(node.name, node.namespace, node.namespace !== '' && hasBareType(node));
    const element = this.#open.at(-1);
    // Where there is text, a line break would be more of it.
    if (element !== undefined && node.children.some((child) => typeof child === 'string' && child !== '')) {
      element.content = 'text';
    }
    for (const attribute of node.attributes) this.attribute(attribute);
    for (const child of node.children) {
      if (typeof child === 'string') this.text(child);
      else this.raw(child);
    }
    this.end();
  }
}

const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const reference = (char: string): string =>
  NAMED[char] ?? `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;

/** Element text: a carriage return stays as it is (format 2.1), other control characters become references. */
function escapeText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
  return text.replace(/[&<>\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, reference);
}

function escapeAttribute(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be escaped
  return text.replace(/[&<>"\x00-\x1f\ufffe\uffff]/g, reference);
}
