/** The classes of record that changes and conflicts are told by. */
export type RecordKind =
  | 'model'
  | 'information'
  | 'note'
  | 'diagram'
  | 'shape'
  | 'line'
  | 'property'
  | 'threat'
  | 'threatProperty'
  | 'validation'
  | 'template'
  | 'manifest'
  | 'elementType'
  | 'attribute'
  | 'category'
  | 'metadata'
  | 'datum'
  | 'threatType'
  | 'filters';

/**
 * What a change of a field can bring about.
 *
 * | Effect | Moves things only | May change threats | For |
 * |---|---|---|---|
 * | `place` | yes | yes: what crosses a boundary follows from places | boxes, ends on the same element, handles |
 * | `drawing` | yes | no | zoom, order of shapes, lines and diagrams |
 * | `logic` | no | yes: filters and texts see it | types, names, property values, ends on another element, the template's types, threat types and datums |
 * | `plain` | no | no | notes, texts about the model, strokes, pictures, the threats themselves, `carried` |
 */
export type Effect = 'place' | 'drawing' | 'logic' | 'plain';

/** A field that is compared as a whole and replaced as a whole. */
export interface ValueField {
  readonly as: 'value';
  effect(before: unknown, after: unknown): Effect;
  /** Fields of one group only mean something together: a merge takes all of them from one side. */
  readonly group?: string;
  /** A number that a merge may give anew: two sides that differ are no conflict, the smaller one counts. */
  readonly numbered?: boolean;
  /** No person's work: when only such fields changed, the record yields to the other side's removal. */
  readonly yields?: boolean;
}

/** A field that holds one record. */
export interface RecordField {
  readonly as: 'record';
  readonly table: Table;
}

/** A field that holds a list of records, which are matched by key; the list's order is part of the document. */
export interface ListField {
  readonly as: 'list';
  readonly table: Table;
  /** What makes two records the same one. Records that share a key are told apart by which of them comes first. */
  keyOf(record: object): string;
  /** Effect of a record more or less. */
  readonly effect: Effect;
  /** Effect of another order. */
  readonly order: Effect;
  /** Group of the owner that decides which records the list has: a type decides about properties. */
  readonly framedBy?: string;
  readonly yields?: boolean;
  /**
   * Records that a merge keeps although `removing` took them away, because of what it took so far. `told` needs are
   * conflicts, the others follow from one.
   */
  readonly needs?: {
    readonly told: boolean;
    /** What `idOf` gives for such records. */
    by(merged: object, removing: object): ReadonlySet<string>;
    idOf(record: object): string;
  };
  /** For entries that are no records: to a record and back. */
  readonly form?: { open(entry: object): object; close(record: object): object };
}

export type Field = ValueField | RecordField | ListField;

/** One class of record: the fields drive difference, patch and merge alike, in this order. */
export interface Table {
  readonly kind: RecordKind;
  readonly fields: Readonly<Record<string, Field>>;
}

/** Every member of the type, also of each variant of a union. */
export type Members<T> = T extends unknown ? keyof T : never;

/** A table must name each member of its type: one that is added to the document and not here does not compile. */
export type FieldsOf<T> = Readonly<Record<Members<T>, Field>>;

type ValueOptions = Omit<ValueField, 'as' | 'effect'>;
type ListOptions = Omit<ListField, 'as' | 'table' | 'keyOf' | 'effect' | 'order'>;

export const value = (effect: Effect | ValueField['effect'], options: ValueOptions = {}): ValueField => ({
  as: 'value',
  effect: typeof effect === 'function' ? effect : () => effect,
  ...options,
});

export const record = (table: Table): RecordField => ({ as: 'record', table });

export const list = (
  table: Table,
  keyOf: ListField['keyOf'],
  effects: { readonly effect: Effect; readonly order: Effect },
  options: ListOptions = {},
): ListField => ({ as: 'list', table, keyOf, ...effects, ...options });

/** Never looked into: what a codec carries is compared and taken as it is. */
export const opaque = value('plain');
