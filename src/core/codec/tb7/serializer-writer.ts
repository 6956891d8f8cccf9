import type { RawAttribute, RawNode } from '../../document/index.ts';
import { INSTANCE, SCHEMA, XML, XMLNS } from '../xml/names.ts';
import type { Sink } from '../xml/sink.ts';
import { encodeUtf8 } from '../xml/utf8.ts';

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
  [XML, 'xml:'],
]);

/**
 * Writes as the .NET `XmlSerializer` does: format 2.1. Two blanks a level, one element a line, CR LF between them,
 * empty elements with a blank before the slash, no line end behind the last tag.
 */
export class SerializerWriter implements Sink {
  readonly #parts: string[] = ['<?xml version="1.0" encoding="utf-8"?>'];
  readonly #open: Open[] = [];
  #tagOpen = false;
  /** Prefixes given to the namespaces of carried attributes. */
  #prefixes = 0;

  /** The bytes of the file, with what stands behind its last tag; every element has to be ended. */
  bytes(end = ''): Uint8Array {
    return encodeUtf8(this.#parts.join('') + end);
  }

  start(name: string, namespace = ''): void {
    const parent = this.#open[this.#open.length - 1];
    if (this.#tagOpen) this.#parts.push('>');
    if (parent?.content === 'none') parent.content = 'elements';
    // Behind text a line break would change the text: only carried elements stand there.
    if (parent?.content !== 'text') this.#parts.push(LINE_END, '  '.repeat(this.#open.length));
    this.#parts.push('<', name);
    if (parent === undefined) this.#parts.push(` xmlns:xsi="${INSTANCE}" xmlns:xsd="${SCHEMA}"`);
    if (namespace !== (parent?.namespace ?? '')) this.#parts.push(` xmlns="${escapeAttribute(namespace)}"`);
    this.#open.push({ name, namespace, content: 'none' });
    this.#tagOpen = true;
  }

  reference(): void {
    // Templates have no numbered objects.
  }

  type(name: string): void {
    this.#parts.push(` xsi:type="${escapeAttribute(name)}"`);
  }

  nil(): void {
    this.#parts.push(' xsi:nil="true"');
  }

  attribute({ name, namespace, value }: RawAttribute): void {
    if (namespace === XMLNS) return;
    let prefix = PREFIXES.get(namespace);
    if (prefix === undefined) {
      prefix = `p${++this.#prefixes}:`;
      this.#parts.push(` xmlns:p${this.#prefixes}="${escapeAttribute(namespace)}"`);
    }
    this.#parts.push(` ${prefix}${name}="${escapeAttribute(value)}"`);
  }

  text(text: string): void {
    if (text === '') return;
    if (this.#tagOpen) this.#parts.push('>');
    this.#tagOpen = false;
    const element = this.#open[this.#open.length - 1];
    if (element !== undefined) element.content = 'text';
    this.#parts.push(escapeText(text));
  }

  end(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    if (element.content === 'none') this.#parts.push(' />');
    else {
      if (element.content === 'elements') this.#parts.push(LINE_END, '  '.repeat(this.#open.length));
      this.#parts.push('</', element.name, '>');
    }
    this.#tagOpen = false;
  }

  raw(node: RawNode): void {
    this.start(node.name, node.namespace);
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
