import { type Carried, ZERO_GUID } from '../../document/index.ts';
import type { RepairSaid } from '../../words/index.ts';
import type { Place, Warning } from '../places.ts';
import { type RawAttribute, type RawNode, seal } from './carried.ts';
import { INSTANCE, SERIALIZATION, XMLNS } from './names.ts';
import type { XmlNode } from './tree.ts';

/** More sorts of repairs than this are counted only: a file made to be odd must not cost without end. */
const MAX_WARNINGS = 100;

/**
 * What a file's layout may have put white space around: nothing, where nothing is laid out; identifiers, where the
 * format itself is laid out and texts hold white space of their own; texts too, where a formatter went over the file.
 */
export type Layout = 'none' | 'identifiers' | 'texts';

/** What one reading of a file gathers beside the document: the warnings, repeats counted. */
export class Reading {
  readonly placeOf: (node: XmlNode) => Place;
  /** Where white space with line breaks around a value is the layout's and not part of it. */
  readonly layout: Layout;
  /** Namespaces that other writers mix up with the right one. */
  readonly #aliases: ReadonlySet<string>;
  readonly #found = new Map<string, { said: RepairSaid; node: XmlNode; count: number }>();
  #more = 0;
  readonly #ids = new Set<string>();

  constructor(placeOf: (node: XmlNode) => Place, layout: Layout, aliases: ReadonlySet<string>) {
    this.placeOf = placeOf;
    this.layout = layout;
    this.#aliases = aliases;
  }

  /** Whether an element is the one of that name: in its namespace, or in one that is plainly meant for it. */
  matches(node: XmlNode, name: string, namespace: string): boolean {
    if (node.name !== name) return false;
    if (node.namespace === namespace) return true;
    if (!this.#aliases.has(node.namespace)) return false;
    this.warn(node, { code: 'other-namespace' });
    return true;
  }

  /** Notes a repair at `node`. Repairs of one code with the same parameters become one warning at the first place. */
  warn(node: XmlNode, said: RepairSaid): void {
    const key = said.params === undefined ? said.code : JSON.stringify(said);
    const known = this.#found.get(key);
    if (known !== undefined) known.count++;
    else if (this.#found.size < MAX_WARNINGS) this.#found.set(key, { said, node, count: 1 });
    else this.#more++;
  }

  /**
   * The id for a new record of the file: its own, or a fresh one when it has none or another record has it already.
   * Fresh ones count up from the old one, so that reading a file twice gives the same document.
   */
  claimId(id: string, node: XmlNode): string {
    const missing = id === '' || id === ZERO_GUID;
    let unique = id;
    if (missing || this.#ids.has(id)) {
      this.warn(node, { code: missing ? 'missing-guid' : 'repeated-guid' });
      const start = (missing ? '00000000-0000-4000-8000-000000000000' : id).slice(0, 24);
      // Counting from how many there are already: never many steps, even where all are equal.
      let n = this.#ids.size;
      do unique = start + (++n).toString(16).padStart(12, '0');
      while (this.#ids.has(unique));
    }
    this.#ids.add(unique);
    return unique;
  }

  /** The warnings in the order of their first places. */
  warnings(): readonly Warning[] {
    const found = [...this.#found.values()].map(
      ({ said, node, count }): Warning => ({ ...said, place: this.placeOf(node), count }),
    );
    if (this.#more > 0) found.push({ code: 'more', params: { places: this.#more }, count: 1 });
    return found;
  }
}

/** Gathers what a record carries while it is read. Paths (`at`) are member names, or `member/item` inside lists. */
export class Carrier {
  readonly reading: Reading;
  #forms: Record<string, 'nil' | 'absent' | 'empty'> | null = null;
  #nodes: { after: string | null; node: RawNode }[] | null = null;
  #attributes: { on: string; attribute: RawAttribute }[] | null = null;
  lost: Set<string> | null = null;

  constructor(reading: Reading) {
    this.reading = reading;
  }

  form(at: string, form: 'nil' | 'absent' | 'empty'): void {
    this.#forms ??= {};
    this.#forms[at] = form;
  }

  /** Notes that a member holds nothing that could be read: as good as missing. */
  lose(at: string): void {
    this.lost ??= new Set();
    this.lost.add(at);
  }

  /** Keeps an element that the document has no place for, behind `after`. */
  keep(after: string | null, node: XmlNode): void {
    this.#nodes ??= [];
    this.#nodes.push({ after, node: rawNode(node) });
  }

  /** Keeps the attributes of an element that the format does not know, and the class by `isMember` neither. */
  keepAttributes(at: string, node: XmlNode, isMember?: (attribute: RawAttribute) => boolean): void {
    if (node.attributes.length === 0) return;
    for (const attribute of node.attributes) {
      if (isKnownAttribute(attribute.namespace, attribute.name) || isMember?.(attribute) === true) continue;
      this.#attributes ??= [];
      this.#attributes.push({ on: at, attribute });
      this.reading.warn(node, { code: 'unknown-attribute', params: { name: attribute.name } });
    }
  }

  /** Takes over what was gathered for a part before it was known what to call it; its own paths go behind `at`. */
  adopt(part: Carrier, at: string): void {
    for (const [path, form] of Object.entries(part.#forms ?? {})) this.form(at + path, form);
    for (const { after, node } of part.#nodes ?? []) {
      this.#nodes ??= [];
      this.#nodes.push({ after: at + (after ?? ''), node });
    }
    for (const { on, attribute } of part.#attributes ?? []) {
      this.#attributes ??= [];
      this.#attributes.push({ on: at + on, attribute });
    }
  }

  /** To be spread into the record: nothing when nothing is carried. */
  result(): { carried?: Carried } {
    if (this.#forms === null && this.#nodes === null && this.#attributes === null) return {};
    return {
      carried: seal({
        ...(this.#forms === null ? {} : { forms: this.#forms }),
        ...(this.#nodes === null ? {} : { nodes: this.#nodes }),
        ...(this.#attributes === null ? {} : { attributes: this.#attributes }),
      }),
    };
  }
}

function isKnownAttribute(namespace: string, name: string): boolean {
  return (
    namespace === XMLNS ||
    namespace === SERIALIZATION ||
    (namespace === INSTANCE && (name === 'nil' || name === 'type'))
  );
}

/** An element as plain data. White space that only lays out child elements is left out. */
export function rawNode(node: XmlNode): RawNode {
  const layout =
    node.children.some((child) => typeof child !== 'string') &&
    node.children.every((child) => typeof child !== 'string' || child.trim() === '');
  const children: (RawNode | string)[] = [];
  for (const child of node.children) {
    if (typeof child !== 'string') children.push(rawNode(child));
    else if (!layout) children.push(child);
  }
  return { name: node.name, namespace: node.namespace, attributes: rawAttributes(node), children };
}

/** Declarations last, as both writers have them: the prefixes that they need then follow the same order each time. */
function rawAttributes({ attributes }: XmlNode): readonly RawAttribute[] {
  const isDeclaration = ({ namespace }: RawAttribute): boolean => namespace === XMLNS;
  return [...attributes.filter((one) => !isDeclaration(one)), ...attributes.filter(isDeclaration)];
}

/** Whether the element is nil: it says so, and holds nothing. */
export function isNil(node: XmlNode): boolean {
  return saysNil(node) && !node.children.some((child) => typeof child !== 'string' || child.trim() !== '');
}

/** Whether the element says `i:nil`. */
export function saysNil(node: XmlNode): boolean {
  for (const attribute of node.attributes) {
    if (attribute.name !== 'nil' || attribute.namespace !== INSTANCE) continue;
    const value = attribute.value.trim();
    return value === 'true' || value === '1';
  }
  return false;
}

/** The `i:type` of an element: local name and namespace, empty where its prefix stands for none. */
export function typeOf(node: XmlNode): { name: string; namespace: string } | undefined {
  for (const attribute of node.attributes) {
    if (attribute.name === 'type' && attribute.namespace === INSTANCE) {
      const { value, valueNamespace } = attribute;
      if (valueNamespace !== undefined) return { name: value, namespace: valueNamespace };
      return { name: value.slice(value.indexOf(':') + 1), namespace: '' };
    }
  }
  return undefined;
}

/** All text directly inside an element. */
export function textOf(node: XmlNode): string {
  const { children } = node;
  if (children.length === 0) return '';
  const only = children[0];
  if (children.length === 1 && typeof only === 'string') return only;
  return children.filter((child) => typeof child === 'string').join('');
}

/** The child elements; says so when there is text between them, which no format here has. */
export function elementsOf(node: XmlNode, reading: Reading): readonly XmlNode[] {
  const elements: XmlNode[] = [];
  for (const child of node.children) {
    if (typeof child !== 'string') elements.push(child);
    else if (child.trim() !== '') reading.warn(node, { code: 'text-between' });
  }
  return elements;
}
