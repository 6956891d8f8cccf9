import type { CarriedNode } from '../../document/index.ts';
import type { StandIn } from '../../words/index.ts';
import { type CarriedXml, seal, unseal } from './carried.ts';
import { behind, insteadOf, itemNames, keepItem, writeAttributes, writeItems, writeNodes } from './kept.ts';
import { Carrier, elementsOf, isNil, rawNode, saysNil, textOf } from './reading.ts';
import type { Sink } from './sink.ts';
import type { XmlNode } from './tree.ts';

/**
 * How values of one sort stand in a file: the two directions beside each other. `at` is the path of the value
 * inside the record that carries what the value itself cannot say (`member`, `member/item`).
 */
export interface Kind<V> {
  /** What a missing member is taken for. Also what its odd form (nil, empty) stands for. */
  readonly blank: V;
  read(node: XmlNode, carrier: Carrier, at: string): V;
  /** Nil where a value is due. Without it nil is repaired to `blank`, with a warning. */
  readNil?(node: XmlNode, carrier: Carrier, at: string): V;
  /** Writes attributes and content of the element that the caller has started. */
  write(sink: Sink, value: V, carried: CarriedXml | undefined, at: string): void;
  isBlank(value: V): boolean;
  /** The member is left out for this value, by the rules. */
  isAbsent?(value: V): boolean;
  /** A missing member is repaired with a warning unless this is set. */
  readonly optional?: boolean;
  /** That the member was missing is remembered, so that an untouched blank is left out again. */
  readonly remembersAbsence?: boolean;
  /** What a repair puts for a missing value, where that is not `blank`. */
  readonly standIn?: StandIn;
  /** The value is a record that carries its own unknown attributes. */
  readonly isRecord?: boolean;
}

/** Reads an element that may be nil. */
export function readValue<V>(kind: Kind<V>, node: XmlNode, carrier: Carrier, at: string): V {
  if (kind.isRecord !== true) carrier.keepAttributes(at, node);
  if (!isNil(node)) {
    if (saysNil(node)) {
      carrier.reading.warn(node, { code: 'not-nil', params: { name: node.name } });
    }
    return kind.read(node, carrier, at);
  }
  if (kind.readNil !== undefined) return kind.readNil(node, carrier, at);
  const used = kind.standIn ?? shown(kind.blank);
  carrier.reading.warn(node, { code: 'nil', params: { name: node.name, used } });
  carrier.lose(at);
  return kind.blank;
}

/** Writes the content of a started element, nil where the file had it and the value is still the same. */
export function writeValue<V>(
  sink: Sink,
  kind: Kind<V>,
  value: V,
  carried: CarriedXml | undefined,
  at: string,
): void {
  if (carried === undefined) {
    kind.write(sink, value, carried, at);
    return;
  }
  writeAttributes(sink, carried, at);
  if (carried.forms?.[at] === 'nil' && kind.isBlank(value)) sink.nil();
  else kind.write(sink, value, carried, at);
  writeNodes(sink, carried, `${at}/`);
}

/** A value that a repair puts, for warnings. */
export function shown(value: unknown): StandIn {
  if (value === '' || value === null || value === undefined) return { code: 'nothing' };
  return typeof value === 'object' ? { code: 'empty' } : { code: 'value', params: { value: String(value) } };
}

/** Text of a scalar; elements inside it are kept behind the text. White space alone only lays those out. */
function scalarText(node: XmlNode, carrier: Carrier, at: string): string {
  const value = textOf(node);
  let inside = false;
  for (const child of node.children) {
    if (typeof child === 'string') continue;
    inside = true;
    carrier.keep(`${at}/`, child);
    carrier.reading.warn(child, { code: 'unknown-element', params: { name: child.name } });
  }
  return inside && value.trim() === '' ? '' : value;
}

/** White space with a line feed at the edges of a text: what a formatter puts there. Linear in the text's length. */
function withoutEdges(text: string): string {
  const front = text.trimStart();
  const start = text.slice(0, text.length - front.length).includes('\n') ? front : text;
  const back = start.trimEnd();
  return start.slice(back.length).includes('\n') ? back : start;
}

/** Without the white space that a formatter put around a text, in a formatted file. */
function withoutLayout(text: string, node: XmlNode, carrier: Carrier): string {
  if (carrier.reading.layout !== 'texts') return text;
  const bare = withoutEdges(text);
  if (bare === text) return text;
  carrier.reading.warn(node, { code: 'space-around-text' });
  return bare;
}

/** A text, kept to the character; empty is `<X/>`. Nil is kept apart. */
export const text: Kind<string> = {
  blank: '',
  read: (node, carrier, at) => withoutLayout(scalarText(node, carrier, at), node, carrier),
  readNil: (_, carrier, at) => {
    carrier.form(at, 'nil');
    return '';
  },
  write: (sink, value) => sink.text(value),
  isBlank: (value) => value === '',
};

/** A text with another default for a missing member. */
export function textOr(blank: string): Kind<string> {
  return { ...text, blank, isBlank: (value) => value === blank, readNil: nilAs(blank) };
}

function nilAs<V>(blank: V) {
  return (_: XmlNode, carrier: Carrier, at: string): V => {
    carrier.form(at, 'nil');
    return blank;
  };
}

/** An identifier: a text of one line, so that line breaks around it in a file with a layout are the layout's. */
export const identifier: Kind<string> = {
  ...text,
  read: (node, carrier, at) => {
    const value = scalarText(node, carrier, at);
    // A carriage return that was written as it is comes back as a line feed.
    const lines = value.replaceAll('\r', '\n');
    if (carrier.reading.layout === 'none' || withoutEdges(lines) === lines) return value;
    carrier.reading.warn(node, { code: 'space-around-id' });
    return value.trim();
  },
};

/** A word of a fixed set or a moment in time, as the file says it, without white space around it. */
export function token(blank: string): Kind<string> {
  return {
    ...textOr(blank),
    read: (node, carrier, at) => trimmed(node, carrier, at),
  };
}

export function trimmed(node: XmlNode, carrier: Carrier, at: string): string {
  const value = scalarText(node, carrier, at);
  const bare = value.trim();
  if (bare.length !== value.length) {
    carrier.reading.warn(node, { code: 'space-around-id' });
  }
  return bare;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The format's spelling of a guid: small letters, no braces. What is no guid stays as it is. */
export function plainGuid(text: string): string {
  const plain = text.toLowerCase().replace(/^[{(](.*)[)}]$/, '$1');
  return GUID.test(plain) ? plain : text;
}

/** A guid, lower case with hyphens. What is no guid is kept as it is, with a warning. */
export function guid(blank: string): Kind<string> {
  return {
    blank,
    read: (node, carrier, at) => {
      const value = trimmed(node, carrier, at);
      if (GUID.test(value)) return value;
      const plain = plainGuid(value);
      if (GUID.test(plain)) {
        carrier.reading.warn(node, { code: 'guid-spelling' });
        return plain;
      }
      carrier.reading.warn(node, { code: 'no-guid', params: { name: node.name } });
      return value === '' ? blank : value;
    },
    write: (sink, value) => {
      const lower = value.toLowerCase();
      sink.text(GUID.test(lower) ? lower : value);
    },
    isBlank: (value) => value === blank,
  };
}

/** `true` or `false`. */
export function bool(blank: boolean): Kind<boolean> {
  return {
    blank,
    read: (node, carrier, at) => {
      const value = trimmed(node, carrier, at);
      if (value === 'true') return true;
      if (value === 'false') return false;
      const lower = value.toLowerCase();
      if (lower === 'true' || lower === 'false' || lower === '1' || lower === '0') {
        carrier.reading.warn(node, { code: 'truth-spelling' });
        return lower === 'true' || lower === '1';
      }
      carrier.reading.warn(node, { code: 'no-truth', params: { name: node.name, used: shown(blank) } });
      return blank;
    },
    write: (sink, value) => sink.text(value ? 'true' : 'false'),
    isBlank: (value) => value === blank,
  };
}

/** One word of a closed set. Another word is kept in place while the value stays `blank`. */
export function choice<W extends string>(words: readonly W[], blank: W): Kind<W> {
  return {
    blank,
    read: (node, carrier, at) => {
      const value = trimmed(node, carrier, at);
      const word = words.find((known) => known === value);
      if (word !== undefined) return word;
      carrier.keep(insteadOf(at), node);
      carrier.reading.warn(node, { code: 'unknown-value', params: { name: node.name, value, used: blank } });
      return blank;
    },
    write: (sink, value) => sink.text(value),
    isBlank: (value) => value === blank,
  };
}

/** A value that may be nil, which is its own value (null) and the default. */
export function nillable<V>(kind: Kind<V>): Kind<V | null> {
  return {
    blank: null,
    read: (node, carrier, at) => kind.read(node, carrier, at),
    readNil: () => null,
    write: (sink, value, carried, at) => {
      if (value === null) sink.nil();
      else kind.write(sink, value, carried, at);
    },
    isBlank: (value) => value === null,
  };
}

/** A value that the file may leave out: then it is undefined. */
export function optional<V>(kind: Kind<V>): Kind<V | undefined> {
  return {
    blank: undefined,
    optional: true,
    read: (node, carrier, at) => kind.read(node, carrier, at),
    readNil: nilAs(undefined),
    write: (sink, value, carried, at) => {
      if (value !== undefined) kind.write(sink, value, carried, at);
    },
    isBlank: (value) => value === undefined,
    isAbsent: (value) => value === undefined,
  };
}

/** A value that is left out when it is null, and may be nil as well. */
export function absentWhenNull<V>(kind: Kind<V>): Kind<V | null> {
  return { ...nillable(kind), optional: true, readNil: nilAs(null), isAbsent: (value) => value === null };
}

/** A text that is nil when it is undefined, in a class where the format never has one. */
export const nilWhenUndefined: Kind<string | undefined> = {
  blank: undefined,
  read: (node, carrier, at) => text.read(node, carrier, at),
  readNil: () => undefined,
  write: (sink, value) => (value === undefined ? sink.nil() : sink.text(value)),
  isBlank: (value) => value === undefined,
};

/** A member that is always nil. What a file has there all the same is kept and written back. */
export const alwaysNil: Kind<null> = {
  blank: null,
  read: (node, carrier, at) => {
    carrier.keep(insteadOf(at), node);
    return null;
  },
  readNil: () => null,
  write: (sink) => sink.nil(),
  isBlank: () => true,
};

/** A list that is always empty. What a file has there all the same is kept and written back. */
export const alwaysEmpty: Kind<null> = {
  blank: null,
  read: (node, carrier, at) => {
    for (const child of elementsOf(node, carrier.reading)) keepItem(carrier, behind(at, undefined), child);
    return null;
  },
  readNil: nilAs(null),
  write: (sink, _, carried, at) => writeItems(sink, [], carried, at, String, () => {}),
  isBlank: () => true,
};

/** An element of any content, kept as it is. */
export const anything: Kind<CarriedNode> = {
  blank: seal({ name: '', namespace: '', attributes: [], children: [] }),
  isRecord: true,
  read: (node) => seal(rawNode(node)),
  readNil: (node) => seal(rawNode(node)),
  write: (sink, node) => writeContent(sink, node),
  isBlank: () => false,
};

/** Attributes and content of an element that is started already. */
export function writeContent(sink: Sink, node: CarriedNode): void {
  const { attributes, children } = unseal(node);
  for (const attribute of attributes) sink.attribute(attribute);
  for (const child of children) {
    if (typeof child === 'string') sink.text(child);
    else sink.raw(child);
  }
}

/** A member that the rules leave out for its default. */
export function absentWhenBlank<V>(kind: Kind<V>): Kind<V> {
  return { ...kind, optional: true, isAbsent: (value) => kind.isBlank(value) };
}

/**
 * Items one behind the other, each in an element of one name. Other elements are kept behind the item before them,
 * which `key` tells from the others.
 */
export function list<V>(
  name: string,
  namespace: string,
  item: Kind<V>,
  key: (value: V) => string = (value) => (typeof value === 'string' ? value : ''),
): Kind<readonly V[]> {
  return {
    blank: [],
    read: (node, carrier, at) => {
      const items: V[] = [];
      const nameOf = itemNames();
      let last: string | undefined;
      for (const child of elementsOf(node, carrier.reading)) {
        if (!carrier.reading.matches(child, name, namespace)) {
          keepItem(carrier, behind(at, last), child);
          continue;
        }
        const own = new Carrier(carrier.reading);
        const value = readValue(item, child, own, '');
        items.push(value);
        last = nameOf(key(value));
        carrier.adopt(own, `${at}/${last}`);
      }
      return items;
    },
    readNil: nilAs<readonly V[]>([]),
    write: (sink, items, carried, at) =>
      writeItems(sink, items, carried, at, key, (value, path) => {
        sink.start(name, namespace);
        writeValue(sink, item, value, carried, path);
        sink.end();
      }),
    isBlank: (items) => items.length === 0,
  };
}
