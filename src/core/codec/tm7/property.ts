import { assertNever } from '../../base/index.ts';
import type { Property } from '../../document/index.ts';
import { seal } from '../xml/carried.ts';
import { alwaysNil, bool, type Kind, list, text, writeContent } from '../xml/kinds.ts';
import { SCHEMA } from '../xml/names.ts';
import { int } from '../xml/numbers.ts';
import { Carrier, isNil, rawNode, typeOf } from '../xml/reading.ts';
import { type RecordKind, recordKind, rowsOf } from '../xml/record.ts';
import type { XmlNode } from '../xml/tree.ts';
import { ARRAYS, KNOWLEDGE_BASE } from './namespaces.ts';

/** A value that says its own type, without which the Windows tool refuses the file (format 1.5). */
function typed<V>(kind: Kind<V>, name: string, namespace: string): Kind<V> {
  return {
    ...kind,
    read: (node, carrier, at) => {
      const type = typeOf(node);
      if (type === undefined) {
        carrier.reading.warn(node, { code: 'value-without-type' });
      } else if (type.name !== name || type.namespace !== namespace) {
        carrier.reading.warn(
          node,
          type.name === name
            ? { code: 'value-type-namespace' }
            : { code: 'value-type', params: { type: type.name, writtenAs: name } },
        );
      }
      return kind.read(node, carrier, at);
    },
    write: (sink, value, carried, at) => {
      sink.type(name, namespace);
      kind.write(sink, value, carried, at);
    },
  };
}

const typedText = typed(text, 'string', SCHEMA);
const typedBool = typed(bool(false), 'boolean', SCHEMA);
const typedList = typed(list('string', ARRAYS, text), 'ArrayOfstring', ARRAYS);

type Of<K extends Property['kind']> = Extract<Property, { kind: K }>;

const header = (() => {
  const row = rowsOf<Of<'header'>>(KNOWLEDGE_BASE);
  return recordKind<Of<'header'>>()({
    members: {
      DisplayName: row(text, (p) => p.displayName),
      Name: row(text, (p) => p.name),
      Value: row(alwaysNil, () => null),
    },
    make: (v, carried) => ({ kind: 'header', displayName: v.DisplayName, name: v.Name, ...carried }),
  });
})();

function textual(kind: 'string' | 'customString') {
  type P = Of<'string' | 'customString'>;
  const row = rowsOf<P>(KNOWLEDGE_BASE);
  return recordKind<P>()({
    members: {
      DisplayName: row(text, (p) => p.displayName),
      Name: row(text, (p) => p.name),
      Value: row(typedText, (p) => p.value),
    },
    make: (v, carried) => ({ kind, displayName: v.DisplayName, name: v.Name, value: v.Value, ...carried }),
  });
}

const boolean = (() => {
  const row = rowsOf<Of<'boolean'>>(KNOWLEDGE_BASE);
  return recordKind<Of<'boolean'>>()({
    members: {
      DisplayName: row(text, (p) => p.displayName),
      Name: row(text, (p) => p.name),
      Value: row(typedBool, (p) => p.value),
    },
    make: (v, carried) => ({
      kind: 'boolean',
      displayName: v.DisplayName,
      name: v.Name,
      value: v.Value,
      ...carried,
    }),
  });
})();

function choosable(kind: 'list' | 'staticList') {
  type P = Of<'list' | 'staticList'>;
  const row = rowsOf<P>(KNOWLEDGE_BASE);
  return recordKind<P>()({
    members: {
      DisplayName: row(text, (p) => p.displayName),
      Name: row(text, (p) => p.name),
      Value: row(typedList, (p) => p.values),
      SelectedIndex: row(int(0), (p) => p.selectedIndex),
    },
    make: (v, carried) => ({
      kind,
      displayName: v.DisplayName,
      name: v.Name,
      values: v.Value,
      selectedIndex: v.SelectedIndex,
      ...carried,
    }),
  });
}

const string = textual('string');
const customString = textual('customString');
const listing = choosable('list');
const staticListing = choosable('staticList');

const READERS: ReadonlyMap<string, RecordKind<Property>> = new Map(
  Object.entries({
    HeaderDisplayAttribute: widened(header),
    StringDisplayAttribute: widened(string),
    BooleanDisplayAttribute: widened(boolean),
    ListDisplayAttribute: widened(listing),
    StaticListDisplayAttribute: widened(staticListing),
    CustomStringDisplayAttribute: widened(customString),
  }),
);

/** A kind of one sort of property as one of any; only what was read by it is ever written by it. */
function widened<P extends Property>(kind: RecordKind<P>): RecordKind<Property> {
  return kind as unknown as RecordKind<Property>;
}

/**
 * Whether the value can be one of that sort. A list where a text is due, or the other way round, is beyond repair:
 * such a property is kept as it is.
 */
function isReadable(node: XmlNode, type: string): boolean {
  const value = node.children.find((child) => typeof child !== 'string' && child.name === 'Value');
  if (value === undefined || typeof value === 'string' || type === 'HeaderDisplayAttribute' || isNil(value))
    return true;
  const said = typeOf(value);
  if (type === 'ListDisplayAttribute' || type === 'StaticListDisplayAttribute') {
    return said === undefined || said.name === 'ArrayOfstring';
  }
  // A text is a text under any prefix: other writers mix the namespaces up.
  if (said?.name.startsWith('ArrayOf') === true) return false;
  return value.children.every((child) => typeof child === 'string');
}

/** One display attribute; those of a sort that is not known are kept as they are. */
export const property: Kind<Property> = {
  blank: { kind: 'header', displayName: '', name: '' },
  isRecord: true,
  read: (node, carrier, at) => {
    const type = typeOf(node)?.name ?? '';
    const known = READERS.get(type);
    if (known !== undefined && isReadable(node, type)) return known.read(node, carrier, at);
    const child = (name: string): string => {
      const found = node.children.find(
        (candidate) => typeof candidate !== 'string' && candidate.name === name,
      );
      // What is inside is in `raw` already.
      const apart = new Carrier(carrier.reading);
      return found === undefined || typeof found === 'string' ? '' : text.read(found, apart, '');
    };
    carrier.reading.warn(node, { code: 'unknown-property', params: { type } });
    return {
      kind: 'unknown',
      displayName: child('DisplayName'),
      name: child('Name'),
      raw: seal(rawNode(node)),
    };
  },
  write: (sink, value) => {
    const as = <P extends Property>(name: string, kind: RecordKind<P>, record: P): void => {
      sink.type(name, KNOWLEDGE_BASE);
      kind.writeMembers(sink, record);
    };
    switch (value.kind) {
      case 'header':
        return as('HeaderDisplayAttribute', header, value);
      case 'string':
        return as('StringDisplayAttribute', widened(string), value);
      case 'customString':
        return as('CustomStringDisplayAttribute', widened(customString), value);
      case 'boolean':
        return as('BooleanDisplayAttribute', boolean, value);
      case 'list':
        return as('ListDisplayAttribute', widened(listing), value);
      case 'staticList':
        return as('StaticListDisplayAttribute', widened(staticListing), value);
      case 'unknown':
        return writeContent(sink, value.raw);
      default:
        return assertNever(value);
    }
  },
  isBlank: () => false,
};
