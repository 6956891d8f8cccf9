declare const sealed: unique symbol;

/**
 * What a file said beyond what the document understands. A codec puts it on the record it stood in and writes it back
 * in place; nobody else can look inside. Edits copy it along with the record (`{ ...record, left }`).
 */
export interface Carried {
  readonly [sealed]: 'record';
}

/** An element of a file kept whole in the place of a value: only the codec that read it can look inside. */
export interface CarriedNode {
  readonly [sealed]: 'node';
}
