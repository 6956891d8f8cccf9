import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { RefusalSaid } from '../../words/index.ts';
import { type Limits, type Place, Refusal } from '../places.ts';
import type { Progress } from '../port.ts';
import { hideControlReferences } from './control-references.ts';
import { INSTANCE, XMLNS } from './names.ts';

/** An attribute as it stood, its prefix resolved. Namespace declarations are among them (namespace `XMLNS`). */
export interface XmlAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
  /**
   * For `i:type`: the namespace that the prefix of its value stood for; the value is then without prefix. Undefined
   * where no namespace was declared for the prefix: the value is then what the file said.
   */
  readonly valueNamespace?: string;
}

/** One element of a file. Comments and processing instructions are left out. */
export interface XmlNode {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlNode | string)[];
  readonly parent: XmlNode | null;
  /** Index of its `<` in the text, in UTF-16 units. */
  readonly offset: number;
}

export interface XmlFile {
  readonly root: XmlNode;
  /** Place of an element, counted only when asked for. */
  readonly placeOf: (node: XmlNode) => Place;
}

interface OpenNode extends XmlNode {
  attributes: readonly XmlAttribute[];
  children: (XmlNode | string)[];
}

/** Elements between two words on how far it is. */
const OFTEN = 4096;

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];

/**
 * Parses a text as XML with namespaces. Document type declarations are refused (and with them all entities but the
 * five of XML), as are texts beyond the limits.
 * @throws Refusal with the place of the first fault
 */
export function parseXml(text: string, limits: Limits, progress: Progress): XmlFile {
  const hidden = hideControlReferences(text);
  const parser = new SaxesParser({ xmlns: true, position: false });
  const state: { root: XmlNode | null; current: OpenNode | null } = { root: null, current: null };
  const stack: OpenNode[] = [];
  let count = 0;

  const fail = (said: RefusalSaid, offset: number): never => {
    throw new Refusal({ ...said, place: placeAt(text, offset, pathOf(state.current)) });
  };
  // What comments and sections part is one text.
  const addText = (chunk: string) => {
    const children = state.current?.children;
    const last = children?.at(-1);
    if (typeof last === 'string') children?.splice(-1, 1, last + hidden.reveal(chunk));
    else children?.push(hidden.reveal(chunk));
  };

  let tagOffset = 0;
  parser.on('opentagstart', (tag) => {
    // The parser has just consumed the character behind the name.
    tagOffset = parser.position - tag.name.length - 2;
  });
  parser.on('opentag', (tag) => {
    if (++count > limits.elements) {
      fail({ cause: 'too-many-elements', params: { limit: limits.elements } }, tagOffset);
    }
    if (count % OFTEN === 0) progress(tagOffset / text.length);
    if (stack.length >= limits.depth) {
      fail({ cause: 'too-deep', params: { limit: limits.depth } }, tagOffset);
    }
    const node: OpenNode = {
      name: tag.local,
      namespace: tag.uri,
      attributes: attributesOf(tag, parser, hidden.reveal),
      children: [],
      parent: state.current,
      offset: tagOffset,
    };
    if (state.current === null) state.root = node;
    else state.current.children.push(node);
    stack.push(node);
    state.current = node;
  });
  parser.on('closetag', () => {
    stack.pop();
    state.current = stack[stack.length - 1] ?? null;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('doctype', () => {
    fail({ cause: 'doctype' }, parser.position);
  });
  parser.on('error', (error) => {
    const said = error.message.replace(/^\d+:\d+: /, '');
    const isWhole = state.root !== null && state.current === null;
    const ended =
      /^(unclosed tag|unexpected end|document must contain)/.test(said) ||
      (parser.position >= text.length && !isWhole);
    if (ended) {
      const at = state.current === null ? 'outside' : { unclosed: state.current.name };
      fail({ cause: 'truncated', params: { at } }, text.length);
    }
    fail({ cause: 'malformed', params: { said: said.replace(/\.$/, '') } }, parser.position);
  });
  parser.write(hidden.text).close();
  const { root } = state;
  if (root === null) return fail({ cause: 'truncated', params: { at: 'root' } }, text.length);
  return { root, placeOf: (node) => placeAt(text, node.offset, pathOf(node)) };
}

type Parser = SaxesParser<{ xmlns: true; position: false }>;

function attributesOf(
  tag: SaxesTagNS,
  parser: Parser,
  reveal: (text: string) => string,
): readonly XmlAttribute[] {
  let list: XmlAttribute[] | null = null;
  for (const key in tag.attributes) {
    const attribute = tag.attributes[key];
    if (attribute === undefined) continue;
    list ??= [];
    // `xmlns="…"` comes with the prefix `xmlns` and no local name.
    const namespace = attribute.prefix === 'xmlns' || attribute.name === 'xmlns' ? XMLNS : attribute.uri;
    const value = reveal(attribute.value);
    if (namespace === INSTANCE && attribute.local === 'type')
      list.push(qualified(attribute.local, value, parser));
    else list.push({ name: attribute.name === 'xmlns' ? '' : attribute.local, namespace, value });
  }
  return list ?? NO_ATTRIBUTES;
}

function qualified(name: string, value: string, parser: Parser): XmlAttribute {
  const text = value.trim();
  const colon = text.indexOf(':');
  // A colon before, behind or twice: no name that can be written under another prefix.
  if (colon === 0 || text.indexOf(':', colon + 1) > colon || text.endsWith(':'))
    return { name, namespace: INSTANCE, value: text };
  const valueNamespace = parser.resolve(colon < 0 ? '' : text.slice(0, colon));
  // Tools that drop "unused" declarations leave such prefixes behind.
  if (colon >= 0 && valueNamespace === undefined) return { name, namespace: INSTANCE, value: text };
  return { name, namespace: INSTANCE, value: text.slice(colon + 1), valueNamespace: valueNamespace ?? '' };
}

function placeAt(text: string, offset: number, path: string): Place {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: end - lineStart + 1, path };
}

function pathOf(node: XmlNode | null): string {
  const parts: string[] = [];
  for (let at = node; at !== null; at = at.parent) {
    const same: XmlNode[] = [];
    for (const child of at.parent?.children ?? []) {
      if (typeof child !== 'string' && child.name === at.name) same.push(child);
    }
    parts.push(same.length > 1 ? `${at.name}[${same.indexOf(at) + 1}]` : at.name);
  }
  return parts.reverse().join('/');
}
