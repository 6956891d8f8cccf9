import type { Path } from './change.ts';
import type { Plain } from './plain.ts';
import type { RecordKind } from './table.ts';

export type Side = 'ours' | 'theirs';

/**
 * Why two sides cannot both have their way, and what the result takes without a choice:
 *
 * | Cause | Both sides | Taken |
 * |---|---|---|
 * | `changed` | gave a field (or group of fields) different values | the preferred side's |
 * | `removed` | one removed a record that the other one changed | the change: no work is dropped silently |
 * | `needed` | one removed a shape that a line of the other one ends on | the shape |
 * | `order` | each put the records of a list into an order of its own | the preferred side's |
 * | `twice` | moved one element to different diagrams | the preferred side's |
 * | `framed` | one changed an element's type, the other one a property that goes with the old type | the type; only a choice about the type turns it |
 *
 * `needed` and `framed` follow from other answers: they come and go as an end, or a type, is taken from one side.
 */
export type Cause = 'changed' | 'removed' | 'needed' | 'order' | 'twice' | 'framed';

/** A place where both sides want different things, as plain data. Nothing that either side says is missing in it. */
export interface Conflict {
  /** Names the conflict in a choice: the same each time these three documents are merged. */
  readonly id: string;
  readonly cause: Cause;
  /** Class of the record in question; for `order` that of the list's records. */
  readonly kind: RecordKind;
  /** To the record whose field is in question, or to the owner of the list. */
  readonly path: Path;
  /** The field, the group of fields, or the list. */
  readonly field: string;
  /** The record in the list, where the question is whether it is there. */
  readonly key?: string;
  /** What each document says: the value, the members of the group, the record, the keys in order. Absent: nothing. */
  readonly base?: Plain;
  readonly ours?: Plain;
  readonly theirs?: Plain;
  readonly taken: Side;
}

/** Which side a conflict goes to, by its id. */
export type Choices = Readonly<Record<string, Side>>;

export interface MergeOptions {
  /** The side that conflicts without a choice go to where their cause does not say otherwise: ours when left out. */
  readonly prefer?: Side;
  readonly choices?: Choices;
}

/** A merge under way: what was asked for and what came up. */
export class Merging {
  readonly conflicts: Conflict[] = [];
  readonly prefer: Side;
  readonly #choices: Choices;

  constructor({ prefer = 'ours', choices = {} }: MergeOptions) {
    this.prefer = prefer;
    this.#choices = choices;
  }

  /** Notes the conflict and tells who wins: the choice, or else `taken`, or else the preferred side. */
  settle(conflict: Omit<Conflict, 'id' | 'taken'>, taken: Side = this.prefer): Side {
    const id = idOf(conflict);
    const chosen = Object.hasOwn(this.#choices, id) ? (this.#choices[id] ?? taken) : taken;
    this.conflicts.push({ id, ...conflict, taken: chosen });
    return chosen;
  }

  /** Notes a conflict that no choice can turn. */
  fix(conflict: Omit<Conflict, 'id' | 'taken'>, taken: Side): void {
    this.conflicts.push({ id: idOf(conflict), ...conflict, taken });
  }
}

function idOf({ cause, path, field, key }: Omit<Conflict, 'id' | 'taken'>): string {
  const steps = path.map((step) => (step.key === undefined ? [step.field] : [step.field, step.key]));
  return JSON.stringify([cause, ...steps, key === undefined ? [field] : [field, key]]);
}

export const otherSide = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');

/** The three values of a conflict without those that are absent. */
export function threeValues(
  base: Plain | undefined,
  ours: Plain | undefined,
  theirs: Plain | undefined,
): Pick<Conflict, 'base' | 'ours' | 'theirs'> {
  return {
    ...(base === undefined ? {} : { base }),
    ...(ours === undefined ? {} : { ours }),
    ...(theirs === undefined ? {} : { theirs }),
  };
}
