import type { RawAttribute, RawNode } from './carried.ts';
import { INSTANCE } from './names.ts';

/**
 * What the tables write to: one implementation per serializer. Calls come in the order `start`, then `reference`,
 * `type`, `nil` or `attribute`, then text or children, then `end`.
 */
export interface Sink {
  /** Opens an element. `declares` is a namespace that its children need (format 1.2.2). */
  start(name: string, namespace: string, declares?: string): void;
  /** `z:Id`, the next number of the file. */
  reference(): void;
  type(name: string, namespace: string): void;
  nil(): void;
  attribute(attribute: RawAttribute): void;
  text(text: string): void;
  end(): void;
  /** An element that was carried: the same content, in this serializer's spelling. */
  raw(node: RawNode): void;
}

/** Whether the type of an element is in no namespace: then the element cannot stand in a default one. */
export const hasBareType = ({ attributes }: RawNode): boolean =>
  attributes.some(
    ({ name, namespace, valueNamespace }) =>
      name === 'type' && namespace === INSTANCE && valueNamespace === '',
  );
