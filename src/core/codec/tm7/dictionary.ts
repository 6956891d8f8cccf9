import { behind, itemNames, keepItem, writeAttributes, writeItems, writeNodes } from '../xml/kept.ts';
import { identifier, type Kind, readValue, writeValue } from '../xml/kinds.ts';
import { Carrier, elementsOf, isNil, type Reading } from '../xml/reading.ts';
import type { XmlNode } from '../xml/tree.ts';
import { ARRAYS } from './namespaces.ts';

/** How the values of a dictionary know their keys. */
interface Entries<V> {
  /** Name of an entry's element. */
  readonly entry: string;
  /** Reads a value; undefined when it is of no known sort, and the entry is kept as it is. */
  readonly read: (key: string, node: XmlNode, carrier: Carrier, at: string) => V | undefined;
  readonly key: (value: V) => string;
  readonly kind: Pick<Kind<V>, 'write' | 'isBlank'>;
  /** A namespace that each value declares. */
  readonly declares?: string;
}

/** Entries `<Entry><Key/><Value/></Entry>` in their stored order, which the format keeps (format 1.8). */
export function dictionary<V>({ entry, read, key, kind, declares }: Entries<V>): Kind<readonly V[]> {
  const valueKind: Kind<V | null> = {
    blank: null,
    isRecord: true,
    read: () => null,
    isBlank: (value) => value === null || kind.isBlank(value),
    write: (sink, value, carried, at) => {
      if (value !== null) kind.write(sink, value, carried, at);
    },
  };
  return {
    blank: [],
    read: (node, carrier, at) => {
      const values: V[] = [];
      const nameOf = itemNames();
      let last: string | undefined;
      for (const child of elementsOf(node, carrier.reading)) {
        const own = new Carrier(carrier.reading);
        const parts = isEntry(child, entry, carrier.reading) ? elementsOf(child, carrier.reading) : [];
        const keyNode = parts.find((part) => part.name === 'Key');
        const valueNode = parts.find((part) => part.name === 'Value');
        const name =
          keyNode === undefined || isNil(keyNode) ? '' : readValue(identifier, keyNode, own, '/key');
        const value = valueNode === undefined ? undefined : read(name, valueNode, own, '');
        if (value === undefined) {
          keepItem(carrier, behind(at, last), child);
          continue;
        }
        own.keepAttributes('/entry', child);
        for (const part of parts) {
          if (part === keyNode || part === valueNode) continue;
          own.keep('/more', part);
          carrier.reading.warn(part, { code: 'unknown-element', params: { name: part.name } });
        }
        values.push(value);
        if (name === '' && key(value) !== '') {
          carrier.reading.warn(child, { code: 'entry-without-key' });
        }
        last = nameOf(key(value));
        carrier.adopt(own, `${at}/${last}`);
      }
      return values;
    },
    write: (sink, values, carried, at) =>
      writeItems(sink, values, carried, at, key, (value, path) => {
        sink.start(entry, ARRAYS);
        writeAttributes(sink, carried, `${path}/entry`);
        sink.start('Key', ARRAYS);
        writeAttributes(sink, carried, `${path}/key`);
        sink.text(key(value));
        writeNodes(sink, carried, `${path}/key/`);
        sink.end();
        sink.start('Value', ARRAYS, declares);
        writeValue(sink, valueKind, value, carried, path);
        sink.end();
        writeNodes(sink, carried, `${path}/more`);
        sink.end();
      }),
    isBlank: (values) => values.length === 0,
  };
}

/** An entry goes by a name that .NET makes up of its types; other writers make up their own. */
function isEntry(node: XmlNode, name: string, reading: Reading): boolean {
  if (reading.matches(node, name, ARRAYS)) return true;
  if (!node.name.startsWith('KeyValueOf') || !reading.matches(node, node.name, ARRAYS)) return false;
  reading.warn(node, { code: 'entry-name', params: { name: node.name, readAs: name } });
  return true;
}
