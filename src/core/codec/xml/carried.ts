import type { Carried, CarriedNode } from '../../document/index.ts';

/** What an XML file said beyond what the document understands, by the record that it stood in. */
export interface CarriedXml {
  /**
   * Members whose form in the file differs from the one the format's rules give, by their name in the file:
   * nil (`i:nil`), absent, or empty. Used only while the value is still the one that form stood for.
   */
  readonly forms?: Readonly<Record<string, 'nil' | 'absent' | 'empty'>>;
  /** Unknown members and entries, each behind the named member or entry key (null: before the first). */
  readonly nodes?: readonly { readonly after: string | null; readonly node: RawNode }[];
  /** On the record of a whole file: the one line end that stands behind its last tag. */
  readonly end?: '\n' | '\r\n';
  /** Unknown attributes, of the named member's element or (empty) of the record's own. */
  readonly attributes?: readonly { readonly on: string; readonly attribute: RawAttribute }[];
}

/** One XML element kept as it was read: expanded names, so that it can be written under any prefixes. */
export interface RawNode {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly RawAttribute[];
  readonly children: readonly (RawNode | string)[];
}

export interface RawAttribute {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
  /** Set where the value is a qualified name (`i:type`) whose prefix stood for a namespace: that one. */
  readonly valueNamespace?: string;
}

/*
 * The lock and the key of what is carried. Both formats that are XML carry the same, so that a template which comes
 * out of a model keeps what it can; a format that is not XML puts nothing on a record of theirs.
 */

/** Closes what was read, for the document to carry. */
export function seal(carried: CarriedXml): Carried;
export function seal(node: RawNode): CarriedNode;
export function seal(what: CarriedXml | RawNode): Carried | CarriedNode {
  return what as unknown as Carried | CarriedNode;
}

/** Opens what a record carries. */
export function unseal(carried: Carried): CarriedXml;
export function unseal(carried: Carried | undefined): CarriedXml | undefined;
export function unseal(node: CarriedNode): RawNode;
export function unseal(what: Carried | CarriedNode | undefined): CarriedXml | RawNode | undefined {
  return what as unknown as CarriedXml | RawNode | undefined;
}
