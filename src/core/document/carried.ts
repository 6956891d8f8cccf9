/**
 * What a file said beyond what the document understands. Codecs put it on the record it stood in and write
 * it back in place; else only `embedTemplate` reads it. Edits copy it along with the record (`{ ...record, left }`).
 */
export interface Carried {
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
