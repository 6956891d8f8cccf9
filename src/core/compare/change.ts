import type { Plain } from './plain.ts';
import type { RecordKind } from './table.ts';

/** One step from a record to one below it: a member, and in a list the record's key. */
export interface Step {
  readonly field: string;
  readonly key?: string;
}

/** From the model or template down to a record. */
export type Path = readonly Step[];

/** Where a record stands in its list: its index, and the key of the record before it (null: it is the first). */
export interface Place {
  readonly index: number;
  readonly behind: string | null;
}

interface ChangeBase {
  /** Class of the record that changed, came, went or moved. */
  readonly kind: RecordKind;
  /** To the record whose field this is: for `set` the changed one, otherwise the owner of the list. */
  readonly path: Path;
  /** The changed field, or the list. */
  readonly field: string;
}

/** A field has another value. A side is absent where the record does not have the field. */
export interface SetChange extends ChangeBase {
  readonly type: 'set';
  readonly before?: Plain;
  readonly after?: Plain;
}

/** A record came into a list or went, and is held whole. */
export interface ListedChange extends ChangeBase {
  readonly type: 'add' | 'remove';
  readonly key: string;
  readonly record: Plain;
  readonly place: Place;
}

/** A record stands elsewhere in its list. */
export interface MoveChange extends ChangeBase {
  readonly type: 'move';
  readonly key: string;
  readonly before: Place;
  readonly after: Place;
}

/**
 * One change as plain data that holds both sides, for `structuredClone` and JSON (which alone turns a negative zero
 * and numbers that are none into others).
 *
 * Order: in each list the fewest records that explain the new order are moved, the rest stands still. What is added
 * or moved names the record before it in the new list. So a new shape on top is one `add`, and one brought to the
 * front one `move`, however long the list.
 *
 * An element on another diagram is a `remove` and an `add`, and so is a type among the other elements of a template:
 * a record lives in its list, and no command moves one between two.
 */
export type Change = SetChange | ListedChange | MoveChange;

export interface ModelDiff {
  readonly of: 'model';
  readonly changes: readonly Change[];
}

export interface TemplateDiff {
  readonly of: 'template';
  readonly changes: readonly Change[];
}

/** The way back: `patch(after, invert(diff(before, after)))` is `before`. */
export function invert<D extends ModelDiff | TemplateDiff>(diff: D): D {
  return { ...diff, changes: diff.changes.map(inverse) };
}

function inverse(change: Change): Change {
  switch (change.type) {
    case 'add':
      return { ...change, type: 'remove' };
    case 'remove':
      return { ...change, type: 'add' };
    case 'move':
      return { ...change, before: change.after, after: change.before };
    case 'set': {
      const { before, after, ...rest } = change;
      return setChange(rest, after, before);
    }
  }
}

/** A `set` without the sides that are absent. */
export function setChange(
  change: Omit<SetChange, 'before' | 'after'>,
  before: Plain | undefined,
  after: Plain | undefined,
): SetChange {
  return {
    ...change,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
