import { keepItem, writeKeptItems, writeNodes } from '../xml/kept.ts';
import { identifier, type Kind, readValue, writeValue } from '../xml/kinds.ts';
import type { Carrier } from '../xml/reading.ts';
import { elementsOf } from '../xml/reading.ts';
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

/** Entries `<Entry><Key/><Value/></Entry>` in their stored order, which the format keeps (1.8). */
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
      for (const child of elementsOf(node, carrier.reading)) {
        const path = `${at}/${values.length}`;
        const parts = carrier.reading.matches(child, entry, ARRAYS) ? elementsOf(child, carrier.reading) : [];
        const keyNode = parts.find((part) => part.name === 'Key');
        const valueNode = parts.find((part) => part.name === 'Value');
        const name = keyNode === undefined ? '' : readValue(identifier, keyNode, carrier, `${path}/key`);
        const value = valueNode === undefined ? undefined : read(name, valueNode, carrier, path);
        if (value === undefined) {
          keepItem(carrier, `${at}#${values.length}`, child);
          continue;
        }
        for (const part of parts) {
          if (part === keyNode || part === valueNode) continue;
          carrier.keep(`${path}/more`, part);
          carrier.reading.warn(part, `Unknown element <${part.name}> is kept as it is`);
        }
        values.push(value);
      }
      return values;
    },
    write: (sink, values, carried, at) => {
      writeKeptItems(sink, carried, at, 0, values.length);
      for (const [index, value] of values.entries()) {
        const path = `${at}/${index}`;
        sink.start(entry, ARRAYS);
        sink.start('Key', ARRAYS);
        sink.text(key(value));
        sink.end();
        sink.start('Value', ARRAYS, declares);
        writeValue(sink, valueKind, value, carried, path);
        sink.end();
        writeNodes(sink, carried, `${path}/more`);
        sink.end();
        writeKeptItems(sink, carried, at, index + 1, values.length);
      }
    },
    isBlank: (values) => values.length === 0,
  };
}
